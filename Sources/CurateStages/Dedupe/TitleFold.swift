/// What a title says, for comparison: case, punctuation and white space folded.
struct TitleFold {
  enum Kind: Int, Comparable {
    /// No title of its own: a bare URL, or a text that only repeats the URL.
    case bare
    /// A word that would fit any link: "PDF", "here".
    case generic
    case titled

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  let kind: Kind
  /// The folded words, joined by single spaces.
  let text: String

  /// - Parameter url: the link's own URL.
  init(_ title: String, url: String) {
    text = Self.fold(title)
    if text.isEmpty || (title.utf8.count <= url.utf8.count && text == Self.fold(Self.withoutScheme(title, of: url))) {
      kind = .bare
    } else {
      kind = Self.genericTitles.contains(text) ? .generic : .titled
    }
  }

  var wordCount: Int { text.isEmpty ? 0 : 1 + text.utf8.count { $0 == 0x20 } }

  private static let genericTitles: Set<String> = [
    "here", "click here", "link", "this", "this link", "url", "pdf", "html", "web", "website", "web site", "site",
    "page",
    "web page", "webpage", "homepage", "home page", "paper", "article", "read more", "more", "details", "download",
  ]

  /// The URL as a title might repeat it: whole, or without scheme, `www.` and the last slash.
  private static func withoutScheme(_ title: String, of url: String) -> String {
    var rest = url[...]
    if title.lowercased().hasPrefix("http") { return url }
    for prefix in ["https://", "http://"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    if rest.hasPrefix("www."), !title.lowercased().hasPrefix("www") { rest = rest.dropFirst(4) }
    return String(rest)
  }

  /// Letters, marks, numbers and symbols in lower case; all else parts words. `#` and `+` stay where they end a word,
  /// so that C, C++ and C# differ.
  private static func fold(_ title: String) -> String {
    var words = ""
    var isInWord = false
    for scalar in title.unicodeScalars {
      guard let kept = folded(scalar, afterWord: isInWord) else {
        isInWord = false
        continue
      }
      if !isInWord, !words.isEmpty { words += " " }
      words += kept
      isInWord = true
    }
    return words
  }

  private static func folded(_ scalar: Unicode.Scalar, afterWord: Bool) -> String? {
    if scalar.isASCII {
      switch scalar {
      case "A"..."Z": return String(Unicode.Scalar(UInt8(scalar.value) | 0x20))
      case "a"..."z", "0"..."9", "$", "<", "=", ">", "^", "~", "|", "`": return String(scalar)
      case "#", "+": return afterWord ? String(scalar) : nil
      default: return nil
      }
    }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format,
      .surrogate, .privateUse, .unassigned:
      return nil
    default: return scalar.properties.lowercaseMapping
    }
  }
}
