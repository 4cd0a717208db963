/// An error of YAML syntax, or a feature of YAML that curate does not support.
public enum YAMLFault: Sendable, Equatable {
  /// `limit` in bytes.
  case tooLarge(limit: Int)
  /// `offset` counts bytes from 0.
  case notUTF8(offset: Int)
  case controlCharacter(UInt32)
  case empty
  case secondDocument
  /// Lists and mappings are nested more than `limit` levels deep.
  case tooDeep(limit: Int)
  case tab
  case duplicateKey(String, firstLine: Int)
  case anchor
  case alias
  case mergeKey
  case tag(String)
  case keyNotText
  /// An unquoted text cannot begin with this character.
  case mustBeQuoted(Character)
  case unclosedQuote
  /// A `[` or `{` is not closed; `missing` is the closing character.
  case unclosedFlow(missing: String)
  case badIndentation
  /// A second `: ` in one line.
  case colonInText
  case missingColon
  /// A `:` after a key is followed directly by a value, without a space.
  case missingSpace
  case unknownEscape
  /// Any other error, with libyaml's message.
  case other(String)
}

/// A fault and its position, both from 1.
struct YAMLError: Error, Equatable {
  var fault: YAMLFault
  var line: Int
  var column: Int
  var length = 1
}

// MARK: - Messages

extension RecipeMessages {
  static func message(for fault: YAMLFault) -> Message {
    switch fault {
    case .tooLarge(let limit): Message("the recipe is larger than \(limit >> 20) MiB")
    case .notUTF8(let offset): Message("offset \(offset) (counted from 0) is not UTF-8", "save the file as UTF-8")
    case .controlCharacter(let value):
      Message("a recipe cannot contain the control character U+\(hex(value))", "delete it")
    case .empty: Message("the recipe is empty", "begin with `curate: 1`")
    case .secondDocument:
      Message("a recipe must be a single YAML document, but a second one begins here", "delete the `---`")
    case .tooDeep(let limit): Message("lists and mappings are nested more than \(limit) levels deep")
    case .tab: Message("a tab cannot be used for indentation", "use spaces")
    case .duplicateKey(let key, let line):
      Message("the key '\(key)' is already used in line \(line)", "delete one of the two")
    case .anchor: Message("anchors are not supported", "write the value out where it is used")
    case .alias:
      Message("aliases are not supported", "write the value out, or put quotes around a text that begins with '*'")
    case .mergeKey: Message("merge keys are not supported", "write the keys out")
    case .tag(let tag):
      Message("tags are not supported: '\(short(tag))'", "put quotes around a text that begins with '!'")
    case .keyNotText: Message("a key must be a text", "put quotes around a text that begins with '{' or '['")
    case .mustBeQuoted(let character):
      Message("a text cannot begin with '\(character)'", "put quotes around it")
    case .unclosedQuote: Message("this quote is never closed")
    case .unclosedFlow(let missing): Message("a ',' or the closing '\(missing)' is missing")
    case .badIndentation: Message("the indentation of this line does not match the lines around it")
    case .colonInText: Message("a second ': ' in this line", "put quotes around the text")
    case .missingColon: Message("a ':' is missing after this key")
    case .missingSpace: Message("a space is missing after this ':'", "write a space between key and value")
    case .unknownEscape: Message("unknown escape sequence in double quotes", "use single quotes, or write \\\\")
    case .other(let problem): Message("not YAML: \(problem)")
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
