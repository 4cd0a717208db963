/// Anchors as GitHub makes them from headings.
public enum GitHubAnchor {
  /// The anchor of a heading's text, before numbering.
  ///
  /// Lower-case; letters, marks, decimal digits, connector punctuation, `-` and spaces are kept, each space becomes `-`.
  /// Nothing is trimmed: a heading that begins with an image or an emoji and a space has an anchor that begins with `-`.
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

  /// GitHub knows the characters of Unicode 13; a later letter counts as unassigned, whatever the standard library knows.
  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    guard let age = scalar.properties.age, age.major <= 13 else { return false }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
      true
    default:
      // Circled letters, for instance, are symbols that count as alphabetic.
      scalar.properties.isAlphabetic
    }
  }
}

/// Numbers repeated anchors: `-1`, `-2` …, counting every anchor that was given as used.
public struct AnchorNumbering: Sendable {
  private var uses: [String: Int] = [:]

  public init() {}

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
