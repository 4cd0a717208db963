/// One stored node (24 bytes).
struct Node: BitwiseCopyable, Sendable {
  var start: UInt32
  var end: UInt32
  var parent: UInt32
  /// The index after the node's last descendant.
  var subtreeEnd: UInt32
  /// Data whose meaning depends on the kind: see the accessors of `MarkdownTree`.
  var aux: UInt32
  var extra: UInt16
  var kind: NodeKind
  var flags: NodeFlags
}

/// Boolean properties of a node. The meaning of a bit depends on the kind.
struct NodeFlags: OptionSet, BitwiseCopyable, Sendable {
  let rawValue: UInt8
  static let loose = Self(rawValue: 1)  // list
  static let hasCheckBox = Self(rawValue: 1)  // item
  static let isChecked = Self(rawValue: 2)  // item
  static let isHeader = Self(rawValue: 1)  // tableRow, tableCell
  static let fenced = Self(rawValue: 1)  // mathBlock
  static let inTable = Self(rawValue: 8)  // code and math in a table cell: `\|` stands for `|`
  static let mailto = Self(rawValue: 1)  // autolink, extendedAutolink
  static let http = Self(rawValue: 2)  // extendedAutolink
}

/// The parts of an inline or reference link, or of a link reference definition (28 bytes).
struct LinkRecord: BitwiseCopyable, Sendable {
  /// The offset that means "absent".
  static let none = UInt32.max

  var textStart: UInt32
  var textEnd: UInt32
  var destinationStart: UInt32
  var destinationEnd: UInt32
  /// `none` if there is no title.
  var titleStart: UInt32
  var titleEnd: UInt32
  /// The index of the definition among those of the document, or `none`.
  var definition: UInt32
}

/// A range of source bytes.
struct SourceRange: BitwiseCopyable, Sendable {
  var start: UInt32
  var end: UInt32
  init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }
  /// Spaces that are content but not in the source: the remaining columns of a tab whose first part indents the block.
  static func virtualSpaces(_ count: Int) -> SourceRange { SourceRange(Int(UInt32.max), count) }
  var virtualSpaces: Int? { start == .max ? Int(end) : nil }
  var range: Range<Int> { Int(start)..<Int(end) }
}
