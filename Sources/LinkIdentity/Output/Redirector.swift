/// Pages that only send the reader on, with the target in the query.
enum Redirector {
  /// Chains longer than this are left alone as a whole.
  static let maximumDepth = 3

  /// Where a redirector leads in the end; nil if the URL is none, its target is no http or https URL, or the chain is too
  /// long. The target is decoded once; escapes of bytes from 0x80 stay, since a URL means the same with them.
  static func finalTarget(of url: ScannedURL) -> [UInt8]? {
    guard mayRedirect(url), var target = validTarget(of: url) else { return nil }
    for _ in 1..<maximumDepth {
      guard let next = nextTarget(of: target) else { return target }
      target = next
    }
    return nextTarget(of: target) == nil ? target : nil
  }

  private static func nextTarget(of url: [UInt8]) -> [UInt8]? {
    url.withBytes { $0.scanURL { if case .web(let parts) = $0 { validTarget(of: parts) } else { nil } } }
  }

  private static func validTarget(of url: ScannedURL) -> [UInt8]? {
    guard let target = target(of: url) else { return nil }
    let isWeb = target.withBytes { $0.scanURL { if case .web = $0 { true } else { false } } }
    return isWeb ? target : nil
  }

  /// A cheap look at host and query before anything is compared.
  @inline(__always)
  private static func mayRedirect(_ url: ScannedURL) -> Bool { url.query != nil && url.port == nil }

  private static func target(of url: ScannedURL) -> [UInt8]? {
    guard let query = url.query.map({ url.bytes[$0] }) else { return nil }
    let host = url.host.withoutWWW
    let path = url.bytes[url.path]
    if host == "href.li" { return query.hasPrefixIgnoringCase("http") ? Array(query.buffer) : nil }
    let names: [StaticString] =
      if host.isGoogleSearch, path == "/url" {
        ["q", "url"]
      } else if host == "link.zhihu.com", path.isRoot {
        ["target"]
      } else if host == "l.facebook.com" || host == "lm.facebook.com", path == "/l.php" {
        ["u"]
      } else if host == "youtube.com" || host == "m.youtube.com", path == "/redirect" {
        ["q"]
      } else if host == "out.reddit.com" {
        ["url"]
      } else if host == "duckduckgo.com", path == "/l/" || path == "/l" {
        ["uddg"]
      } else {
        []
      }
    for name in names {
      if let value = query.parameter(name) { return value.decodedOnce }
    }
    return nil
  }
}

extension Bytes {
  @inline(__always) var withoutWWW: Bytes { hasPrefix("www.") ? from(4) : self }
  @inline(__always) var isRoot: Bool { isEmpty || (count == 1 && start[0].isSlash) }

  /// `google.` and a country: `google.com`, `google.de`, `google.co.uk`.
  fileprivate var isGoogleSearch: Bool {
    guard hasPrefix("google.") else { return false }
    let country = from(7)
    return country.count <= 6 && country.count >= 2
  }

  /// The value of the first parameter of this query with that name.
  func parameter(_ name: StaticString) -> Bytes? {
    var rest = self
    while true {
      let end = rest.firstIndex(of: ASCII.ampersand) ?? rest.count
      let piece = rest.upTo(end)
      if let equals = piece.firstIndex(of: ASCII.equals), piece.upTo(equals) == name { return piece.from(equals + 1) }
      guard end < rest.count else { return nil }
      rest = rest.from(end + 1)
    }
  }

  /// Escapes of ASCII bytes decoded, once.
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
