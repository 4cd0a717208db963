/// A host in canonical form (WHATWG URL Standard, section 3.5, for special schemes).
struct ParsedHost {
  var canonical: [UInt8]
  var kind = ScannedURL.HostKind.domain
  /// Whether the host as written has characters outside ASCII, escaped or not.
  var isInternational = false
  /// Whether the host as written has upper-case letters outside `%xx`.
  var hasUpperCase = false

  /// Parses a host. Hosts that are already canonical are accepted too, but need no parsing (`Bytes.isPlainHost`).
  static func parse(_ written: Bytes) -> Result<ParsedHost, URLFailure> {
    if written.first == ASCII.openBracket { return parseIPv6(written) }
    let decoded = written.percentDecoded
    var host = ParsedHost(canonical: decoded)
    host.hasUpperCase = written.hasUpperCaseOutsideEscapes
    if decoded.allSatisfy({ $0 < 0x80 }) {
      host.canonical = decoded.map(\.lowered)
    } else {
      host.isInternational = true
      guard let ascii = decoded.withBytes({ InternationalDomain.toASCII($0.string) }), !ascii.isEmpty else {
        return .failure(.badInternationalHost)
      }
      host.canonical = ascii
    }
    if host.canonical.contains(where: ASCIISet.forbiddenInDomain.contains) { return .failure(.forbiddenHostCharacter) }
    guard host.canonical.withBytes(\.endsInNumber) else { return .success(host) }
    guard let address = host.canonical.withBytes(\.ipv4Address) else { return .failure(.badIPv4) }
    host.kind = .ipv4
    host.canonical = Array(address.dotted.utf8)
    return .success(host)
  }

  private static func parseIPv6(_ written: Bytes) -> Result<ParsedHost, URLFailure> {
    guard written.last == ASCII.closeBracket, written.count >= 2 else { return .failure(.unclosedBracket) }
    guard let address = IPv6Address(written[1..<written.count - 1]) else { return .failure(.badIPv6) }
    var host = ParsedHost(canonical: Array("[\(address.compressed)]".utf8))
    host.kind = .ipv6
    host.hasUpperCase = written.hasUpperCaseOutsideEscapes
    return .success(host)
  }
}

extension Bytes {
  /// The bytes with every complete escape `%xx` decoded.
  var percentDecoded: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var index = 0
    while index < count {
      if let byte = escapedByte(at: index) {
        result.append(byte)
        index += 3
      } else {
        result.append(start[index])
        index += 1
      }
    }
    return result
  }

  fileprivate var hasUpperCaseOutsideEscapes: Bool {
    var index = 0
    while index < count {
      if start[index].isUpperLetter { return true }
      index += escapedByte(at: index) == nil ? 1 : 3
    }
    return false
  }
}
