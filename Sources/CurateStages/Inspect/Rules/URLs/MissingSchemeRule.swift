import CurateCore

extension InspectRule {
  static let missingScheme = InspectRule(
    "missing-scheme",
    "Reports a destination that begins with a host but has no scheme: browsers resolve it as a relative path. Not reported for bare URLs (`www.tea.example`), which need no scheme.",
    severity: .warning,
    examples: [StageExample("no scheme", "- [Tea](www.tea.example/green)\n", ["missing-scheme"])],
    check: .url { url in
      guard url.schemeLength == 0, !url.hasSpace, url.syntax != .bare, url.syntax != .angle,
        !url.bytes.contains(UInt8(ascii: ":")), url.bytes.first != UInt8(ascii: "/"),
        url.bytes.first != UInt8(ascii: ".")
      else { return nil }
      let host = url.url.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.lowercased()
      let isHost = host.hasPrefix("www.") || [".com", ".org", ".net", ".io", ".edu"].contains { host.hasSuffix($0) }
      guard isHost, host.contains(".") else { return nil }
      return "'\(url.url)' has no scheme and is resolved as a relative path; add 'https://'"
    })
}
