import CNettle

/// SHA-256 (FIPS 180-4) over a sequence of values. Each text is preceded by its length, so that different sequences
/// never give the same bytes.
struct Digest {
  private var context = sha256_ctx()
  private var buffer: [UInt8] = []

  init() {
    nettle_sha256_init(&context)
    buffer.reserveCapacity(8192)
  }

  /// Returns the SHA-256 of `bytes` alone.
  static func sha256(of bytes: [UInt8]) -> [UInt8] {
    var digest = Digest()
    nettle_sha256_update(&digest.context, bytes.count, bytes)
    return digest.finish()
  }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    text.utf8Span.span.withUnsafeBufferPointer { buffer.append(contentsOf: $0) }
    if buffer.count >= 4096 { flush() }
  }

  mutating func add(_ number: Int) { add(Int64(number)) }

  mutating func add(_ number: Int64) {
    var rest = UInt64(bitPattern: number)
    // LEB128: seven bits per byte; the high bit is set in all bytes except the last.
    while rest >= 0x80 {
      buffer.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    buffer.append(UInt8(rest))
    if buffer.count >= 4096 { flush() }
  }

  mutating func add(_ bytes: [UInt8]) {
    add(bytes.count)
    buffer += bytes
    if buffer.count >= 4096 { flush() }
  }

  /// Returns the digest of all values added so far and resets it.
  mutating func finish() -> [UInt8] {
    flush()
    var result = [UInt8](repeating: 0, count: 32)
    nettle_sha256_digest(&context, result.count, &result)
    return result
  }

  private mutating func flush() {
    nettle_sha256_update(&context, buffer.count, buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}

/// The 64-bit FNV-1a hash. Unlike Swift's `Hasher`, it gives the same value on every machine and in every run.
struct FNV1a {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  var value: Int64 { Int64(bitPattern: state) }

  static func hash(_ text: String) -> Int64 {
    var hash = FNV1a()
    hash.addBytes(of: text)
    return hash.value
  }

  mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }

  /// Adds a text and a terminator: a byte that does not occur in UTF-8.
  mutating func add(_ text: String) {
    addBytes(of: text)
    add(UInt8.max)
  }

  private mutating func addBytes(of text: String) {
    let bytes = text.utf8Span.span
    for index in bytes.indices { add(bytes[index]) }
  }

  mutating func add(_ number: Int64) {
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: number >> Int64(shift))) }
  }
}

/// Converts bytes to lower-case hexadecimal text and back.
enum Hex {
  static func text(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// - Returns: nil unless `text` is an even number of hexadecimal digits.
  static func bytes(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var high: UInt8?
    for character in text {
      guard let digit = character.hexDigitValue, let value = UInt8(exactly: digit) else { return nil }
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return high == nil ? bytes : nil
  }
}
