/// The parts of a list that tools often break, found by scanning bytes and lines without the product's parser.
///
/// The scan relies on properties of the shipped list, and the tests check its counts first: every `$` belongs to a
/// formula, every code span has one backtick on each side (the doubled ones on line 74 are unmatched), no list item begins
/// with a number, and no prose line with a bullet.
struct ListScan {
  /// `$…$` on one line and `$$…$$` over lines, with their dollar signs.
  let formulas: [String]
  /// With their backticks.
  let codeSpans: [String]
  /// `<img …>`, whole.
  let imageTags: [String]
  /// Lines of prose that end in two spaces and continue on the next line, with their trailing spaces.
  let hardBreaks: [String]
  /// All lines except blank ones and list items, without trailing spaces and extra spaces after `#`.
  let prose: [String]
  /// The first lines of list items, without marker, indent and trailing spaces.
  let items: [Item]

  struct Item: Equatable {
    /// 1-based.
    var line: Int
    var text: String
  }

  init(_ bytes: [UInt8]) {
    formulas = Self.formulas(in: bytes)
    codeSpans = Self.codeSpans(in: bytes)
    imageTags = Self.imageTags(in: bytes)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    hardBreaks = zip(lines, lines.dropFirst()).filter { Self.isHardBreak($0, before: $1) }.map { Self.text($0.0) }
    prose = lines.filter { !Self.isBlank($0) && !Self.isItem($0) }.map(Self.plain)
    items = lines.enumerated().filter { Self.isItem($0.element) }.map { number, line in
      let content = line.drop { $0 == UInt8(ascii: " ") }.dropFirst().drop { $0 == UInt8(ascii: " ") }
      return Item(line: number + 1, text: Self.plain(content))
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 == UInt8(ascii: " ") } }

  private static func isItem(_ line: ArraySlice<UInt8>) -> Bool {
    let content = line.drop { $0 == UInt8(ascii: " ") }
    guard let first = content.first, "-*+".utf8.contains(first) else { return false }
    return content.dropFirst().first == UInt8(ascii: " ")
  }

  private static func isHardBreak(_ line: ArraySlice<UInt8>, before next: ArraySlice<UInt8>) -> Bool {
    line.suffix(2).elementsEqual("  ".utf8) && !isBlank(line) && line.first != UInt8(ascii: "#")
      && !isBlank(next) && !isItem(next) && next.first != UInt8(ascii: "#")
  }

  /// Returns the line without trailing spaces; a heading has one space after its `#`.
  private static func plain(_ line: ArraySlice<UInt8>) -> String {
    var line = line
    while line.last == UInt8(ascii: " ") { line.removeLast() }
    guard line.first == UInt8(ascii: "#") else { return text(line) }
    let marks = line.prefix { $0 == UInt8(ascii: "#") }
    let title = line.dropFirst(marks.count).drop { $0 == UInt8(ascii: " ") }
    return text(marks) + " " + text(title)
  }

  private static func formulas(in bytes: [UInt8]) -> [String] {
    let dollar = UInt8(ascii: "$")
    var found: [String] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: dollar) {
      let isDisplay = start + 1 < bytes.count && bytes[start + 1] == dollar
      var end = start + (isDisplay ? 2 : 1)
      while end < bytes.count, bytes[end] != dollar, isDisplay || bytes[end] != UInt8(ascii: "\n") { end += 1 }
      end = min(bytes.count, end + (isDisplay ? 2 : 1))
      found.append(text(bytes[start..<end]))
      index = end
    }
    return found
  }

  private static func codeSpans(in bytes: [UInt8]) -> [String] {
    let tick = UInt8(ascii: "`")
    var found: [String] = []
    var opening: Int?
    var index = 0
    while let start = bytes[index...].firstIndex(of: tick) {
      index = bytes[start...].firstIndex { $0 != tick } ?? bytes.count
      guard index - start == 1 else { continue }
      if let from = opening {
        found.append(text(bytes[from...start]))
        opening = nil
      } else {
        opening = start
      }
    }
    return found
  }

  private static func imageTags(in bytes: [UInt8]) -> [String] {
    var found: [String] = []
    var rest = bytes[...]
    while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[start...]
      if rest.starts(with: "<img ".utf8), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        found.append(text(rest[...end]))
      }
      rest = rest.dropFirst()
    }
    return found
  }
}
