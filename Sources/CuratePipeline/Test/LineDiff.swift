/// The difference between an expected and an actual text, line by line.
struct LineDiff {
  private static let context = 3
  /// The maximum number of line pairs that are compared.
  private static let comparisons = 1_000_000
  /// The maximum number of lines shown.
  private static let mostShown = 200
  /// The lines with their marks: a space (equal), `-` (expected) or `+` (found).
  let lines: [String]

  init(expected: String, actual: String) {
    self.init(expected: Self.lines(of: expected), actual: Self.lines(of: actual))
  }

  init(expected: [String], actual: [String]) {
    let start = zip(expected, actual).prefix { $0 == $1 }.count
    let end = zip(expected[start...].reversed(), actual[start...].reversed()).prefix { $0 == $1 }.count
    let old = Array(expected[start..<(expected.count - end)])
    let new = Array(actual[start..<(actual.count - end)])
    let kept = { (lines: ArraySlice<String>) in lines.map { (mark: " ", line: $0) } }
    lines = Self.aroundChanges(
      kept(expected[..<start].suffix(Self.context + 1)) + Self.changes(from: old, to: new)
        + kept(expected[(expected.count - end)...].prefix(Self.context + 1)))
  }

  /// The changed lines and the equal lines between them. Texts that are too long to compare follow each other.
  private static func changes(from old: [String], to new: [String]) -> [(mark: String, line: String)] {
    guard old.count * new.count <= comparisons else { return old.map { ("-", $0) } + new.map { ("+", $0) } }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var all: [(mark: String, line: String)] = []
    var (o, n) = (0, 0)
    while o < old.count || n < new.count {
      if removed.contains(o) {
        all.append(("-", old[o]))
        o += 1
      } else if inserted.contains(n) {
        all.append(("+", new[n]))
        n += 1
      } else {
        all.append((" ", old[o]))
        o += 1
        n += 1
      }
    }
    return all
  }

  /// Removes lines far from any change.
  private static func aroundChanges(_ all: [(mark: String, line: String)]) -> [String] {
    let changed = all.indices.filter { all[$0].mark != " " }
    var shown: [String] = []
    var next = 0
    for index in all.indices {
      while next < changed.count, changed[next] + context < index { next += 1 }
      if next < changed.count, abs(changed[next] - index) <= context {
        shown.append(all[index].mark + all[index].line)
      } else if shown.last != "…" {
        shown.append("…")
      }
    }
    return shown.count <= mostShown ? shown : shown.prefix(mostShown) + ["and \(shown.count - mostShown) more lines"]
  }

  /// The lines of a text, with invisible characters at their ends made visible.
  private static func lines(of text: String) -> [String] {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(visible)
    if lines.last == "" { lines.removeLast() } else { lines[lines.count - 1] += " (no line ending)" }
    return lines
  }

  private static func visible(_ line: Substring.UnicodeScalarView) -> String {
    let text = line.map { $0 == "\r" ? "␍" : $0 == "\t" ? "␉" : String($0) }.joined()
    let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.startIndex
    return text[..<end] + String(repeating: "·", count: text.distance(from: end, to: text.endIndex))
  }
}
