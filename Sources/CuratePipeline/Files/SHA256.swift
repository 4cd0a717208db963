import CNettle

/// Computes a SHA-256 digest incrementally (FIPS 180-4).
package struct SHA256 {
  private var state = sha256_ctx()

  package init() { nettle_sha256_init(&state) }

  package mutating func update(_ bytes: [UInt8]) { nettle_sha256_update(&state, bytes.count, bytes) }

  /// Finishes the digest and returns it as 64 lower-case hexadecimal digits.
  package mutating func hex() -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_digest(&state, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  package static func hex(of bytes: [UInt8]) -> String {
    var sha = SHA256()
    sha.update(bytes)
    return sha.hex()
  }
}
