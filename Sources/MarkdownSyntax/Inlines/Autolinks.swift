/// Autolinks in angle brackets (CommonMark section 6.5).
extension InlineParser {
  /// Recognizes an autolink or raw HTML at the `<` at `position`. Returns the offset where the scan continues.
  mutating func angleBracket(_ position: Int) -> Int {
    if let linkEnd = scanURIAutolink(position) {
      tokens.append(InlineToken(leaf: .autolink, position, linkEnd))
      return linkEnd
    }
    if let linkEnd = scanMailAutolink(position) {
      tokens.append(InlineToken(leaf: .autolink, position, linkEnd, flags: .mailto))
      return linkEnd
    }
    if let (kind, tagEnd) = rawHTML(position) {
      tokens.append(InlineToken(leaf: kind, position, tagEnd))
      return tagEnd
    }
    return position + 1
  }

  private func scanURIAutolink(_ position: Int) -> Int? {
    var index = position + 1
    defer { countSteps(index - position) }
    guard index < end, base[index].isLetter else { return nil }
    while index < end, base[index].isAlphanumeric || base[index] == 0x2B || base[index] == 0x2D || base[index] == 0x2E {
      index += 1
    }
    let length = index - position - 1
    guard length >= 2, length <= 32, index < end, base[index] == 0x3A else { return nil }
    while index < end {
      let byte = base[index]
      if byte == 0x3E { return index + 1 }
      if byte <= 0x20 || byte == 0x3C || byte == 0x7F { return nil }
      index += 1
    }
    return nil
  }

  private func scanMailAutolink(_ position: Int) -> Int? {
    var index = position + 1
    defer { countSteps(index - position) }
    while index < end, base[index].isMailLocalByte { index += 1 }
    guard index > position + 1, index < end, base[index] == 0x40 else { return nil }
    while true {
      index += 1
      let labelStart = index
      while index < end, base[index].isAlphanumeric || base[index] == 0x2D { index += 1 }
      let length = index - labelStart
      guard length > 0, length <= 63, base[labelStart] != 0x2D, base[index - 1] != 0x2D, index < end else { return nil }
      if base[index] == 0x3E { return index + 1 }
      if base[index] != 0x2E { return nil }
    }
  }
}

extension UInt8 {
  /// Whether the byte can occur before the `@` of an e-mail address, as the HTML Living Standard defines it.
  fileprivate var isMailLocalByte: Bool {
    if isAlphanumeric { return true }
    switch self {
    case 0x2E, 0x21, 0x23, 0x24, 0x25, 0x26, 0x27, 0x2A, 0x2B, 0x2F, 0x3D, 0x3F, 0x5E, 0x5F, 0x60, 0x7B, 0x7C, 0x7D,
      0x7E, 0x2D:
      return true
    default: return false
    }
  }
}
