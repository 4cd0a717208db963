import CurateCore

/// Applies `--set`, `--only` and `--skip`, with the same messages as for the recipe.
extension Planner {
  /// Returns the stage uses with all `--set` arguments applied.
  mutating func withSettings(_ uses: [StageUse]) -> [StageUse] {
    var uses = uses
    for setting in request.settings { apply(setting, to: &uses) }
    return uses
  }

  /// Applies `stage.option=value`.
  private mutating func apply(_ setting: String, to uses: inout [StageUse]) {
    let span = place(of: setting, flag: "--set")
    guard let equals = setting.firstIndex(of: "="), let dot = setting[..<equals].firstIndex(of: "."),
      dot > setting.startIndex, setting.index(after: dot) < equals
    else { return note(.malformedSetting, at: span) }
    let id = String(setting[..<dot])
    guard let index = uses.firstIndex(where: { $0.id.value == id }) else {
      return note(.unknownID(id, known: uses.map(\.id.value)), at: span)
    }
    let key = String(setting[setting.index(after: dot)..<equals])
    guard let value = value(String(setting[setting.index(after: equals)...]), at: span) else { return }
    let entry = ConfigNode.Entry(key: key, keySpan: span, value: value)
    let options = uses[index].options ?? ConfigNode(.mapping([]), at: span)
    guard case .mapping(let entries) = options.content else { return }
    let content = ConfigNode.Content.mapping(entries.filter { $0.key != key } + [entry])
    uses[index].options = ConfigNode(content, at: options.span)
  }

  /// Parses a value as YAML. All its parts have the position `span`.
  private mutating func value(_ yaml: String, at span: SourceSpan) -> ConfigNode? {
    let bytes = Array(yaml.utf8)
    guard !bytes.isEmpty else { return ConfigNode(.scalar("", isPlain: false), at: span) }
    do throws(YAMLError) {
      let (node, errors) = try YAMLComposer.compose(bytes, SourceText(bytes))
      for error in errors { note(.yaml(error.fault), at: span) }
      return errors.isEmpty ? node.moved(to: span) : nil
    } catch {
      note(.yaml(error.fault), at: span)
      return nil
    }
  }

  /// The ids of the stages that run.
  mutating func selection(of uses: [StageUse]) -> Set<String> {
    let known = uses.map(\.id.value)
    for id in request.only where !known.contains(id) {
      note(.unknownID(id, known: known), at: place(of: id, flag: "--only"))
    }
    for id in request.skip where !known.contains(id) {
      note(.unknownID(id, known: known), at: place(of: id, flag: "--skip"))
    }
    let named = Set(request.only)
    var selected = Set(known)
    for emits in [false, true] {
      let kind = uses.filter { (manual(of: $0)?.emits ?? false) == emits }
      guard kind.contains(where: { named.contains($0.id.value) }) else { continue }
      var kept = named.intersection(kind.map(\.id.value))
      if !emits { kept.formUnion(providers(for: kept, among: uses)) }
      selected.subtract(kind.map(\.id.value).filter { !kept.contains($0) })
    }
    return selected.subtracting(request.skip)
  }

  /// The chosen stages and those that provide what they need, transitively.
  private func providers(for chosen: Set<String>, among uses: [StageUse]) -> Set<String> {
    var result = chosen
    var needed: Set<ModelPart> = []
    for use in uses.reversed() {
      guard let manual = manual(of: use) else { continue }
      if result.contains(use.id.value) || !needed.isDisjoint(with: manual.provides) {
        result.insert(use.id.value)
        needed.formUnion(manual.needs)
      }
    }
    return result
  }

  func manual(of use: StageUse) -> StageManual? { catalog[use.uses.value]?.manual }
}

extension ConfigNode {
  /// The same value with every position replaced.
  fileprivate func moved(to span: SourceSpan) -> ConfigNode {
    switch content {
    case .scalar: ConfigNode(content, at: span)
    case .sequence(let nodes): ConfigNode(.sequence(nodes.map { $0.moved(to: span) }), at: span)
    case .mapping(let entries):
      ConfigNode(
        .mapping(entries.map { Entry(key: $0.key, keySpan: span, value: $0.value.moved(to: span)) }), at: span)
    }
  }
}
