/// Raw HTML in text (CommonMark section 6.6).
extension InlineParser {
  /// Returns the kind and the end of the raw HTML at `position` (a `<`), if there is any.
  mutating func rawHTML(_ position: Int, _ grammar: TagGrammar = .commonMark) -> (NodeKind, Int)? {
    guard position + 1 < end else { return nil }
    switch base[position + 1] {
    case 0x21: return markupDeclaration(position)
    case 0x3F:
      if failures.processingInstruction { return nil }
      if let close = find("?>", from: position + 2) { return (.htmlOther, close) }
      failures.processingInstruction = true
      return nil
    case 0x2F: return scanHTMLTag(base, position, end, grammar).map { (.htmlCloseTag, $0) }
    default: return scanHTMLTag(base, position, end, grammar).map { (.htmlOpenTag, $0) }
    }
  }

  /// Scans a comment, a declaration or a CDATA section.
  private mutating func markupDeclaration(_ position: Int) -> (NodeKind, Int)? {
    let next = position + 2
    guard next < end else { return nil }
    if base[next] == 0x2D, next + 1 < end, base[next + 1] == 0x2D {
      let content = next + 2
      if content < end, base[content] == 0x3E { return (.htmlComment, content + 1) }
      if content + 1 < end, base[content] == 0x2D, base[content + 1] == 0x3E { return (.htmlComment, content + 2) }
      if failures.comment { return nil }
      if let close = find("-->", from: content) { return (.htmlComment, close) }
      failures.comment = true
    } else if base[next] == 0x5B {
      if failures.cdata || !hasPrefix("[CDATA[", next) { return nil }
      if let close = find("]]>", from: next + 7) { return (.htmlOther, close) }
      failures.cdata = true
    } else if base[next].isLetter, !failures.declaration {
      if let close = find(">", from: next) { return (.htmlOther, close) }
      failures.declaration = true
    }
    return nil
  }

  private func hasPrefix(_ text: StaticString, _ position: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    if position + length > end { return false }
    for offset in 0..<length where base[position + offset] != text.utf8Start[offset] { return false }
    return true
  }

  /// Returns the offset after the next occurrence of `text`.
  private func find(_ text: StaticString, from position: Int) -> Int? {
    var index = position
    defer { countSteps(index - position) }
    while index + text.utf8CodeUnitCount <= end {
      if hasPrefix(text, index) { return index + text.utf8CodeUnitCount }
      index += 1
    }
    return nil
  }
}
