/// The parts of an http or https URL as ranges of its bytes (WHATWG URL Standard, section 4.4), with the canonical host.
/// Nothing is copied or encoded yet.
struct ScannedURL {
  /// The URL without surrounding white space, tabs and newlines. All ranges are offsets in it.
  var bytes: Bytes
  var isHTTPS = false
  /// The user name and password without the `@`; empty if there are none.
  var userinfo = 0..<0
  /// The host as written.
  var writtenHost = 0..<0
  /// The host as lower-case ASCII: A-labels, or an IP address as the standard writes it.
  var host = Bytes("")
  var hostKind = HostKind.domain
  /// The digits of the port; nil without a colon.
  var writtenPort: Range<Int>?
  /// The port; nil if it is the default of the scheme.
  var port: UInt16?
  /// The path with its first slash (or backslash); may be empty.
  var path = 0..<0
  /// The query without `?`; nil if there is none.
  var query: Range<Int>?
  /// The fragment without `#`; nil if there is none.
  var fragment: Range<Int>?
  var marks: Marks = []

  enum HostKind: Sendable { case domain, ipv4, ipv6 }

  /// Properties that the scan found, so that later steps need not scan again.
  struct Marks: OptionSet {
    let rawValue: UInt8
    static let upperScheme = Marks(rawValue: 1)
    static let upperHost = Marks(rawValue: 2)
    static let internationalHost = Marks(rawValue: 4)
    static let dotSegment = Marks(rawValue: 8)
    static let credentials = Marks(rawValue: 16)
  }
}

/// The result of a scan.
enum ScanResult {
  case web(ScannedURL)
  /// The text has another scheme or none.
  case notWeb
  case invalid(URLFailure)
}

/// Why a text that starts with `http:` or `https:` is not a valid URL.
enum URLFailure: Error, Equatable, Sendable {
  case missingHost
  case portNotANumber
  case portOutOfRange
  case unclosedBracket
  case badIPv6
  case badIPv4
  case forbiddenHostCharacter
  case badInternationalHost

  /// The reason as one clause, without the URL.
  var reason: String {
    switch self {
    case .missingHost: "the host is missing"
    case .portNotANumber: "the port is not a number"
    case .portOutOfRange: "the port is greater than 65535"
    case .unclosedBracket: "the bracket of an IPv6 address is not closed"
    case .badIPv6: "the text in brackets is not an IPv6 address"
    case .badIPv4: "the host ends in a number but is not an IPv4 address"
    case .forbiddenHostCharacter: "the host has a character that is not allowed in hosts"
    case .badInternationalHost: "the host is not a valid international domain name (UTS 46)"
    }
  }
}

extension Bytes {
  /// Scans a URL and calls `body` exactly once with the result.
  @inline(__always)
  func scanURL<Result>(_ body: (ScanResult) -> Result) -> Result {
    let trimmed = trimmingControls
    if trimmed.hasTabOrNewline {
      return trimmed.withoutTabsAndNewlines.withBytes { $0.scanCleanURL(body) }
    }
    return trimmed.scanCleanURL(body)
  }

  /// The bytes without leading and trailing C0 controls and spaces.
  private var trimmingControls: Bytes {
    var lower = 0
    var upper = count
    while lower < upper, start[lower] <= 0x20 { lower += 1 }
    while upper > lower, start[upper - 1] <= 0x20 { upper -= 1 }
    return self[lower..<upper]
  }

  private var hasTabOrNewline: Bool {
    firstIndex(below: 0x0e) != nil && buffer.contains { $0 == 0x09 || $0 == 0x0a || $0 == 0x0d }
  }

  private var withoutTabsAndNewlines: [UInt8] { buffer.filter { $0 != 0x09 && $0 != 0x0a && $0 != 0x0d } }

  @inline(__always)
  private func scanCleanURL<Result>(_ body: (ScanResult) -> Result) -> Result {
    var url = ScannedURL(bytes: self)
    let failure = url.scan()
    if let failure { return body(failure) }
    if !url.host.isEmpty { return body(.web(url)) }
    let written = self[url.writtenHost]
    if written.isPlainHost {
      url.host = written
      return body(.web(url))
    }
    switch ParsedHost.parse(written) {
    case .success(let host):
      url.hostKind = host.kind
      if host.isInternational { url.marks.insert(.internationalHost) }
      if host.hasUpperCase { url.marks.insert(.upperHost) }
      return host.canonical.withBytes {
        url.host = $0
        return body(.web(url))
      }
    case .failure(let failure): return body(.invalid(failure))
    }
  }

  /// Whether the host is already canonical: lower-case ASCII, and the last label (without dots at the end) does not start
  /// with a digit.
  @inline(__always)
  fileprivate var isPlainHost: Bool {
    for index in 0..<count where !ASCIISet.plainHost.contains(start[index]) { return false }
    return !lastLabelStartsWithDigit
  }

  @inline(__always)
  fileprivate var lastLabelStartsWithDigit: Bool {
    var index = count
    while index > 0, start[index - 1] == ASCII.dot { index -= 1 }
    guard index > 0 else { return false }
    while index > 0, start[index - 1] != ASCII.dot { index -= 1 }
    return start[index].isDigit
  }
}

extension ScannedURL {
  /// Finds the parts.
  ///
  /// - Returns: the result if the text is not a web URL; nil on success.
  @inline(__always)
  fileprivate mutating func scan() -> ScanResult? {
    guard let schemeEnd = scanScheme() else { return .notWeb }
    var index = schemeEnd
    while index < bytes.count, bytes[index].isSlash { index += 1 }
    if let end = endOfPlainHost(from: index) {
      writtenHost = index..<end
      host = bytes[writtenHost]
      scanPath(from: end)
      return nil
    }
    var at: Int?
    var end = index
    authority: while end < bytes.count {
      switch bytes[end] {
      case ASCII.slash, ASCII.backslash, ASCII.question, ASCII.hash: break authority
      case ASCII.at: at = end
      default: break
      }
      end += 1
    }
    if let at {
      userinfo = index..<at
      marks.insert(.credentials)
      index = at + 1
    }
    if let failure = scanHostAndPort(from: index, to: end) { return .invalid(failure) }
    scanPath(from: end)
    return nil
  }

  /// The end of an authority that is only a plain host, as nearly all are, found in one pass over its bytes; nil for any
  /// other authority.
  @inline(__always)
  private func endOfPlainHost(from lower: Int) -> Int? {
    var end = lower
    while end < bytes.count, ASCIISet.plainHost.contains(bytes[end]) { end += 1 }
    guard end > lower else { return nil }
    if end < bytes.count, bytes[end] != ASCII.slash, bytes[end] != ASCII.question, bytes[end] != ASCII.hash {
      return nil
    }
    return bytes[lower..<end].lastLabelStartsWithDigit ? nil : end
  }

  /// - Returns: the index after the colon; nil if the scheme is not http or https.
  @inline(__always)
  private mutating func scanScheme() -> Int? {
    // The spelling of nearly all URLs.
    if bytes.hasPrefix("https:") {
      isHTTPS = true
      return 6
    }
    if bytes.hasPrefix("http:") { return 5 }
    guard bytes.count >= 5, bytes.hasPrefixIgnoringCase("http") else { return nil }
    var index = 4
    if bytes[index].lowered == UInt8(ascii: "s") {
      isHTTPS = true
      index += 1
    }
    guard index < bytes.count, bytes[index] == ASCII.colon else { return nil }
    if !bytes.upTo(index).allSatisfy(\.isLowerLetter) { marks.insert(.upperScheme) }
    return index + 1
  }

  @inline(__always)
  private mutating func scanHostAndPort(from lower: Int, to upper: Int) -> URLFailure? {
    var isInBrackets = false
    var colon: Int?
    var index = lower
    while index < upper {
      switch bytes[index] {
      case ASCII.openBracket: isInBrackets = true
      case ASCII.closeBracket: isInBrackets = false
      case ASCII.colon where !isInBrackets: colon = index
      default: break
      }
      if colon != nil { break }
      index += 1
    }
    writtenHost = lower..<(colon ?? upper)
    guard !writtenHost.isEmpty else { return .missingHost }
    guard let colon else { return nil }
    let digits = colon + 1..<upper
    writtenPort = digits
    var value = 0
    for index in digits {
      guard bytes[index].isDigit else { return .portNotANumber }
      value = min(value * 10 + Int(bytes[index] - 0x30), 65_536)
    }
    guard let number = UInt16(exactly: value) else { return .portOutOfRange }
    if !digits.isEmpty, number != (isHTTPS ? 443 : 80) { port = number }
    return nil
  }

  @inline(__always)
  private mutating func scanPath(from lower: Int) {
    var index = lower
    var segment = lower + 1
    loop: while index < bytes.count {
      switch bytes[index] {
      case ASCII.slash, ASCII.backslash:
        if segment < index { noteDots(segment..<index) }
        segment = index + 1
      case ASCII.question, ASCII.hash: break loop
      default: break
      }
      index += 1
    }
    if segment < index { noteDots(segment..<index) }
    path = lower..<index
    if index < bytes.count, bytes[index] == ASCII.question {
      let end = bytes.firstIndex(of: ASCII.hash, from: index + 1) ?? bytes.count
      query = index + 1..<end
      index = end
    }
    if index < bytes.count { fragment = index + 1..<bytes.count }
  }

  @inline(__always)
  private mutating func noteDots(_ segment: Range<Int>) {
    guard !segment.isEmpty, bytes[segment.lowerBound] == ASCII.dot || bytes[segment.lowerBound] == ASCII.percent
    else { return }
    if bytes[segment].dotCount != nil { marks.insert(.dotSegment) }
  }
}

extension UInt8 {
  /// Whether the byte separates segments in a special URL.
  @inline(__always) var isSlash: Bool { self == ASCII.slash || self == ASCII.backslash }
}

extension Bytes {
  /// 1 for a single-dot segment, 2 for a double-dot one (`%2e` counts as a dot), nil for any other.
  var dotCount: Int? {
    var index = 0
    var dots = 0
    while index < count {
      if start[index] == ASCII.dot {
        index += 1
      } else if escapedByte(at: index) == ASCII.dot {
        index += 3
      } else {
        return nil
      }
      dots += 1
      if dots > 2 { return nil }
    }
    return dots == 0 ? nil : dots
  }
}
