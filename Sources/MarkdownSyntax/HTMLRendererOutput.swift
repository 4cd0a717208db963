/// Writing and escaping.
extension HTMLRenderer {
  mutating func write(_ text: String) { html.append(contentsOf: text.utf8) }

  mutating func write(_ text: StaticString) {
    for offset in 0..<text.utf8CodeUnitCount { html.append(text.utf8Start[offset]) }
  }

  mutating func block(_ tag: String) {
    startLine()
    write(tag)
  }

  mutating func startLine() {
    if let last = html.last, last != 0x0A { html.append(0x0A) }
  }

  mutating func escape(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x26: write("&amp;")
      case 0x3C: write("&lt;")
      case 0x3E: write("&gt;")
      case 0x22: write("&quot;")
      case 0x00: write("\u{FFFD}")
      default: html.append(byte)
      }
    }
  }

  /// Percent-encodes what may not stand in a URL, as cmark does.
  mutating func escapeURL(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x26: write("&amp;")
      case 0x27: write("&#x27;")
      case 0x00: write("%EF%BF%BD")
      case let byte where byte.isAlphanumeric || Self.urlSafe.contains(byte): html.append(byte)
      default:
        html.append(0x25)
        html.append(Self.hexDigits[Int(byte >> 4)])
        html.append(Self.hexDigits[Int(byte & 15)])
      }
    }
  }

  private static let urlSafe = Array("-_.+!*(),%#@?=;:/$~".utf8)
  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
