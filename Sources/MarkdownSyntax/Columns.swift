/// Indentation in columns (CommonMark section 2.2: a tab stops every 4 columns).
extension BlockParser {
  mutating func findNonspace() {
    var index = position
    var stop = column
    if tabRest > 0 {
      index += 1
      stop += tabRest
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

  mutating func advance(columns: Int) {
    var rest = columns
    while rest > 0, position < lineEnd {
      if source[position] == 0x09 {
        let width = tabRest > 0 ? tabRest : 4 - (column & 3)
        if width > rest {
          tabRest = width - rest
          column += rest
          return
        }
        rest -= width
        column += width
        tabRest = 0
      } else {
        rest -= 1
        column += 1
      }
      position += 1
    }
  }
}

/// The offset of the next line feed or carriage return at or after `start`, or `count`.
///
/// Bounds: words are read only while eight bytes are left.
func endOfLine(_ source: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int {
  var index = start
  let raw = UnsafeRawPointer(source)
  while index + 8 <= count {
    let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
    // Sets the high bit of each byte below 0x0E (and, after a borrow, perhaps of a later one: looked at below).
    let low = (word &- 0x0E0E_0E0E_0E0E_0E0E) & ~word & 0x8080_8080_8080_8080
    if low != 0 {
      let first = index + UInt64(littleEndian: low).trailingZeroBitCount / 8
      for candidate in first..<(index + 8) where source[candidate] == 0x0A || source[candidate] == 0x0D {
        return candidate
      }
    }
    index += 8
  }
  while index < count {
    if source[index] == 0x0A || source[index] == 0x0D { return index }
    index += 1
  }
  return count
}
