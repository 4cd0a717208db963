/// The URL with `***` in the place of a user name and password; any other text comes back as it is.
///
/// Works on URLs of any scheme with an authority, and on http and https URLs that do not parse.
public func maskingCredentials(in url: String) -> String {
  url.withBytes { bytes in
    guard let userinfo = bytes.userinfo else { return url }
    return bytes.upTo(userinfo.lowerBound).string + "***" + bytes.from(userinfo.upperBound).string
  }
}

extension Bytes {
  /// What stands before the last `@` of the authority; nil if there is none.
  fileprivate var userinfo: Range<Int>? {
    guard let colon = firstIndex(of: ASCII.colon) else { return nil }
    let scheme = upTo(colon).buffer.filter { $0 > 0x20 }
    let isWeb = scheme.withBytes { $0.equalsIgnoringCase("http") || $0.equalsIgnoringCase("https") }
    var lower = colon + 1
    while lower < count, start[lower].isSlash || start[lower] <= 0x20 { lower += 1 }
    guard isWeb || from(colon + 1).hasPrefix("//") else { return nil }
    var upper = lower
    var at: Int?
    while upper < count, !start[upper].isSlash, start[upper] != ASCII.question, start[upper] != ASCII.hash {
      if start[upper] == ASCII.at { at = upper }
      upper += 1
    }
    guard let at, at > lower else { return nil }
    return lower..<at
  }
}
