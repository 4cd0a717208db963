import CurateCore

/// Finds the anchor of a document that a broken fragment most likely means.
struct AnchorSuggestions {
  /// How many fragments are compared letter by letter; beyond it only equality but for punctuation is looked for, so
  /// that a document full of broken links stays quick to check.
  private static let limit = 100

  private let names: [String]
  private let meant: AnchorCandidates
  private var compared = 0

  init(_ document: Document) {
    names = document.anchors.names
    meant = AnchorCandidates(document)
  }

  /// The nearest anchor, the first of equals; nil if none is near.
  mutating func nearest(to fragment: String) -> String? {
    if let first = meant.lookalikes(of: fragment).first { return first }
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

/// Counts the single-scalar changes that turn one text into another (Levenshtein).
enum EditDistance {
  /// - Returns: nil if more than `bound` changes are needed. Costs `bound` × the shorter length.
  static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost bound: Int) -> Int? {
    guard bound >= 0, abs(a.count - b.count) <= bound else { return nil }
    var previous = Array(0...b.count)
    var current = previous
    for i in 0..<a.count {
      current[0] = i + 1
      let low = max(0, i - bound)
      let high = min(b.count, i + bound + 1)
      guard low < high else { return nil }
      if low > 0 { current[low] = bound + 1 }
      var best = current[low]
      for j in low..<high {
        let above = j < i + bound ? previous[j + 1] : bound + 1
        let cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), above + 1, current[j] + 1)
        current[j + 1] = cost
        best = min(best, cost)
      }
      guard best <= bound else { return nil }
      swap(&previous, &current)
    }
    return previous[b.count] <= bound ? previous[b.count] : nil
  }
}
