public import CurateCore

/// An entry of `stages:`.
public struct StageUse: Sendable, Equatable {
  /// The reaction to a failure of the stage.
  public enum OnError: String, Sendable, CaseIterable, OptionConvertible {
    /// The run fails.
    case fail
    /// Discards the changes of the stage; the history records the error.
    case skip
  }

  /// The `id:` (default: the name of the stage).
  public var id: Located<String>
  /// The name of the stage.
  public var uses: Located<String>
  /// The value of `with:`.
  public var options: ConfigNode?
  public var limits: [Limit] = []
  /// The time limit (milliseconds).
  public var timeout: Located<Int>?
  public var onError = OnError.fail
  /// Unknown keys, which may be options that belong under `with:`.
  var unknownKeys: [Located<String>] = []
}

extension RecipeDecoder {
  static let stageKeys = ["id", "uses", "with", "limits", "timeout", "on-error"]

  /// Decodes `parse` or `{uses: dedupe, with: …}`.
  mutating func stageUse(from node: ConfigNode) -> StageUse? {
    switch node.content {
    case .scalar(let name, _) where !name.isEmpty && !node.isNull:
      let name = Located(name, at: node.span)
      return StageUse(id: name, uses: name)
    case .mapping(let entries):
      return stageUse(from: entries, in: node)
    default:
      note(.wrongValue(of: "stages", in: .recipe, expected: .stage, found: node.found), at: node.span)
      return nil
    }
  }

  private mutating func stageUse(from entries: [ConfigNode.Entry], in node: ConfigNode) -> StageUse? {
    let part = RecipeProblem.Part.stage(Self.displayName(entries))
    let fields = fields(of: node, keys: Self.stageKeys, in: part, keepsUnknownKeys: true)
    guard let usesNode = fields["uses"] else {
      // `- dedupe: {scope: section}`, as in other tools.
      if let first = entries.first, !Self.stageKeys.contains(first.key), !first.value.isText {
        note(.shortFormWithOptions(first.key), at: first.keySpan)
      } else {
        note(.missingKey("uses", of: part), at: node.span)
        for key in fields.unknownKeys { note(.unknownKey(key.value, of: part, known: Self.stageKeys), at: key.span) }
      }
      return nil
    }
    guard let uses = text(usesNode, of: "uses", in: part) else { return nil }
    let id = fields["id"].flatMap { identifier($0, of: "id", in: part) }
    var use = StageUse(id: id ?? uses, uses: uses)
    use.options = fields["with"].flatMap { $0.isNull ? nil : $0 }
    use.limits = fields["limits"].map { limits(from: $0, of: .limits(of: use.id.value)) } ?? []
    use.timeout = fields["timeout"].flatMap { duration($0, of: "timeout", in: part) }
    use.onError = fields["on-error"].flatMap { onError(from: $0, in: part) } ?? .fail
    use.unknownKeys = fields.unknownKeys
    return use
  }

  /// The name in messages, before the entry is validated.
  private static func displayName(_ entries: [ConfigNode.Entry]) -> String {
    for key in ["id", "uses"] {
      if let entry = entries.first(where: { $0.key == key }), case .scalar(let name, _) = entry.value.content {
        return name
      }
    }
    return ""
  }

  private mutating func onError(from node: ConfigNode, in part: RecipeProblem.Part) -> StageUse.OnError? {
    do throws(OptionProblems) {
      return try StageUse.OnError(node)
    } catch {
      note(
        .wrongValue(of: "on-error", in: part, expected: .type(StageUse.OnError.optionType), found: node.found),
        at: node.span)
      return nil
    }
  }
}

extension ConfigNode {
  fileprivate var isText: Bool { if case .scalar = content { !isNull } else { false } }
}
