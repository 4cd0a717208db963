/// Pages that only redirect, with the target in the query.
enum Redirector {
  /// The longest chain of redirectors that is unwrapped. Longer chains are left unchanged.
  static let maximumDepth = 3

  /// The URL at the end of a chain of redirectors. The target is decoded once; escapes of bytes from 0x80 are kept, because
  /// they do not change the meaning of a URL.
  ///
  /// - Returns: nil if the URL is not a redirector, its target is not an http or https URL, or the chain is too long.
  static func finalTarget(of url: ScannedURL) -> [UInt8]? {
    guard url.query != nil, url.host.mayBeRedirector else { return nil }
    return url.withOwnKey { finalTarget(of: url, key: $0) }
  }

  /// Returns the URL at the end of a chain of redirectors; `key` is the page key of `url` itself.
  static func finalTarget(of url: ScannedURL, key: PageKey) -> [UInt8]? {
    guard var target = validTarget(of: url, key: key) else { return nil }
    for _ in 1..<maximumDepth {
      guard let next = nextTarget(of: target) else { return target }
      target = next
    }
    return nextTarget(of: target) == nil ? target : nil
  }

  private static func nextTarget(of url: [UInt8]) -> [UInt8]? {
    url.withBytes { bytes in
      bytes.scanURL { scan in
        guard case .web(let parts) = scan, parts.query != nil, parts.host.mayBeRedirector else { return nil }
        return parts.withOwnKey { validTarget(of: parts, key: $0) }
      }
    }
  }

  private static func validTarget(of url: ScannedURL, key: PageKey) -> [UInt8]? {
    guard let target = target(of: url, key: key) else { return nil }
    let isWeb = target.withBytes { $0.scanURL { if case .web = $0 { true } else { false } } }
    return isWeb ? target : nil
  }

  /// The target in the query. Matches the page key, in which prefixes like `www.`, dot segments and escapes do not hide a
  /// redirector.
  private static func target(of url: ScannedURL, key: PageKey) -> [UInt8]? {
    guard !key.hasPort, let written = url.query.map({ url.bytes[$0] }) else { return nil }
    let host = key.host
    let path = key.path
    if host.isWholeQueryRedirector { return written.hasPrefixIgnoringCase("http") ? Array(written.buffer) : nil }
    let first: StaticString
    var second: StaticString?
    if host.isGoogleSearch, path == "/url" {
      first = "q"
      second = "url"
    } else if host == "link.zhihu.com", path.isEmpty {
      first = "target"
    } else if host == "l.facebook.com" || host == "lm.facebook.com", path == "/l.php" {
      first = "u"
    } else if host == "youtube.com", path == "/redirect" {
      first = "q"
    } else if host == "out.reddit.com" {
      first = "url"
    } else if host == "duckduckgo.com", path == "/l" {
      first = "uddg"
    } else {
      return nil
    }
    for name in [first, second].compactMap({ $0 }) {
      guard let value = key.query.parameter(name) else { continue }
      // Characters that are written outside ASCII are kept.
      if let original = written.parameter(name), original.contains(where: { $0 >= 0x80 }) {
        return original.decodedOnce
      }
      return value.decodedOnce
    }
    return nil
  }
}

extension Bytes {
  /// A cheap test that excludes most hosts.
  @inline(__always)
  fileprivate var mayBeRedirector: Bool {
    let name = withoutRootDot
    return name.hasSuffix(".com") || name.hasSuffix("href.li") || name.contains("google.")
  }

  /// Whether the whole query of this canonical host is a URL.
  var isWholeQueryRedirector: Bool { self == "href.li" }

  /// Whether the host is `google.` and a country: `google.com`, `google.de`, `google.co.uk`.
  fileprivate var isGoogleSearch: Bool {
    guard hasPrefix("google.") else { return false }
    let country = from(7)
    return country.count <= 6 && country.count >= 2
  }

  /// The bytes with escapes of ASCII bytes decoded once.
  fileprivate var decodedOnce: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    var index = 0
    while index < count {
      if let byte = escapedByte(at: index), byte < 0x80 {
        result.append(byte)
        index += 3
      } else {
        result.append(start[index])
        index += 1
      }
    }
    return result
  }
}
