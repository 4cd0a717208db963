/// A part of a leaf block's text that can be markup. Tokens are in text order; they are resolved while the text is
/// scanned, and converted to nodes afterwards.
struct InlineToken: BitwiseCopyable {
  enum Kind: UInt8 {
    case delimiterRun
    /// `[` or `![`: text, unless a `]` makes it a link.
    case bracket
    case linkStart, imageStart, linkEnd
    case softBreak, hardBreak
    case at
    /// A node without children; `node` is its kind.
    case leaf
  }

  var start: UInt32
  var end: UInt32
  /// Delimiter run: the first of its openers, outermost first, as index + 1 of `openers`. Link start: the index of its
  /// record. Line break: the offset of the line feed. Leaf: the `aux` of its node.
  var aux: UInt32 = 0
  /// Delimiter run: the number of characters that closers use, from its start.
  var closed: UInt32 = 0
  /// Delimiter run: the number of characters that openers use, from its end.
  var opened: UInt32 = 0
  /// Delimiter run: its neighbors in the list of runs that can still match, as token indices (`InlineToken.none` at the
  /// ends of the list).
  var previous: UInt32 = InlineToken.none
  var next: UInt32 = InlineToken.none
  var kind: Kind
  var node = NodeKind.text
  var flags: NodeFlags = []
  var character: UInt8 = 0

  /// The index that means "no token".
  static let none = UInt32.max

  /// Delimiter run: the number of characters that are not matched yet.
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

/// An opening bracket on the bracket stack, whose link text is not closed yet.
struct Bracket: BitwiseCopyable {
  /// The index of its token.
  var token: Int
  /// The last delimiter run before the bracket.
  var delimiterBefore: UInt32
  var isImage: Bool
  /// Whether another bracket opened after it. Its text can then not be a label.
  var hasBracketAfter = false
}

/// The opening delimiter of emphasis, strong emphasis or strikethrough: an element of the linked list of a delimiter
/// run.
struct Opener: BitwiseCopyable {
  var length: UInt32
  var next: UInt32
}
