import CurateCore

extension Collection {
  /// Returns a link's title, folded for comparison.
  func foldedTitle(of id: LinkID) -> FoldedTitle {
    withTitle(of: id) { title in
      FoldedTitle(title) { FoldedTitle.repeats(self.title(of: id), $0, url: url(of: id)) }
    }
  }
}

/// A title folded for comparison: case, punctuation and white space do not count.
struct FoldedTitle {
  enum Kind: Int, Comparable {
    /// No title: a bare URL, or a text that only repeats the URL.
    case bare
    /// A word that fits any link: "PDF", "here".
    case generic
    case titled

    static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  let kind: Kind
  /// The folded words, joined by single spaces.
  let text: String

  let wordCount: Int

  /// - Parameters:
  ///   - title: in UTF-8.
  ///   - repeatsURL: returns whether the title only repeats its URL; called only for a title with a dot and no space.
  init(_ title: Span<UInt8>, repeatsURL: (_ folded: String) -> Bool) {
    text = Self.fold(title)
    let bytes = text.utf8Span.span
    var spaces = 0
    for index in bytes.indices where bytes[index] == 0x20 { spaces += 1 }
    wordCount = bytes.isEmpty ? 0 : 1 + spaces
    if bytes.isEmpty || (Self.mayRepeatURL(title) && repeatsURL(text)) {
      kind = .bare
    } else {
      let isGeneric = bytes.count <= Self.longestGenericTitle && Self.genericTitles.contains(text)
      kind = isGeneric ? .generic : .titled
    }
  }

  private static let genericTitles: Set<String> = [
    "here", "click here", "link", "this", "this link", "url", "pdf", "html", "web", "website", "web site", "site",
    "page", "web page", "webpage", "homepage", "home page", "paper", "article", "read more", "more", "details",
    "download",
  ]

  /// The length of the longest generic title (bytes); longer titles are not looked up.
  private static let longestGenericTitle = genericTitles.map(\.utf8.count).max() ?? 0

  /// Whether a title has a dot and no space, as every title has that only repeats its URL.
  private static func mayRepeatURL(_ title: Span<UInt8>) -> Bool {
    !title.holds { $0.areEqual(to: 0x20) } && title.holds { $0.areEqual(to: UInt8(ascii: ".")) }
  }

  /// Whether a title only repeats its URL.
  fileprivate static func repeats(_ title: String, _ text: String, url: String) -> Bool {
    title.utf8.count <= url.utf8.count && text == fold(withoutScheme(title, of: url).utf8Span.span)
  }

  /// Returns the URL as a title may repeat it: whole, or without scheme and `www.`.
  private static func withoutScheme(_ title: String, of url: String) -> String {
    var rest = url[...]
    if title.lowercased().hasPrefix("http") { return url }
    for prefix in ["https://", "http://"] where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
    if rest.hasPrefix("www."), !title.lowercased().hasPrefix("www") { rest = rest.dropFirst(4) }
    return String(rest)
  }

  /// Keeps letters, marks, numbers and symbols, in lower case; everything else separates words. `#` and `+` are kept at
  /// the end of a word, so that C, C++ and C# differ.
  private static func fold(_ title: Span<UInt8>) -> String {
    guard title.firstBeyondASCII(from: 0) == nil else { return foldBeyondASCII(title) }
    // Folding only drops bytes or replaces some by a space, so the result is no longer than the title.
    var words = Array(repeating: UInt8(0), count: title.count)
    var count = 0
    var isInWord = false
    for index in title.indices {
      if let kept = folded(title[index], afterWord: isInWord) {
        // The space before a word is written with its first letter.
        if !isInWord, count > 0 {
          words[count] = 0x20
          count += 1
        }
        words[count] = kept
        count += 1
        isInWord = true
      } else {
        isInWord = false
      }
    }
    return String(decoding: words[..<count], as: UTF8.self)
  }

  private static func foldBeyondASCII(_ title: Span<UInt8>) -> String {
    let title = title.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    var words: [UInt8] = []
    words.reserveCapacity(title.utf8.count)
    var isInWord = false
    func append(_ letters: some Sequence<UInt8>) {
      if !isInWord, !words.isEmpty { words.append(0x20) }
      words += letters
      isInWord = true
    }
    for scalar in title.unicodeScalars {
      if scalar.isASCII {
        let kept = folded(UInt8(truncatingIfNeeded: scalar.value), afterWord: isInWord)
        if let kept { append(CollectionOfOne(kept)) } else { isInWord = false }
      } else if separatesWords(scalar) {
        isInWord = false
      } else {
        append(scalar.properties.lowercaseMapping.utf8)
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

  /// Whether a scalar is punctuation, white space or invisible.
  private static func separatesWords(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation, .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format,
      .surrogate, .privateUse, .unassigned:
      true
    default: false
    }
  }
}
