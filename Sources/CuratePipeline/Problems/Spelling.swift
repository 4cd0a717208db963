/// Suggests known words for misspelled ones.
package enum Spelling {
  /// Returns the known word with the smallest edit distance to `word` if it can be a typo (the first of equals),
  /// otherwise the only known word that `word` abbreviates.
  package static func suggestion(for word: String, among known: [String]) -> String? {
    typo(word, among: known) ?? abbreviation(word, among: known)
  }

  /// `out` abbreviates `output`, `csv` abbreviates `emit-csv`; `emit` is ambiguous.
  private static func abbreviation(_ word: String, among known: [String]) -> String? {
    let word = word.lowercased()
    guard word.unicodeScalars.count > 1 else { return nil }
    let candidates = known.filter { candidate in
      let candidate = candidate.lowercased()
      return candidate != word && (candidate.hasPrefix(word) || candidate.contains("-" + word))
    }
    return Set(candidates).count == 1 ? candidates.first : nil
  }

  private static func typo(_ word: String, among known: [String]) -> String? {
    let limit = max(1, word.unicodeScalars.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in known where candidate != word {
      let distance = distance(from: word.lowercased(), to: candidate.lowercased())
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// The edit distance with swaps of adjacent letters (optimal string alignment).
  static func distance(from a: String, to b: String) -> Int {
    let a = Array(a.unicodeScalars.prefix(64))
    let b = Array(b.unicodeScalars.prefix(64))
    var rows = [Array(0...b.count)]
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, rows[i - 1][j - 1] + 1) }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[a.count][b.count]
  }
}
