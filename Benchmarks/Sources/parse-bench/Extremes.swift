import Foundation
import MarkdownSyntax

/// Inputs that take quadratic time in other parsers, timed at n and 2 n. The test suite counts their steps.
enum Pathological {
  private static func repeated(_ text: String, before: String = "", after: String = "") -> @Sendable (Int) -> String {
    { before + String(repeating: text, count: $0) + after }
  }

  private static let cases: [(name: String, count: Int, make: @Sendable (Int) -> String)] = [
    ("[", 100_000, repeated("[")),
    ("]", 100_000, repeated("]")),
    ("![[]()", 50_000, repeated("![[]()")),
    ("**a *a ", 50_000, repeated("**a *a ")),
    ("a** a* ", 50_000, repeated("a** a* ")),
    (
      "backtick runs of growing length", 500_000,
      { size in
        (1...Int(Double(2 * size).squareRoot())).map { String(repeating: "`", count: $0) + "a" }.joined()
      }
    ),
    ("a <!-- ", 50_000, repeated("a <!-- ")),
    ("<a b=\"c ", 50_000, repeated("<a b=\"c ")),
    ("[a](b", 50_000, repeated("[a](b")),
    ("$a ", 100_000, repeated("$a ")),
    ("a@b.c@", 50_000, repeated("a@b.c@")),
    ("> nested on one line", 20_000, repeated("> ", after: "a\nb")),
    ("- nested on one line", 20_000, repeated("- ", after: "a")),
    (
      "blank lines in nested lists", 20_000,
      { String(repeating: "- ", count: $0) + "a" + String(repeating: "\n", count: $0) + "b" }
    ),
    ("table columns", 30_000, { String(repeating: "a|", count: $0) + "\n" + String(repeating: "-|", count: $0) }),
    (
      "definitions and uses", 50_000,
      { count in
        (0..<count).map { "[a\($0)]: /u\n" }.joined() + "\n" + (0..<count).map { "[a\($0)] " }.joined()
      }
    ),
  ]

  static func run() {
    print("pathological input".padding(toLength: 34, withPad: " ", startingAt: 0) + "      n ms     2 n ms   ratio")
    for example in cases {
      let small = time(example.make(example.count))
      let large = time(example.make(2 * example.count))
      print(
        example.name.padding(toLength: 34, withPad: " ", startingAt: 0)
          + String(format: "%10.2f %10.2f %7.2f", small, large, large / small))
    }
  }

  /// Returns the best time of five, in milliseconds.
  private static func time(_ text: String) -> Double {
    let bytes = Array(text.utf8)
    return (0..<5).map { _ in
      var tree: MarkdownTree?
      let time = milliseconds { tree = MarkdownTree(parsing: bytes) }
      precondition(tree?.nodes.isEmpty == false)
      return time
    }.min() ?? 0
  }
}

/// Parses one document of 200 MB and prints the time and the peak memory of the process.
enum Huge {
  static func run(_ list: [UInt8]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(200_000_000 + list.count)
    while bytes.count < 200_000_000 { bytes += list }
    var tree: MarkdownTree?
    let time = milliseconds { tree = MarkdownTree(parsing: bytes) }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    print(
      String(
        format: "%.0f MB, %d nodes: %.0f ms, %.0f MB/s, tree %.2f bytes a source byte, peak %.0f MB",
        Double(bytes.count) / 1e6,
        tree?.nodes.count ?? 0, time, Double(bytes.count) / time / 1e3,
        Double(tree?.footprint ?? 0) / Double(bytes.count),
        Double(usage.ru_maxrss) / 1e3))
  }
}
