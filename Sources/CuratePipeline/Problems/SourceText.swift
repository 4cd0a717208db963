import CurateCore

/// The lines of a recipe and of its command-line arguments, for positions and snippets.
///
/// Each argument is an additional line after the last line of the file, so that a problem in `--set` has a position,
/// too.
package struct SourceText: Sendable, Equatable {
  struct Argument: Sendable, Equatable {
    /// `--set` (empty for a file name).
    var flag: String
    var text: String
  }

  private let bytes: [UInt8]
  /// The bytes of each line, without its line ending.
  private let lines: [Range<Int>]
  private var arguments: [Argument] = []

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = Self.split(bytes)
  }

  /// Appends an argument.
  ///
  /// - Returns: the line number of the argument.
  mutating func add(_ argument: Argument) -> Int {
    arguments.append(argument)
    return lines.count + arguments.count
  }

  /// The argument on a line (nil for lines of the file).
  func argument(ofLine line: Int) -> Argument? {
    let index = line - lines.count - 1
    return arguments.indices.contains(index) ? arguments[index] : nil
  }

  /// The scalars of a line (numbered from 1; empty if the line does not exist).
  func scalars(ofLine line: Int) -> [Unicode.Scalar] {
    if let argument = argument(ofLine: line) { return Array(argument.text.unicodeScalars) }
    guard lines.indices.contains(line - 1) else { return [] }
    return Array(String(decoding: bytes[lines[line - 1]], as: UTF8.self).unicodeScalars)
  }

  /// The position of a byte.
  func position(of offset: Int) -> SourceSpan {
    let line = lines.lastIndex { $0.lowerBound <= offset } ?? 0
    let start = lines.isEmpty ? 0 : lines[line].lowerBound
    let before = String(decoding: bytes[start..<min(offset, bytes.count)], as: UTF8.self)
    return SourceSpan(line: line + 1, column: before.unicodeScalars.count + 1)
  }

  /// Splits the text at the line breaks of YAML 1.1, as libyaml counts lines: LF, CR, CRLF, NEL, LS, PS.
  private static func split(_ bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    // libyaml does not count a byte order mark as a column.
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index < bytes.count {
      let length = lineEnd(at: index, in: bytes)
      if length > 0 {
        lines.append(start..<index)
        start = index + length
      }
      index += max(1, length)
    }
    lines.append(start..<bytes.count)
    return lines
  }

  private static func lineEnd(at index: Int, in bytes: [UInt8]) -> Int {
    switch bytes[index] {
    case 0x0A: 1
    case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80 && (0xA8...0xA9).contains(bytes[index + 2]) ? 3 : 0
    default: 0
    }
  }
}

/// The part of a line that is shown with an error, and the caret line below it.
struct Snippet {
  /// The maximum number of scalars shown of a line.
  private static let width = 100
  let line: String
  let caretLine: String

  init(of scalars: [Unicode.Scalar], at span: SourceSpan) {
    let column = min(span.column - 1, scalars.count)
    // Show a window of a long line.
    let start = scalars.count <= Self.width ? 0 : max(0, min(column - Self.width / 4, scalars.count - Self.width))
    let end = min(scalars.count, start + Self.width)
    var shown = start > 0 ? "…" : ""
    shown.unicodeScalars.append(contentsOf: scalars[start..<end].map { $0 == "\t" ? " " : $0 })
    if end < scalars.count { shown += "…" }
    line = shown
    let indent = scalars[start..<column].reduce(start > 0 ? 1 : 0) { $0 + $1.cells }
    let marked = scalars[column..<max(column, min(column + span.length, end))].reduce(0) { $0 + $1.cells }
    caretLine = String(repeating: " ", count: indent) + "^" + String(repeating: "~", count: max(0, marked - 1))
  }
}

extension Unicode.Scalar {
  /// The width in terminal columns: 2 for East Asian and emoji characters, 0 for combining marks.
  fileprivate var cells: Int {
    if value < 0x300 { return 1 }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
