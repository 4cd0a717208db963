/// Writing and escaping. Bytes that stand for themselves are copied in runs.
extension HTMLRenderer {
  @_disfavoredOverload
  mutating func write(_ text: String) { html.append(contentsOf: text.utf8) }

  mutating func write(_ text: StaticString) {
    html.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func block(_ tag: StaticString) {
    startLine()
    write(tag)
  }

  mutating func startLine() {
    if let last = html.last, last != 0x0A { html.append(0x0A) }
  }

  mutating func escape(_ bytes: ArraySlice<UInt8>) {
    var runStart = bytes.startIndex
    for index in bytes.indices {
      let escaped: StaticString
      switch bytes[index] {
      case 0x26: escaped = "&amp;"
      case 0x3C: escaped = "&lt;"
      case 0x3E: escaped = "&gt;"
      case 0x22: escaped = "&quot;"
      case 0x00: escaped = "\u{FFFD}"
      default: continue
      }
      html.append(contentsOf: bytes[runStart..<index])
      write(escaped)
      runStart = index + 1
    }
    html.append(contentsOf: bytes[runStart...])
  }

  /// Percent-encodes what may not stand in a URL, as cmark does.
  mutating func escapeURL(_ bytes: ArraySlice<UInt8>) {
    var runStart = bytes.startIndex
    for index in bytes.indices where !bytes[index].isSafeInURL {
      html.append(contentsOf: bytes[runStart..<index])
      runStart = index + 1
      switch bytes[index] {
      case 0x26: write("&amp;")
      case 0x27: write("&#x27;")
      case 0x00: write("%EF%BF%BD")
      case let byte:
        html.append(0x25)
        html.append((byte >> 4).hexDigit)
        html.append((byte & 15).hexDigit)
      }
    }
    html.append(contentsOf: bytes[runStart...])
  }
}

extension UInt8 {
  /// Letters, digits and `-_.+!*(),%#@?=;:/$~`, as bits of two words.
  fileprivate var isSafeInURL: Bool {
    if self >= 0x80 { return false }
    let word: UInt64 = self < 0x40 ? 0xAFFF_FF3A_0000_0000 : 0x47FF_FFFE_87FF_FFFF
    return word >> UInt64(self & 0x3F) & 1 != 0
  }

  fileprivate var hexDigit: UInt8 { self < 10 ? 0x30 + self : 0x37 + self }
}
