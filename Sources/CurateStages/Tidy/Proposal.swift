/// A change of markers or white space that stands or falls as a whole.
struct Proposal {
  struct Piece {
    var range: Range<Int>
    var replacement: [UInt8]
  }

  /// In order, without overlaps; at least one.
  var pieces: [Piece]
  var field: String
  var rule: String
  var reason: String

  init(_ pieces: [Piece], field: String, rule: String, reason: String) {
    self.pieces = pieces
    self.field = field
    self.rule = rule
    self.reason = reason
  }

  init(_ range: Range<Int>, _ replacement: [UInt8], field: String, rule: String, reason: String) {
    self.init([Piece(range: range, replacement: replacement)], field: field, rule: rule, reason: reason)
  }

  var offset: Int { pieces.first?.range.lowerBound ?? 0 }
}

/// Something that was left as it is, and why.
struct TidyNote {
  var offset: Int
  var rule: String
  var message: String
}
