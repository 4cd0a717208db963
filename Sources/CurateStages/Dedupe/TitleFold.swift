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
    if text.isEmpty || Self.repeats(title, text, url: url) {
      kind = .bare
    } else {
      let isGeneric = text.utf8.count <= Self.longestGenericTitle && Self.genericTitles.contains(text)
      kind = isGeneric ? .generic : .titled
    }
  }

  var wordCount: Int { text.isEmpty ? 0 : 1 + text.utf8.count { $0 == 0x20 } }

  private static let genericTitles: Set<String> = [
    "here", "click here", "link", "this", "this link", "url", "pdf", "html", "web", "website", "web site", "site",
    "page",
    "web page", "webpage", "homepage", "home page", "paper", "article", "read more", "more", "details", "download",
  ]

  /// Its length in bytes: longer titles need not be looked for.
  private static let longestGenericTitle = 10

  /// Whether a title only says its URL again: then it has a dot, and no space.
  private static func repeats(_ title: String, _ text: String, url: String) -> Bool {
    guard title.utf8.count <= url.utf8.count, title.utf8.contains(UInt8(ascii: ".")), !title.utf8.contains(0x20) else {
      return false
    }
    return text == fold(withoutScheme(title, of: url))
  }

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
    var words: [UInt8] = []
    words.reserveCapacity(title.utf8.count)
    var isInWord = false
    // The space before a word is written with its first letter.
    func begin() {
      if !isInWord, !words.isEmpty { words.append(0x20) }
      isInWord = true
    }
    func add(_ byte: UInt8) {
      guard let kept = folded(byte, afterWord: isInWord) else {
        isInWord = false
        return
      }
      begin()
      words.append(kept)
    }
    let bytes = title.utf8Span
    if bytes.isKnownASCII {
      for index in bytes.span.indices { add(bytes.span[index]) }
      return String(decoding: words, as: UTF8.self)
    }
    for scalar in title.unicodeScalars {
      if scalar.isASCII {
        add(UInt8(truncatingIfNeeded: scalar.value))
      } else if partsWords(scalar) {
        isInWord = false
      } else {
        begin()
        words += scalar.properties.lowercaseMapping.utf8
      }
    }
    return String(decoding: words, as: UTF8.self)
  }

  private static func folded(_ byte: UInt8, afterWord: Bool) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "^"),
      UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "`"):
      byte
    case UInt8(ascii: "#"), UInt8(ascii: "+"): afterWord ? byte : nil
    default: nil
    }
  }

  /// Punctuation, white space, and what no reader sees.
  private static func partsWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format,
      .surrogate, .privateUse, .unassigned:
      true
    default: false
    }
  }
}
