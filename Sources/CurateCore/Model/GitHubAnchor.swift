/// Anchors as GitHub makes them from headings.
public enum GitHubAnchor {
  /// The anchor of a heading's text, before numbering.
  ///
  /// Lower-case; letters, marks, decimal digits, connector punctuation, `-` and spaces are kept, each space becomes `-`.
  /// Nothing is trimmed: a heading that begins with an image or an emoji and a space has an anchor that begins with `-`.
  public static func slug(of text: String) -> String {
    var slug = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        if let kept = asciiSlug(scalar) { slug.append(kept) }
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars where isKept(lower) { slug.append(lower) }
      }
    }
    return String(slug)
  }

  private static func asciiSlug(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "A"..."Z": Unicode.Scalar(UInt8(scalar.value) | 0x20)
    case "a"..."z", "0"..."9", "-", "_": scalar
    case " ": "-"
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
