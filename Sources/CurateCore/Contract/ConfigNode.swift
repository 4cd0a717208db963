/// A value of a recipe or manifest with its position in the file, independent of the file format.
public struct ConfigNode: Sendable, Equatable {
  /// The kind and content of a value.
  public indirect enum Content: Sendable, Equatable {
    /// A scalar. `isPlain` means without quotes: then `true`, `12` and `null` are a boolean, a number and null.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([ConfigNode])
    /// Keys with values, in the order of the file.
    case mapping([Entry])
  }

  /// A key of a mapping with its value.
  public struct Entry: Sendable, Equatable {
    /// The key.
    public var key: String
    /// The position of the key.
    public var keySpan: SourceSpan
    /// The value.
    public var value: ConfigNode

    /// Creates an entry.
    public init(key: String, keySpan: SourceSpan, value: ConfigNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  /// The content.
  public var content: Content
  /// The position in the file.
  public var span: SourceSpan

  /// Creates a value.
  public init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// Whether the value is missing or null (YAML 1.2.2, 10.3.2).
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// The value as an error message names it: `'yes'`, `nothing`, `a list`, `a mapping`.
  public var found: String {
    switch content {
    case .scalar where isNull: "nothing"
    case .scalar(let text, _): "'\(text)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A range within one line. Line and column start at 1; columns count Unicode scalars.
public struct SourceSpan: Sendable, Hashable, Comparable {
  /// The line (from 1).
  public var line: Int
  /// The column (from 1, in Unicode scalars).
  public var column: Int
  /// The number of scalars to underline (at least 1).
  public var length: Int

  /// Creates a span.
  public init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// Orders spans by line and column.
  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
