import CurateCore
package import CuratePipeline
import Platform

extension PluginManifest {
  static let keys = [
    "curate-stage", "name", "version", "summary", "description", "run", "scope", "reads", "may", "deterministic",
    "environment", "options", "rules", "tests",
  ]

  /// Decodes a manifest.
  ///
  /// - Parameters:
  ///   - path: the file's name in error messages.
  ///   - folder: the name of the plugin's folder, which must also be the name of the plugin.
  ///   - taken: the names of built-in stages, which a plugin cannot have.
  /// - Throws: all problems of the manifest; if its format is not supported, only that one.
  package init(_ bytes: [UInt8], path: String, folder: String, taken: [String] = []) throws(RecipeErrors) {
    let file = try ConfigFile(yaml: bytes, path: path)
    var decoder = RecipeDecoder(problems: file.problems)
    let manifest = decoder.manifest(from: file.root, folder: folder, taken: taken)
    guard let manifest, decoder.problems.isEmpty else {
      throw RecipeErrors(decoder.problems, path: path, text: file.text)
    }
    self = manifest
  }
}

extension RecipeDecoder {
  /// Decodes a manifest.
  ///
  /// - Returns: nil if a required field is missing or invalid; `problems` says which.
  mutating func manifest(from root: ConfigNode, folder: String, taken: [String]) -> PluginManifest? {
    guard isManifestFormat(root) else { return nil }
    let fields = fields(
      of: root, keys: PluginManifest.keys, in: .manifest,
      missing: ["curate-stage", "name", "version", "summary", "run"])
    let name = fields["name"].flatMap { identifier($0, of: "name", in: .manifest) }
    if let name, name.value != folder {
      note(.unfit(of: "name", in: .manifest, "it must be the name of the folder, '\(folder)'"), at: name.span)
    }
    if let name, taken.contains(name.value) {
      note(.unfit(of: "name", in: .manifest, "a built-in stage has this name"), at: name.span)
    }
    let version = string("version", fields, in: .manifest)
    let summary = string("summary", fields, in: .manifest)
    let run = command(from: fields["run"])
    let scope = choice(PluginManifest.Scope.self, "scope", fields, in: .manifest) ?? .link
    let reads = choices(ItemField.self, "reads", fields)
    let may = choices(PluginManifest.Permission.self, "may", fields) ?? []
    checkScope(scope, reads: reads ?? [], may: may, fields)
    let manifest = PluginManifest(
      name: folder, version: version?.value ?? "", summary: summary?.value ?? "",
      description: string("description", fields, in: .manifest)?.value ?? "", run: run,
      scope: scope, reads: reads ?? ItemField.standard, may: may,
      isDeterministic: boolean("deterministic", fields) ?? true, environment: variables(from: fields["environment"]),
      options: declarations(from: fields["options"]), rules: rules(from: fields["rules"]),
      tests: examples(from: fields["tests"]))
    return name == nil || version == nil || summary == nil || run.isEmpty ? nil : manifest
  }

  /// Whether the manifest has format 1. Another format is the only problem that is reported.
  private mutating func isManifestFormat(_ root: ConfigNode) -> Bool {
    guard case .mapping(let entries) = root.content, let entry = entries.first(where: { $0.key == "curate-stage" })
    else { return true }
    guard case .scalar("1", _) = entry.value.content else {
      let found = if case .scalar(let text, _) = entry.value.content { text } else { entry.value.found }
      problems = []
      note(.unsupportedManifest(found), at: entry.value.span)
      return false
    }
    return true
  }

  private mutating func command(from node: ConfigNode?) -> [String] {
    guard let node, let items = list(node, of: "run", elements: "a program and its arguments", in: .manifest) else {
      return []
    }
    let words = items.compactMap { text($0, of: "run", in: .manifest) }
    guard let program = words.first else {
      note(.unfit(of: "run", in: .manifest, "it must name a program, such as ./plugin.py"), at: node.span)
      return []
    }
    let path = program.value
    if !path.hasPrefix("./") || !Path.staysInside(String(path.dropFirst(2))) {
      note(
        .unfit(
          of: "run", in: .manifest,
          "the program must be in the plugin's folder, written ./name; programs on the PATH are not allowed"),
        at: program.span)
    }
    return words.map(\.value)
  }

  /// Reports fields and permissions that the scope does not allow.
  private mutating func checkScope(
    _ scope: PluginManifest.Scope, reads: Set<ItemField>, may: Set<PluginManifest.Permission>, _ fields: Fields
  ) {
    if reads.contains(.text), scope != .document, let node = fields["reads"] {
      note(.unfit(of: "reads", in: .manifest, "'text' needs `scope: document`"), at: node.span)
    }
    guard let node = fields["may"] else { return }
    for permission in PluginManifest.Permission.allCases where may.contains(permission) && !scope.allows(permission) {
      let needed = permission == .add ? "section" : "link"
      note(
        .unfit(of: "may", in: .manifest, "'\(permission.rawValue)' needs `scope: \(needed)`"), at: node.span)
    }
  }

  private mutating func variables(from node: ConfigNode?) -> [String] {
    guard let node, let items = list(node, of: "environment", elements: "names of variables", in: .manifest) else {
      return []
    }
    return items.compactMap { identifier($0, of: "environment", in: .manifest)?.value }
  }

  mutating func boolean(_ key: String, _ fields: Fields) -> Bool? {
    guard let node = fields[key] else { return nil }
    return decoded(Bool.self, node, of: key, in: .manifest)
  }

  mutating func choice<Value: OptionConvertible>(
    _ type: Value.Type, _ key: String, _ fields: Fields, in part: RecipeProblem.Part
  ) -> Value? {
    fields[key].flatMap { decoded(type, $0, of: key, in: part) }
  }

  private mutating func choices<Value: OptionConvertible & Hashable>(
    _ type: Value.Type, _ key: String, _ fields: Fields
  ) -> Set<Value>? {
    guard let node = fields[key] else { return nil }
    return decoded([Value].self, node, of: key, in: .manifest).map { Set($0) } ?? []
  }

  private mutating func decoded<Value: OptionConvertible>(
    _ type: Value.Type, _ node: ConfigNode, of key: String, in part: RecipeProblem.Part
  ) -> Value? {
    do throws(OptionProblems) {
      return try Value(node)
    } catch {
      note(error, of: key, in: part)
      return nil
    }
  }

  /// Reports the problems of a value that was decoded like an option.
  mutating func note(_ error: OptionProblems, of key: String, in part: RecipeProblem.Part) {
    for problem in error.problems {
      switch problem.fact {
      case .wrongType(let expected, let found):
        note(.wrongValue(of: key, in: part, expected: .type(expected), found: found), at: problem.span)
      case .unknownKey(let name, let known): note(.unknownKey(name, of: part, known: known), at: problem.span)
      case .missingKey(let name): note(.missingKey(name, of: part), at: problem.span)
      case .invalid(let why): note(.unfit(of: key, in: part, why), at: problem.span)
      }
    }
  }
}

extension PluginManifest.Scope {
  /// Whether plugins of this scope can have a permission: only links can change, and only sections can get entries.
  func allows(_ permission: PluginManifest.Permission) -> Bool {
    switch permission {
    case .find: true
    case .label, .set, .remove: self == .link
    case .add: self == .section
    }
  }
}
