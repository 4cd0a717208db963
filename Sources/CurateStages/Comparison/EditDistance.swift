/// Counts the single-scalar changes that turn one text into another (Levenshtein distance).
enum EditDistance {
  /// Takes time proportional to `bound` × the shorter length.
  ///
  /// - Returns: nil if more than `bound` changes are needed.
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
