extension String {
  /// With one space for each run of white space, and none at the ends.
  package var foldingSpaces: String {
    var text = self
    let isFolded = text.withUTF8 { bytes -> Bool? in
      var previous: UInt8 = 0x20
      for byte in bytes {
        // Beyond ASCII only Unicode knows what is white space.
        if byte >= 0x80 { return nil }
        if (0x09...0x0D).contains(byte) || (byte == 0x20 && previous == 0x20) { return false }
        previous = byte
      }
      return bytes.isEmpty || previous != 0x20
    }
    // Nearly every title is ASCII and folded already: asking Unicode about each character is what made this slow.
    if isFolded == true { return self }
    return unicodeScalars.split { $0.properties.isWhitespace }.map(String.init).joined(separator: " ")
  }
}
