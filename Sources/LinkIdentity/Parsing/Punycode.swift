/// Punycode of one label, without `xn--` (RFC 3492).
enum Punycode {
  private static let base = 36, minimum = 1, maximum = 26, skew = 38, damp = 700, initialBias = 72
  private static let initialPoint = 0x80

  /// - Returns: nil if a number overflows (a label of millions of characters).
  static func encode(_ points: [UInt32]) -> [UInt8]? {
    var output = points.filter { $0 < 0x80 }.map { UInt8(truncatingIfNeeded: $0) }
    let basicCount = output.count
    if basicCount > 0 { output.append(ASCII.hyphen) }
    var point = initialPoint
    var delta = 0
    var bias = initialBias
    var handled = basicCount
    // One pass for each distinct code point, so that long labels with few distinct characters stay cheap.
    for next in Set(points).filter({ $0 >= 0x80 }).sorted().map(Int.init) {
      let (product, overflow) = (next - point).multipliedReportingOverflow(by: handled + 1)
      guard !overflow, product <= Int(UInt32.max) - delta else { return nil }
      delta += product
      point = next
      for other in points {
        if other < point { delta += 1 }
        guard other == point else { continue }
        appendVariableLength(delta, bias: bias, to: &output)
        bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      point += 1
    }
    return output
  }

  private static func appendVariableLength(_ delta: Int, bias: Int, to output: inout [UInt8]) {
    var rest = delta
    var weight = base
    while true {
      let threshold = min(max(weight - bias, minimum), maximum)
      if rest < threshold { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      weight += base
    }
    output.append(digit(rest))
  }

  private static func digit(_ value: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: value < 26 ? 0x61 + value : 0x16 + value)
  }

  /// - Returns: nil if the text is not Punycode.
  static func decode(_ text: ArraySlice<UInt32>) -> [UInt32]? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    let delimiter = text.lastIndex(of: UInt32(ASCII.hyphen))
    var output = delimiter.map { Array(text[..<$0]) } ?? []
    var index = delimiter.map { $0 + 1 } ?? text.startIndex
    var point = initialPoint
    var position = 0
    var bias = initialBias
    while index < text.endIndex {
      let old = position
      var factor = 1
      var weight = base
      while true {
        guard index < text.endIndex, let digit = digitValue(text[index]) else { return nil }
        index += 1
        guard digit <= (Int(UInt32.max) - position) / factor else { return nil }
        position += digit * factor
        let threshold = min(max(weight - bias, minimum), maximum)
        if digit < threshold { break }
        guard factor <= Int(UInt32.max) / (base - threshold) else { return nil }
        factor *= base - threshold
        weight += base
      }
      bias = adapt(position - old, count: output.count + 1, isFirst: old == 0)
      point += position / (output.count + 1)
      position %= output.count + 1
      guard let value = UInt32(exactly: point), Unicode.Scalar(value) != nil else { return nil }
      output.insert(value, at: position)
      position += 1
    }
    return output
  }

  private static func digitValue(_ point: UInt32) -> Int? {
    let byte = UInt8(truncatingIfNeeded: point).lowered
    if byte.isLowerLetter { return Int(byte - 0x61) }
    return byte.isDigit ? Int(byte - 0x30) + 26 : nil
  }

  /// The bias after a delta (RFC 3492, section 6.1).
  private static func adapt(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / damp : delta / 2
    delta += delta / count
    var bias = 0
    while delta > (base - minimum) * maximum / 2 {
      delta /= base - minimum
      bias += base
    }
    return bias + (base - minimum + 1) * delta / (delta + skew)
  }
}
