public import CurateCore

/// What `stage.yaml` says of a plugin: who it is, how it is run, what it is given and what it may do.
public struct PluginManifest: Sendable {
  /// What one item of the exchange is.
  public enum Scope: String, Sendable, CaseIterable, OptionConvertible {
    case link, section, document
  }

  /// What a verdict may do besides keeping an item as it is.
  public enum Permission: String, Sendable, CaseIterable, OptionConvertible {
    /// Report findings.
    case find
    /// Set host class, category, site and institution.
    case label
    /// Set URL and title.
    case set
    /// Remove entries, or merge them into others.
    case remove
    /// Add entries to sections.
    case add
  }

  public var name: String
  public var version: String
  public var summary: String
  /// Paragraphs, in Markdown.
  public var description: String
  /// A program of the plugin's folder, as `./name`, and its arguments.
  public var run: [String]
  public var scope: Scope
  /// What an item tells besides its id, document and line.
  public var reads: Set<ItemField>
  public var may: Set<Permission>
  /// Whether equal items always get equal verdicts.
  public var isDeterministic: Bool
  /// Variables that it gets besides those of the allow-list.
  public var environment: [String]
  public var options: [OptionDeclaration]
  /// In the order of the file.
  public var rules: [RuleManual]
  public var tests: [StageExample]

  /// The file's name in the plugin's folder.
  public static let fileName = "stage.yaml"
  public static let sizeLimit = 1 << 20
}

extension PluginManifest {
  /// The manual that `curate stages NAME`, the schema and the reference show, like that of a built-in stage.
  public var manual: StageManual {
    var needs: Set<ModelPart> = [.model]
    if !reads.isDisjoint(with: ItemField.labels) { needs.insert(.labels) }
    return StageManual(
      name: name, summary: summary, discussion: discussion, rules: allRules, needs: needs,
      provides: may.contains(.label) ? [.labels] : [], examples: tests)
  }

  private var discussion: String {
    var facts = ["plugin, version \(version)", "one \(scope.rawValue) at a time"]
    let allowed = Permission.allCases.filter(may.contains).map(\.rawValue)
    facts.append(allowed.isEmpty ? "may change nothing" : "may " + allowed.joined(separator: ", "))
    if !isDeterministic { facts.append("not deterministic") }
    let line = "(" + facts.joined(separator: "; ") + ")"
    return description.isEmpty ? line : description + "\n\n" + line
  }

  /// The rules of the manifest, then those that a verdict falls under if it names none.
  private var allRules: [RuleManual] {
    var rules = rules
    for verb in VerdictRule.allCases where !rules.contains(where: { $0.id == verb.id }) {
      guard verb.permission.map(may.contains) ?? true else { continue }
      rules.append(RuleManual(verb.id, verb.summary, severity: verb.severity))
    }
    return rules
  }
}

/// The rules of verdicts that name none.
enum VerdictRule: CaseIterable {
  case found, failed, labelled, changed, removed, merged, added

  var id: RuleID {
    switch self {
    case .found: "found"
    case .failed: "failed"
    case .labelled: "labelled"
    case .changed: "changed"
    case .removed: "removed"
    case .merged: "merged"
    case .added: "added"
    }
  }

  /// nil for what every plugin may do.
  var permission: PluginManifest.Permission? {
    switch self {
    case .failed: nil
    case .found: .find
    case .labelled: .label
    case .changed: .set
    case .removed, .merged: .remove
    case .added: .add
    }
  }

  var summary: String {
    switch self {
    case .found: "What the plugin found."
    case .failed: "The plugin could not judge it."
    case .labelled: "The plugin gave labels."
    case .changed: "The plugin changed the URL or title."
    case .removed: "The plugin removed the entry."
    case .merged: "The plugin merged the entry into another."
    case .added: "The plugin added an entry."
    }
  }

  /// A finding of a plugin may have another one.
  var severity: Severity? { self == .found || self == .failed ? .warning : nil }
}
