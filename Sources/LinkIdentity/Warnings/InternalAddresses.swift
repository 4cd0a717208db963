extension ScannedURL {
  /// Warnings about hosts that exist only inside one network, and about unusual spellings of IPv4 addresses.
  var addressWarnings: [URLWarning] {
    var warnings: [URLWarning] = []
    if isInternal {
      warnings.append(
        .init(rule: "internal-address", message: "'\(host.string)' is reachable only inside one network or computer."))
    }
    if hostKind == .ipv4, !(bytes[writtenHost] == host) {
      warnings.append(
        .init(rule: "unusual-address", message: "The host is an unusual spelling of the address \(host.string)."))
    }
    return warnings
  }

  /// Whether the host exists only inside one network or computer.
  private var isInternal: Bool {
    switch hostKind {
    case .ipv4: return host.ipv4Address?.isInternal ?? false
    case .ipv6: return IPv6Address(host[1..<host.count - 1])?.isInternal ?? false
    case .domain:
      let name = host.last == ASCII.dot && host.count > 1 ? host.upTo(host.count - 1) : host
      guard let dot = name.lastIndex(of: ASCII.dot) else { return true }
      // Nearly all hosts end in two or three letters. Of the internal names only `lan` does.
      let top = name.from(dot + 1)
      if top.count <= 3, !(top == "lan") { return false }
      for suffix in Self.internalSuffixes where name.isHost(suffix) { return true }
      return false
    }
  }

  /// Special-use names (RFC 6761, RFC 6762, RFC 8375, `internal` by ICANN) and names that companies use instead.
  private static let internalSuffixes: [StaticString] = [
    "localhost", "local", "internal", "home.arpa", "lan", "intranet", "corp", "test", "invalid", "localdomain",
  ]
}

extension IPv4Address {
  /// Loopback, private, link-local, shared and "this network" blocks (RFC 6890).
  var isInternal: Bool {
    func isIn(_ network: UInt32, _ bits: UInt32) -> Bool { value >> (32 - bits) == network >> (32 - bits) }
    return isIn(0x7f00_0000, 8) || isIn(0x0a00_0000, 8) || isIn(0xac10_0000, 12) || isIn(0xc0a8_0000, 16)
      || isIn(0xa9fe_0000, 16) || isIn(0x6440_0000, 10) || isIn(0x0000_0000, 8)
  }
}

extension IPv6Address {
  /// Loopback, unspecified, unique local, link-local, and mapped internal IPv4 addresses (RFC 4291, RFC 4193).
  var isInternal: Bool {
    let low = UInt32(pieces[6]) << 16 | UInt32(pieces[7])
    if pieces[..<5].allSatisfy({ $0 == 0 }) {
      if pieces[5] == 0, low <= 1 { return true }
      if pieces[5] == 0xffff { return IPv4Address(value: low).isInternal }
    }
    return pieces[0] & 0xfe00 == 0xfc00 || pieces[0] & 0xffc0 == 0xfe80
  }
}
