/// Recognizes bare URLs and mail addresses (GFM section 6.9) by the rules of cmark-gfm.
extension InlineParser {
  /// Recognizes a URL around the `:` at `position` that starts with `http://`, `https://` or `ftp://`. Returns the
  /// offset where the scan continues.
  mutating func extendedURL(_ position: Int) -> Int {
    guard position + 3 < end, base[position + 1] == 0x2F, base[position + 2] == 0x2F else { return position + 1 }
    var scheme = position
    let limit = max(start, position - 6)
    while scheme > limit, base[scheme - 1].isLetter { scheme -= 1 }
    guard isScheme(scheme, position), !isInBracket, position + 3 < end, isHostCharacter(position + 3) else {
      return position + 1
    }
    // The scheme was scanned as plain text. It must not overlap a token.
    if !tokens.isEmpty, Int(tokens[tokens.count - 1].end) > scheme { return position + 1 }
    guard let hostEnd = scanDomain(position + 3, needsDot: false), let linkEnd = linkEnd(scheme, hostEnd) else {
      return position + 1
    }
    if linkEnd <= position + 1 { return position + 1 }
    tokens.append(InlineToken(leaf: .extendedAutolink, scheme, linkEnd))
    return linkEnd
  }

  private mutating func isScheme(_ start: Int, _ colon: Int) -> Bool {
    switch colon - start {
    case 3: isWord("ftp", start)
    case 4: isWord("http", start)
    case 5: isWord("https", start)
    default: false
    }
  }

  @inline(__always)
  private mutating func isWord(_ word: StaticString, _ start: Int) -> Bool {
    for offset in 0..<word.utf8CodeUnitCount where base[start + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Recognizes a URL whose `www` precedes the `.` at `dot`. Returns the offset where the scan continues.
  @inline(__always)
  mutating func extendedWWW(_ dot: Int) -> Int {
    if dot - start >= 3, base[dot - 1] == 0x77 { return extendedWWW(from: dot - 3, dot) }
    return dot + 1
  }

  @inline(never)
  private mutating func extendedWWW(from position: Int, _ dot: Int) -> Int {
    guard base[position] == 0x77, base[position + 1] == 0x77, !isInBracket else { return dot + 1 }
    // The `www` was scanned as plain text. It must not overlap a token.
    if !tokens.isEmpty, Int(tokens[tokens.count - 1].end) > position { return dot + 1 }
    if position > start {
      switch base[position - 1] {
      case 0x2A, 0x5F, 0x7E, 0x28: break
      case let byte where byte.isSpace: break
      default: return dot + 1
      }
    }
    guard let hostEnd = scanDomain(position, needsDot: true), let linkEnd = linkEnd(position, hostEnd), linkEnd > dot
    else {
      return dot + 1
    }
    tokens.append(InlineToken(leaf: .extendedAutolink, position, linkEnd, flags: .http))
    return linkEnd
  }

  /// Returns the end of the domain at `position`. Its last two labels must not contain an underscore.
  private mutating func scanDomain(_ position: Int, needsDot: Bool) -> Int? {
    var index = position + 1
    defer { countSteps(index - position) }
    var dots = 0
    var underscores = 0
    var underscoresBefore = 0
    while index < end {
      if base[index] == 0x5C, index + 2 < end { index += 1 }
      let byte = base[index]
      if byte == 0x5F {
        underscores += 1
      } else if byte == 0x2E {
        underscoresBefore = underscores
        underscores = 0
        dots += 1
      } else if byte != 0x2D, !isHostCharacter(index) {
        break
      }
      index += byte < 0x80 ? 1 : decodeScalar(base, index, end).length
    }
    index = min(index, end)
    if underscores + underscoresBefore > 0, dots <= 10 { return nil }
    return needsDot && dots == 0 ? nil : index
  }

  private mutating func isHostCharacter(_ position: Int) -> Bool {
    let byte = base[position]
    if byte < 0x80 { return byte.isAlphanumeric || byte < 0x09 || (byte > 0x0D && byte < 0x20) || byte == 0x7F }
    return isHostScalar(decodeScalar(base, position, end).scalar)
  }

  /// Returns the end of a link: extends it from the end of its domain to white space or `<`, and removes trailing
  /// punctuation.
  private mutating func linkEnd(_ linkStart: Int, _ hostEnd: Int) -> Int? {
    var index = hostEnd
    while index < end, !base[index].isSpace, base[index] != 0x3C { index += 1 }
    return trimmedLinkEnd(linkStart, index)
  }

  /// Returns the end of a link without trailing punctuation, unmatched closing parentheses and entities.
  mutating func trimmedLinkEnd(_ linkStart: Int, _ untrimmed: Int) -> Int? {
    countSteps(2 * (untrimmed - linkStart))
    var index = linkStart
    var unclosed = 0  // number of closing minus number of opening parentheses
    while index < untrimmed {
      if base[index] == 0x28 { unclosed -= 1 } else if base[index] == 0x29 { unclosed += 1 }
      index += 1
    }
    index = untrimmed
    while index > linkStart {
      switch base[index - 1] {
      case 0x29:
        if unclosed <= 0 { return index }
        unclosed -= 1
        index -= 1
      case 0x3F, 0x21, 0x2E, 0x2C, 0x3A, 0x2A, 0x5F, 0x7E, 0x27, 0x22: index -= 1
      case 0x3B:
        var entity = index - 2
        while entity > linkStart, base[entity].isLetter { entity -= 1 }
        index = entity > linkStart - 1 && entity < index - 2 && base[entity] == 0x26 ? entity : index - 1
      default: return index
      }
    }
    return nil
  }

  /// Returns the mail address around the `@` at `position`, within `from..<to`. `isPlain` is false if it starts with
  /// `mailto:` or `xmpp:`.
  mutating func mailAddress(_ position: Int, from: Int, to: Int) -> (start: Int, end: Int, isPlain: Bool)? {
    var first = position
    var isPlain = true
    var isXMPP = false
    while first > from {
      let byte = base[first - 1]
      if byte.isAlphanumeric || byte == 0x2E || byte == 0x2B || byte == 0x2D || byte == 0x5F {
        first -= 1
      } else {
        if byte == 0x3A, let (scheme, xmpp) = mailScheme(first - 1, from) {
          first = scheme
          isPlain = false
          isXMPP = xmpp
        }
        break
      }
    }
    if first == position { return nil }
    var index = position + 1
    defer { countSteps(index - first) }
    var dots = 0
    while index < to {
      let byte = base[index]
      if byte.isAlphanumeric || byte == 0x2D || byte == 0x5F || (byte == 0x2F && isXMPP) {
        index += 1
      } else if byte == 0x2E, index + 1 < to, base[index + 1].isAlphanumeric {
        dots += 1
        index += 1
      } else if byte == 0x40 {
        return nil
      } else {
        break
      }
    }
    guard dots > 0, index - position >= 2, base[index - 1].isLetter || base[index - 1] == 0x2E else { return nil }
    guard let trimmed = trimmedLinkEnd(first, index), trimmed > position + 1 else { return nil }
    return (first, trimmed, isPlain)
  }

  private mutating func mailScheme(_ colon: Int, _ from: Int) -> (start: Int, isXMPP: Bool)? {
    if colon - from >= 6, isWord("mailto", colon - 6) { return (colon - 6, false) }
    if colon - from >= 4, isWord("xmpp", colon - 4) { return (colon - 4, true) }
    return nil
  }
}

/// Whether a scalar beyond ASCII can be part of a host. Symbols can (emoji domains); punctuation and spaces cannot.
@inline(never)
private func isHostScalar(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .spaceSeparator, .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
    .initialPunctuation, .finalPunctuation, .otherPunctuation:
    false
  default: true
  }
}
