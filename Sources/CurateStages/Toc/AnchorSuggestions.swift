import CurateCore

/// Finds the anchor of a document that a broken fragment most likely refers to.
struct AnchorSuggestions {
  /// The number of fragments that are compared by edit distance. Later ones are only compared without punctuation, so that
  /// a document full of broken links is checked quickly.
  private static let limit = 100

  private let names: [String]
  private let candidates: AnchorCandidates
  private var compared = 0

  init(_ document: Document) {
    names = document.anchors.names
    candidates = AnchorCandidates(document)
  }

  /// Returns the nearest anchor, of equals the first; nil if none is near.
  mutating func nearest(to fragment: String) -> String? {
    if let first = candidates.lookalikes(of: fragment).first { return first }
    guard compared < Self.limit else { return nil }
    compared += 1
    let wanted = Array(fragment.lowercased().unicodeScalars)
    var bound = max(2, wanted.count / 3)
    var nearest: String?
    for name in names {
      guard let distance = EditDistance.between(wanted, Array(name.unicodeScalars), atMost: bound) else { continue }
      nearest = name
      if distance == 0 { return name }
      bound = distance - 1
    }
    return nearest
  }
}
