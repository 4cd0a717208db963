/// A place in a leaf block's text that may mean something, in text order; resolved while the text is read, turned into
/// nodes afterwards.
struct InlineToken: BitwiseCopyable {
  enum Kind: UInt8 {
    case delimiterRun
    /// `[` or `![`: text, until a `]` makes it a link.
    case bracket
    case linkStart, imageStart, linkEnd
    case softBreak, hardBreak
    case at
    /// Any node without children: its kind is in `node`.
    case leaf
  }

  var start: UInt32
  var end: UInt32
  /// Delimiter run: the first of its openers, outermost first, as index + 1 of `openers`. Bracket: the delimiter
  /// before it. Link start: the index of its record. Line break: the offset of the line feed. Leaf: its `aux`.
  var aux: UInt32 = 0
  /// Delimiter run: how many characters closers took from its start.
  var closed: UInt32 = 0
  /// Delimiter run: how many characters openers took from its end.
  var opened: UInt32 = 0
  /// Delimiter run: the neighbours among those that still can match, as mark indices; `InlineToken.none` if there is none.
  var previous: UInt32 = InlineToken.none
  var next: UInt32 = InlineToken.none
  var kind: Kind
  var node = NodeKind.text
  var flags: NodeFlags = []
  var character: UInt8 = 0

  static let none = UInt32.max

  var remaining: UInt32 { end - start - closed - opened }

  init(_ kind: Kind, _ start: Int, _ end: Int) {
    self.kind = kind
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
  }

  init(leaf node: NodeKind, _ start: Int, _ end: Int, aux: Int = 0, flags: NodeFlags = []) {
    self.init(.leaf, start, end)
    self.node = node
    self.aux = UInt32(truncatingIfNeeded: aux)
    self.flags = flags
  }
}

/// An open link text.
struct Bracket: BitwiseCopyable {
  var token: Int
  /// The last delimiter run before it.
  var delimiterBefore: UInt32
  var isImage: Bool
  /// Whether another bracket opened after it, so that its text cannot be a label.
  var hasBracketAfter = false
}

/// The opening side of an emphasis, strong emphasis or strikethrough: a link of a run's list.
struct Opener: BitwiseCopyable {
  var length: UInt32
  var next: UInt32
}
