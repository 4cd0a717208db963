/// Words for faults of notation.
extension RecipeMessages {
  static func sentence(for fault: YAMLFault) -> Sentence {
    switch fault {
    case .tooLarge(let limit): Sentence("the recipe is larger than \(limit >> 20) MiB")
    case .notUTF8(let offset): Sentence("offset \(offset) (counted from 0) is not UTF-8", "save the file as UTF-8")
    case .controlCharacter(let value):
      Sentence("a control character (U+\(hex(value))) cannot stand in a recipe", "delete it")
    case .empty: Sentence("the recipe is empty", "begin with `curate: 1`")
    case .secondDocument: Sentence("a recipe is one YAML document, and here begins a second", "delete the `---`")
    case .tooDeep(let limit): Sentence("lists and mappings are nested more than \(limit) deep")
    case .tab: Sentence("a tab cannot be used for indentation", "use spaces")
    case .duplicateKey(let key, let line):
      Sentence("the key '\(key)' stands here a second time, first in line \(line)", "delete one of them")
    case .anchor: Sentence("anchors are not supported", "write the value out where it is used")
    case .alias:
      Sentence("aliases are not supported", "write the value out; put quotes around a text that begins with '*'")
    case .mergeKey: Sentence("merge keys are not supported", "write the keys out")
    case .tag(let tag):
      Sentence("tags are not supported: '\(short(tag))'", "put quotes around a text that begins with '!'")
    case .keyNotText: Sentence("a key must be a text", "put quotes around a text that begins with '{' or '['")
    case .mustBeQuoted(let character):
      Sentence("a text cannot begin with '\(character)'", "put quotes around it")
    case .unclosedQuote: Sentence("this quote is never closed")
    case .unclosedFlow(let missing): Sentence("a ',' or the closing '\(missing)' is missing")
    case .badIndentation: Sentence("this line is not indented like its neighbours")
    case .colonInText: Sentence("a second ': ' in one line", "put quotes around the text")
    case .missingColon: Sentence("a ':' is missing after this key")
    case .missingSpace: Sentence("a space is missing after this ':'", "a value stands apart from its key")
    case .unknownEscape: Sentence("an unknown escape in double quotes", "use single quotes, or write \\\\")
    case .other(let problem): Sentence("not YAML: \(problem)")
    }
  }

  /// `!!int` for `tag:yaml.org,2002:int`.
  private static func short(_ tag: String) -> String {
    let standard = "tag:yaml.org,2002:"
    return tag.hasPrefix(standard) ? "!!" + tag.dropFirst(standard.count) : tag
  }

  private static func hex(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
