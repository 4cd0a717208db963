/// Generates the anchors that GitHub gives to headings.
public enum GitHubAnchor {
  /// Returns the anchor of a heading's text, before `AnchorNumbering` makes it unique.
  ///
  /// Converts to lower case; keeps letters, marks, decimal digits, connector punctuation and `-`; replaces each space by
  /// `-`. Trims nothing: a heading that begins with an image or an emoji and a space has an anchor that begins with `-`.
  public static func slug(of text: String) -> String {
    var slug: [UInt8] = []
    slug.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        if let kept = asciiSlug(UInt8(truncatingIfNeeded: scalar.value)) { slug.append(kept) }
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars where isKept(lower) {
          slug += UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter
        }
      }
    }
    return String(decoding: slug, as: UTF8.self)
  }

  private static func asciiSlug(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
      UInt8(ascii: "_"):
      byte
    case UInt8(ascii: " "): UInt8(ascii: "-")
    default: nil
    }
  }

  /// Whether GitHub keeps a character. GitHub uses Unicode 13, so letters of later versions count as unassigned.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age, age.major <= 13 else { return false }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
      true
    default:
      // Circled letters, for example, are symbols with the property Alphabetic.
      scalar.properties.isAlphabetic
    }
  }
}

/// Makes anchors unique by appending `-1`, `-2` … Every returned anchor counts as used.
public struct AnchorNumbering: Sendable {
  private var uses: [String: Int] = [:]

  /// Creates a numbering without used anchors.
  public init() {}

  /// Returns a unique anchor for a slug.
  public mutating func anchor(for slug: String) -> String {
    var anchor = slug
    while uses[anchor] != nil {
      let next = (uses[slug] ?? 0) + 1
      uses[slug] = next
      anchor = "\(slug)-\(next)"
    }
    uses[anchor] = 0
    return anchor
  }
}
