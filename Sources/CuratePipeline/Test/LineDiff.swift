/// The difference between an expected and an actual text, line by line.
struct LineDiff {
  private static let context = 3
  /// Each with its mark: a space, `-` for what was expected, `+` for what there is.
  let lines: [String]

  init(expected: String, actual: String) {
    self.init(expected: Self.lines(of: expected), actual: Self.lines(of: actual))
  }

  init(expected: [String], actual: [String]) {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in actual.difference(from: expected) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var all: [(mark: String, line: String)] = []
    var (old, new) = (0, 0)
    while old < expected.count || new < actual.count {
      if removed.contains(old) {
        all.append(("-", expected[old]))
        old += 1
      } else if inserted.contains(new) {
        all.append(("+", actual[new]))
        new += 1
      } else {
        all.append((" ", expected[old]))
        old += 1
        new += 1
      }
    }
    lines = Self.aroundChanges(all)
  }

  /// Leaves out what is far from any change.
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
    return shown
  }

  /// The lines of a text; what no reader would see at the end of one is written out.
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
