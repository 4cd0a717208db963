import CurateCore

/// The part of a line that is shown with an error, and the line below it with the caret.
struct Snippet {
  /// Scalars of a line that are shown at most.
  private static let width = 100
  let line: String
  let caretLine: String

  init(of scalars: [Unicode.Scalar], at span: SourceSpan) {
    let column = min(span.column - 1, scalars.count)
    // Of a long line, a window around the place.
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
  /// How many columns of a terminal it takes: East Asian and emoji characters two, combining marks none.
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
