/// The host and its registrable domain (by the public suffix list), lower-case, as written (IDN not turned into A-labels);
/// empty if the URL has no host. An IP address, a public suffix and a name without dots have a host and no domain.
public func hostAndDomain(of url: String) -> (host: String, domain: String) {
  url.withBytes { bytes in
    bytes.scanURL { scan in
      guard case .web(let parts) = scan else { return ("", "") }
      return parts.hostAndDomain
    }
  }
}

/// The host alone, as `hostAndDomain` gives it: at a tenth of the price, which is that of the public suffix list.
package func host(ofUTF8 url: Span<UInt8>) -> String {
  url.withUnsafeBufferPointer { buffer in
    buffer.withBytes { bytes in
      bytes.scanURL { scan in if case .web(let parts) = scan { parts.displayHost } else { "" } }
    }
  }
}

extension ScannedURL {
  var hostAndDomain: (host: String, domain: String) {
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
