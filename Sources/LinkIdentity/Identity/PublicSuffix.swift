internal import CPSL

/// Returns the host and its registrable domain (by the public suffix list) in lower case; both are empty if the URL has no
/// host.
///
/// International labels are as written, not A-labels. An IP address, a public suffix and a name without dots have a host
/// and no domain.
public func hostAndDomain(of url: String) -> (host: String, domain: String) {
  url.withBytes { bytes in
    bytes.scanURL { scan in
      guard case .web(let parts) = scan else { return ("", "") }
      return parts.hostAndDomain
    }
  }
}

/// Returns the host that `hostAndDomain` returns, in a tenth of the time, because it does not read the public suffix list.
package func host(ofUTF8 url: Span<UInt8>) -> String {
  url.withUnsafeBufferPointer { buffer in
    buffer.withBytes { bytes in
      bytes.scanURL { scan in if case .web(let parts) = scan { parts.displayHost } else { "" } }
    }
  }
}

/// Returns the version of the public suffix data that page keys and domains depend on: the version of libpsl and the SHA-1
/// of the list that is built into it.
package func suffixDataVersion() -> String {
  let version = psl_get_version().map { String(cString: $0) } ?? "unknown"
  let sha1 = psl_builtin_sha1sum().map { String(cString: $0) } ?? "unknown"
  return "libpsl \(version), list \(sha1.prefix(12))"
}

/// The public suffix list of the system's libpsl.
enum PublicSuffix {
  /// The longest host that is looked up. DNS allows 253 bytes, so a longer host has no registrable domain.
  private static let longestHost = 255

  /// The number of bytes at the end of `host` (lower-case A-labels) that are its registrable domain; 0 if it has none.
  static func registrableLength(of host: Bytes) -> Int {
    guard host.count <= longestHost, host.count > 0, let list = psl_builtin() else { return 0 }
    return host.withCString { name in psl_registrable_domain(list, name).map { host.count - ($0 - name) } } ?? 0
  }

  /// Whether a host is more than a public suffix. This takes one lookup; finding the domain itself takes one for each label.
  static func hasRegistrableDomain(_ host: Bytes) -> Bool {
    guard host.count <= longestHost, host.first != ASCII.dot, host.firstIndex(of: ASCII.dot) != nil,
      let list = psl_builtin()
    else { return false }
    return host.withCString { psl_is_public_suffix(list, $0) } == 0
  }
}

extension ScannedURL {
  fileprivate var hostAndDomain: (host: String, domain: String) {
    let host = displayHost
    guard hostKind == .domain else { return (host, "") }
    let name = self.host.last == ASCII.dot ? self.host.upTo(self.host.count - 1) : self.host
    let length = PublicSuffix.registrableLength(of: name)
    guard length > 0 else { return (host, "") }
    if !marks.contains(.internationalHost) { return (host, name.from(name.count - length).string) }
    // The Unicode form has as many labels as the A-label form.
    let labels = name.from(name.count - length).buffer.split(separator: ASCII.dot).count
    let domain = host.split(separator: ".").suffix(labels).joined(separator: ".")
    return (host, domain)
  }

  /// The host in lower case, international labels as written.
  fileprivate var displayHost: String {
    guard marks.contains(.internationalHost) else { return host.string }
    return InternationalDomain.unicode(bytes[writtenHost]) ?? host.string
  }
}

extension Bytes {
  /// Calls `body` with the bytes as a C string.
  ///
  /// - Returns: nil only if `body` returns nil.
  fileprivate func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result?) -> Result? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { memory in
      _ = memory.update(fromContentsOf: buffer)
      memory[count] = 0
      return memory.withMemoryRebound(to: CChar.self) { $0.baseAddress.flatMap { body($0) } }
    }
  }
}
