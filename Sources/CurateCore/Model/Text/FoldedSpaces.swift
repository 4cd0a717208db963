extension String {
  /// The string with one space for each run of white space, and without leading and trailing white space.
  package var foldingSpaces: String {
    // Nearly every title is folded already, and the Unicode lookup for each character is slow.
    if utf8Span.span.isFolded { return self }
    return utf8Span.isKnownASCII ? foldingASCIISpaces : foldingAllSpaces
  }

  private var foldingASCIISpaces: String {
    var folded: [UInt8] = []
    folded.reserveCapacity(utf8.count)
    var isAfterSpace = false
    for byte in utf8 {
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        isAfterSpace = !folded.isEmpty
      } else {
        if isAfterSpace { folded.append(0x20) }
        folded.append(byte)
        isAfterSpace = false
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

  private var foldingAllSpaces: String {
    unicodeScalars.split { $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
  }
}

extension Span<UInt8> {
  /// Whether `foldingSpaces` does not change a string with these bytes.
  var isFolded: Bool {
    var isAfterSpace = true
    var index = 0
    while index < count {
      let byte = self[index]
      if byte <= 0x20 {
        // Other control characters are not white space.
        if (0x09...0x0D).contains(byte) || (byte == 0x20 && isAfterSpace) { return false }
        isAfterSpace = byte == 0x20
      } else {
        if byte >= 0xC2, beginsWideSpace(at: index) { return false }
        isAfterSpace = false
      }
      index += 1
    }
    return isEmpty || !isAfterSpace
  }

  /// Whether the UTF-8 sequence at `index` is white space beyond ASCII (Unicode property White_Space).
  private func beginsWideSpace(at index: Int) -> Bool {
    guard index + 1 < count else { return false }
    let last = index + 2 < count ? self[index + 2] : 0
    return switch (self[index], self[index + 1]) {
    case (0xC2, 0x85), (0xC2, 0xA0): true
    case (0xE1, 0x9A), (0xE3, 0x80): last == 0x80
    case (0xE2, 0x80): (0x80...0x8A).contains(last) || last == 0xA8 || last == 0xA9 || last == 0xAF
    case (0xE2, 0x81): last == 0x9F
    default: false
    }
  }
}
