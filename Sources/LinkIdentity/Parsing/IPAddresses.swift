extension Bytes {
  /// Whether the host must be an IPv4 address (WHATWG "ends in a number checker").
  var endsInNumber: Bool {
    var labels = self
    if labels.last == ASCII.dot {
      labels = upTo(count - 1)
      guard !labels.isEmpty else { return false }
    }
    let last = labels.from((labels.lastIndex(of: ASCII.dot) ?? -1) + 1)
    guard !last.isEmpty else { return false }
    return last.allSatisfy(\.isDigit) || last.ipv4Number != nil
  }

  /// The value of a decimal, octal (`0…`) or hexadecimal (`0x…`) number, at most 2³³.
  fileprivate var ipv4Number: UInt64? {
    guard !isEmpty else { return nil }
    var digits = self
    var radix: UInt64 = 10
    if hasPrefixIgnoringCase("0x") {
      digits = from(2)
      radix = 16
    } else if count >= 2, start[0] == 0x30 {
      digits = from(1)
      radix = 8
    }
    var value: UInt64 = 0
    for index in 0..<digits.count {
      guard let digit = digits[index].hexValue, UInt64(digit) < radix else { return nil }
      value = min(value * radix + UInt64(digit), 1 << 33)
    }
    return value
  }

  /// The address of a host that ends in a number (WHATWG "IPv4 parser"); nil if it is not valid.
  var ipv4Address: IPv4Address? {
    var rest = last == ASCII.dot && count > 1 ? upTo(count - 1) : self
    var numbers: [UInt64] = []
    while true {
      let end = rest.firstIndex(of: ASCII.dot)
      guard numbers.count < 4, let number = rest.upTo(end ?? rest.count).ipv4Number else { return nil }
      numbers.append(number)
      guard let end else { break }
      rest = rest.from(end + 1)
    }
    guard let tail = numbers.popLast(), numbers.allSatisfy({ $0 < 256 }), tail < 1 << (8 * UInt64(4 - numbers.count))
    else { return nil }
    var value = tail
    for (index, number) in numbers.enumerated() { value += number << (8 * UInt64(3 - index)) }
    return IPv4Address(value: UInt32(truncatingIfNeeded: value))
  }
}

/// An IPv4 address as a number.
struct IPv4Address: Equatable, Sendable {
  var value: UInt32

  /// The address as four decimal numbers.
  var dotted: String {
    [24, 16, 8, 0].map { String(value >> UInt32($0) & 0xff) }.joined(separator: ".")
  }
}

/// An IPv6 address.
struct IPv6Address: Equatable, Sendable {
  /// Eight 16-bit pieces, in order.
  var pieces: [UInt16]

  /// Parses the text between the brackets (WHATWG "IPv6 parser").
  init?(_ bytes: Bytes) {
    var parser = IPv6Parser(bytes: bytes)
    guard let pieces = parser.parse() else { return nil }
    self.pieces = pieces
  }

  /// The shortest form: the first longest run of two or more zero pieces becomes `::` (RFC 5952).
  var compressed: String {
    let run = longestZeroRun
    var text = ""
    var index = 0
    while index < 8 {
      if let run, index == run.lowerBound {
        text += index == 0 ? "::" : ":"
        index = run.upperBound
        continue
      }
      text += String(pieces[index], radix: 16)
      if index < 7 { text += ":" }
      index += 1
    }
    return text
  }

  private var longestZeroRun: Range<Int>? {
    var best: Range<Int>?
    var index = 0
    while index < 8 {
      var end = index
      while end < 8, pieces[end] == 0 { end += 1 }
      if end - index > max(1, best?.count ?? 0) { best = index..<end }
      index = max(end, index + 1)
    }
    return best
  }
}

private struct IPv6Parser {
  let bytes: Bytes
  var pieces: [UInt16] = []
  /// The number of pieces before `::`; nil without it.
  var compressedAt: Int?
  var index = 0

  init(bytes: Bytes) { self.bytes = bytes }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func parse() -> [UInt16]? {
    if byte == ASCII.colon {
      guard bytes.hasPrefix("::") else { return nil }
      index = 2
      compressedAt = 0
    }
    while let next = byte {
      guard pieces.count < 8 else { return nil }
      if next == ASCII.colon {
        guard compressedAt == nil else { return nil }
        index += 1
        compressedAt = pieces.count
        continue
      }
      let pieceStart = index
      let value = hexPiece()
      if byte == ASCII.dot {
        guard index > pieceStart, pieces.count <= 6 else { return nil }
        index = pieceStart
        guard parseIPv4Tail() else { return nil }
        break
      }
      guard endOfPiece() else { return nil }
      pieces.append(value)
    }
    return expanded
  }

  /// Reads up to four hexadecimal digits.
  private mutating func hexPiece() -> UInt16 {
    var value: UInt16 = 0
    var length = 0
    while length < 4, let digit = byte?.hexValue {
      value = value << 4 | UInt16(digit)
      length += 1
      index += 1
    }
    return value
  }

  /// Skips the colon after a piece.
  ///
  /// - Returns: false if another byte follows the piece, or nothing follows the colon.
  private mutating func endOfPiece() -> Bool {
    guard let next = byte else { return true }
    guard next == ASCII.colon else { return false }
    index += 1
    return byte != nil
  }

  private mutating func parseIPv4Tail() -> Bool {
    var numbers: [UInt16] = []
    while byte != nil {
      if !numbers.isEmpty {
        guard byte == ASCII.dot, numbers.count < 4 else { return false }
        index += 1
      }
      guard let number = decimalOctet() else { return false }
      numbers.append(number)
    }
    guard numbers.count == 4 else { return false }
    pieces.append(numbers[0] << 8 | numbers[1])
    pieces.append(numbers[2] << 8 | numbers[3])
    return true
  }

  /// Reads a number of 0–255 without leading zeros.
  private mutating func decimalOctet() -> UInt16? {
    var value: UInt16?
    while let digit = byte, digit.isDigit {
      guard value != 0 else { return nil }
      let next = (value ?? 0) * 10 + UInt16(digit - 0x30)
      guard next < 256 else { return nil }
      value = next
      index += 1
    }
    return value
  }

  /// The eight pieces with `::` replaced by zeros.
  private var expanded: [UInt16]? {
    guard let compressedAt else { return pieces.count == 8 ? pieces : nil }
    guard pieces.count < 8 else { return nil }
    let zeros = [UInt16](repeating: 0, count: 8 - pieces.count)
    return Array(pieces[..<compressedAt] + zeros + pieces[compressedAt...])
  }
}
