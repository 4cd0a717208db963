internal import CPSL

/// The public suffix list of the system's libpsl.
enum PublicSuffix {
  /// The longest host that is looked up; DNS allows 253 bytes, so anything longer has no registrable domain.
  static let longestHost = 255

  /// How many bytes at the end of `host` (lower-case A-labels) are its registrable domain; 0 if it has none.
  static func registrableLength(of host: Bytes) -> Int {
    guard host.count <= longestHost, host.count > 0, let list = psl_builtin() else { return 0 }
    // One byte more than the host, for the terminating zero that C wants.
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: host.count + 1) { name in
      guard let start = name.baseAddress else { return 0 }
      for index in 0..<host.count { start[index] = CChar(bitPattern: host[index]) }
      start[host.count] = 0
      guard let domain = psl_registrable_domain(list, start) else { return 0 }
      return host.count - (domain - UnsafePointer(start))
    }
  }
}

extension PublicSuffix {
  static func hasRegistrableDomain(_ host: Bytes) -> Bool {
    host.firstIndex(of: ASCII.dot) != nil && registrableLength(of: host) > 0
  }
}

/// The version of the public suffix data that keys and domains depend on: libpsl's own version and the SHA-1 of the list
/// that is built into it.
public func suffixDataVersion() -> String {
  let version = psl_get_version().map { String(cString: $0) } ?? "unknown"
  let sha1 = psl_builtin_sha1sum().map { String(cString: $0) } ?? "unknown"
  return "libpsl \(version), list \(sha1.prefix(12))"
}
