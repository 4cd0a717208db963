extension String {
  /// With one space for each run of white space, and none at the ends.
  package var foldingSpaces: String {
    var text = self
    // Nearly every title is folded already: asking Unicode about each character is what made this slow.
    if text.withUTF8({ Self.isFolded($0) }) { return self }
    return unicodeScalars.split { $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
  }

  private static func isFolded(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var previous: UInt8 = 0x20
    for (index, byte) in bytes.enumerated() {
      if (0x09...0x0D).contains(byte) || (byte == 0x20 && previous == 0x20) { return false }
      if byte >= 0xC2, beginsWideSpace(bytes, at: index) { return false }
      previous = byte
    }
    return bytes.isEmpty || previous != 0x20
  }

  /// Whether white space beyond ASCII (the Unicode property White_Space) stands at a lead byte of UTF-8.
  private static func beginsWideSpace(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let last = index + 2 < bytes.count ? bytes[index + 2] : 0
    return switch (bytes[index], bytes[index + 1]) {
    case (0xC2, 0x85), (0xC2, 0xA0): true
    case (0xE1, 0x9A), (0xE3, 0x80): last == 0x80
    case (0xE2, 0x80): (0x80...0x8A).contains(last) || last == 0xA8 || last == 0xA9 || last == 0xAF
    case (0xE2, 0x81): last == 0x9F
    default: false
    }
  }
}
