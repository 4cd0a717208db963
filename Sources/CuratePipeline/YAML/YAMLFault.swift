/// What is wrong with a file as YAML, before anything is known of its meaning.
public enum YAMLFault: Sendable, Equatable {
  /// In bytes.
  case tooLarge(limit: Int)
  /// `offset` counts bytes from 0.
  case notUTF8(offset: Int)
  case controlCharacter(UInt32)
  case empty
  case secondDocument
  /// Lists and mappings within each other, more than `limit` levels.
  case tooDeep(limit: Int)
  case tab
  case duplicateKey(String, firstLine: Int)
  case anchor
  case alias
  case mergeKey
  case tag(String)
  case keyNotText
  /// A plain text cannot begin with this character.
  case mustBeQuoted(Character)
  case unclosedQuote
  /// A `[` or `{` without its end; `missing` is what should come.
  case unclosedFlow(missing: String)
  case badIndentation
  /// A second `: ` in one line.
  case colonInText
  case missingColon
  /// A `:` after what looks like a key, with a value right behind it.
  case missingSpace
  case unknownEscape
  /// Anything else, in libyaml's words.
  case other(String)
}

struct YAMLError: Error, Equatable {
  var fault: YAMLFault
  var line: Int
  var column: Int
  var length = 1
}
