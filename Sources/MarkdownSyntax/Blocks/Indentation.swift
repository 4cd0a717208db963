/// Measures and consumes indentation in columns (CommonMark section 2.2: tab stops are 4 columns apart).
extension BlockParser {
  /// Sets `nonspace`, `indent` and `isBlank` for the rest of the line.
  mutating func findNonspace() {
    var index = position
    var stop = column
    if remainingTabColumns > 0 {
      index += 1
      stop += remainingTabColumns
    }
    while index < lineEnd {
      let byte = source[index]
      if byte == 0x20 {
        stop += 1
      } else if byte == 0x09 {
        stop += 4 - (stop & 3)
      } else {
        break
      }
      index += 1
    }
    countSteps(index - position + 1)
    nonspace = index
    indent = stop - column
    isBlank = index == lineEnd
  }

  /// Consumes up to `columns` columns of the line. If a tab is wider than the rest, only a part of it is consumed.
  mutating func advance(columns: Int) {
    var rest = columns
    while rest > 0, position < lineEnd {
      if source[position] == 0x09 {
        let width = remainingTabColumns > 0 ? remainingTabColumns : 4 - (column & 3)
        if width > rest {
          remainingTabColumns = width - rest
          column += rest
          return
        }
        rest -= width
        column += width
        remainingTabColumns = 0
      } else {
        rest -= 1
        column += 1
      }
      position += 1
    }
  }
}
