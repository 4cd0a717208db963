/// A value of a recipe or manifest with its place in the file, independent of the notation it was written in.
public struct ConfigNode: Sendable, Equatable {
  public indirect enum Content: Sendable, Equatable {
    /// `isPlain`: without quotes, so that `true`, `12` and `null` mean a boolean, a number and nothing.
    case scalar(String, isPlain: Bool)
    case sequence([ConfigNode])
    case mapping([Entry])
  }

  public struct Entry: Sendable, Equatable {
    public var key: String
    public var keySpan: SourceSpan
    public var value: ConfigNode

    public init(key: String, keySpan: SourceSpan, value: ConfigNode) {
      self.key = key
      self.keySpan = keySpan
      self.value = value
    }
  }

  public var content: Content
  public var span: SourceSpan

  public init(_ content: Content, at span: SourceSpan) {
    self.content = content
    self.span = span
  }

  /// A key without a value, or YAML's null (YAML 1.2.2, 10.3.2).
  public var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(text)
  }

  /// How an error names what was found: `'yes'`, `nothing`, `a list`, `a mapping`.
  public var found: String {
    switch content {
    case .scalar where isNull: "nothing"
    case .scalar(let text, _): "'\(text)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

/// A stretch of one line: line and column count from 1, columns in Unicode scalars.
public struct SourceSpan: Sendable, Hashable, Comparable {
  public var line: Int
  public var column: Int
  /// Number of scalars to underline, at least 1.
  public var length: Int

  public init(line: Int, column: Int, length: Int = 1) {
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}
