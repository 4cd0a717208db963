internal import CPSL

/// The public suffix list of the system's libpsl.
enum PublicSuffix {
  /// The longest host that is looked up; DNS allows 253 bytes, so anything longer has no registrable domain.
  static let longestHost = 255

  /// How many bytes at the end of `host` (lower-case A-labels) are its registrable domain; 0 if it has none.
  static func registrableLength(of host: Bytes) -> Int {
    guard host.count <= longestHost, host.count > 0, let list = psl_builtin() else { return 0 }
    return host.withCString { name in psl_registrable_domain(list, name).map { host.count - ($0 - name) } } ?? 0
  }
}

extension PublicSuffix {
  /// Whether a host is more than a public suffix: one look at the list, where the domain itself takes one a label.
  static func hasRegistrableDomain(_ host: Bytes) -> Bool {
    guard host.count <= longestHost, host.first != ASCII.dot, host.firstIndex(of: ASCII.dot) != nil,
      let list = psl_builtin()
    else { return false }
    return host.withCString { psl_is_public_suffix(list, $0) } == 0
  }
}

extension Bytes {
  /// Lends the bytes with a zero behind them, as C wants it; gives nil only if `body` does.
  fileprivate func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result?) -> Result? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { memory in
      _ = memory.update(fromContentsOf: buffer)
      memory[count] = 0
      return memory.withMemoryRebound(to: CChar.self) { $0.baseAddress.flatMap { body($0) } }
    }
  }
}

/// The version of the public suffix data that keys and domains depend on: libpsl's own version and the SHA-1 of the list
/// that is built into it.
public func suffixDataVersion() -> String {
  let version = psl_get_version().map { String(cString: $0) } ?? "unknown"
  let sha1 = psl_builtin_sha1sum().map { String(cString: $0) } ?? "unknown"
  return "libpsl \(version), list \(sha1.prefix(12))"
}
