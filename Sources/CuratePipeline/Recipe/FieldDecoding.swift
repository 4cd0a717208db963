package import CurateCore

/// The values of a mapping by key.
package struct Fields {
  package var values: [String: ConfigNode] = [:]
  /// Keys that are not known, in order.
  package var strays: [Located<String>] = []
  package var span: SourceSpan

  package subscript(key: String) -> ConfigNode? { values[key] }
}

/// How single values are read: each reader notes what is wrong and returns nil.
extension RecipeDecoder {
  package mutating func note(_ fact: RecipeProblem.Fact, at span: SourceSpan) {
    problems.append(RecipeProblem(fact, at: span))
  }

  /// - Parameter strays: whether unknown keys are left to the caller.
  package mutating func fields(
    of node: ConfigNode, keys: [String], in part: RecipeProblem.Part, missing required: [String] = [],
    keepsStrays: Bool = false
  ) -> Fields {
    var fields = Fields(span: node.span)
    guard case .mapping(let entries) = node.content else {
      note(.wrongValue(of: "", in: part, expected: .mapping, found: node.found), at: node.span)
      return fields
    }
    for entry in entries {
      if keys.contains(entry.key) {
        fields.values[entry.key] = entry.value
      } else {
        fields.strays.append(Located(entry.key, at: entry.keySpan))
        if !keepsStrays { note(.unknownKey(entry.key, of: part, known: keys), at: entry.keySpan) }
      }
    }
    // A misspelt key stands for what was meant, so that what is wrong below it is told with it.
    for entry in entries.lazy.filter({ !keys.contains($0.key) }).prefix(100) {
      if let meant = Spelling.suggestion(for: entry.key, among: keys), fields.values[meant] == nil {
        fields.values[meant] = entry.value
      }
    }
    for key in required where fields[key] == nil {
      note(.missingKey(key, of: part), at: node.span)
    }
    return fields
  }

  package mutating func list(
    _ node: ConfigNode, of key: String, element: String, in part: RecipeProblem.Part
  ) -> [ConfigNode]? {
    guard case .sequence(let items) = node.content else {
      note(.wrongValue(of: key, in: part, expected: .list(of: element), found: node.found), at: node.span)
      return nil
    }
    return items
  }

  package mutating func string(_ key: String, _ fields: Fields, in part: RecipeProblem.Part) -> Located<String>? {
    fields[key].flatMap { text($0, of: key, in: part) }
  }

  /// A text that is not empty.
  package mutating func text(_ node: ConfigNode, of key: String, in part: RecipeProblem.Part) -> Located<String>? {
    guard case .scalar(let text, _) = node.content else {
      note(.wrongValue(of: key, in: part, expected: .type(.string), found: node.found), at: node.span)
      return nil
    }
    guard !text.isEmpty, !node.isNull else {
      note(.wrongValue(of: key, in: part, expected: .nonEmpty, found: node.found), at: node.span)
      return nil
    }
    return Located(text, at: node.span)
  }

  /// A text of letters, digits, `-` and `_`.
  package mutating func identifier(_ node: ConfigNode, of key: String, in part: RecipeProblem.Part) -> Located<String>?
  {
    guard let name = text(node, of: key, in: part) else { return nil }
    let fits = name.value.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    guard fits else {
      note(.wrongValue(of: key, in: part, expected: .identifier, found: node.found), at: node.span)
      return nil
    }
    return name
  }

  /// A time such as `500ms`, `60s`, `2m`, in milliseconds.
  package mutating func duration(_ node: ConfigNode, of key: String, in part: RecipeProblem.Part) -> Located<Int>? {
    if case .scalar(let text, _) = node.content {
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      let unit = ["ms": 1, "s": 1000, "m": 60_000][String(text.dropFirst(digits.count))]
      if let unit, let count = Int(digits), count > 0, count <= 86_400_000 / unit {
        return Located(count * unit, at: node.span)
      }
    }
    note(.wrongValue(of: key, in: part, expected: .duration, found: node.found), at: node.span)
    return nil
  }
}
