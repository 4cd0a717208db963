/// Raw HTML (CommonMark section 6.6).
extension InlineParser {
  /// The kind and end of the raw HTML at `position` (a `<`).
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

  /// A comment, a declaration or a CDATA section.
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

  /// The offset after the next occurrence of `text`.
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

/// How strictly a tag is read.
enum TagGrammar {
  /// CommonMark section 6.6: what counts as a tag in text.
  case commonMark
  /// As browsers do: inside an HTML block the text is HTML whatever its form, so `<a href="x"class=y>` is a tag too.
  case browser
}

/// The end of the open or closing tag at `start` (a `<`). Reads `base[start..<end]` only.
func scanHTMLTag(
  _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ grammar: TagGrammar = .commonMark
) -> Int? {
  var index = start + 1
  defer { countSteps(index - start) }
  let isClosing = index < end && base[index] == 0x2F
  if isClosing { index += 1 }
  guard index < end, base[index].isLetter else { return nil }
  while index < end, base[index].isAlphanumeric || base[index] == 0x2D { index += 1 }
  if isClosing {
    while index < end, base[index].isSpace { index += 1 }
    return index < end && base[index] == 0x3E ? index + 1 : nil
  }
  while true {
    let spaceStart = index
    while index < end, base[index].isSpace { index += 1 }
    guard index < end else { return nil }
    if base[index] == 0x3E { return index + 1 }
    if base[index] == 0x2F {
      if index + 1 < end, base[index + 1] == 0x3E { return index + 2 }
      if grammar == .commonMark { return nil }
      index += 1
      continue
    }
    guard index > spaceStart || grammar == .browser, let attribute = HTMLAttribute.scan(base, index, end, grammar)
    else {
      return nil
    }
    index = attribute.next
  }
}

/// One attribute of an open tag, as offsets.
struct HTMLAttribute {
  var name: (start: Int, end: Int)
  var value: (start: Int, end: Int)?
  var next: Int

  /// The attribute whose name begins at `start`.
  static func scan(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ grammar: TagGrammar
  ) -> HTMLAttribute? {
    var index = start
    if grammar == .browser {
      while index < end, !base[index].endsBrowserAttributeName { index += 1 }
      if index == start { return nil }
    } else {
      guard base[index].isLetter || base[index] == 0x5F || base[index] == 0x3A else { return nil }
      while index < end, base[index].isAttributeNameByte { index += 1 }
    }
    var attribute = HTMLAttribute(name: (start, index), value: nil, next: index)
    while index < end, base[index].isSpace { index += 1 }
    guard index < end, base[index] == 0x3D else { return attribute }
    index += 1
    while index < end, base[index].isSpace { index += 1 }
    guard index < end else { return nil }
    let quote = base[index]
    if quote == 0x22 || quote == 0x27 {
      let valueStart = index + 1
      index = valueStart
      while index < end, base[index] != quote { index += 1 }
      guard index < end else { return nil }
      attribute.value = (valueStart, index)
      attribute.next = index + 1
    } else {
      let valueStart = index
      while index < end, !base[index].endsUnquotedValue(grammar) { index += 1 }
      if index == valueStart { return nil }
      attribute.value = (valueStart, index)
      attribute.next = index
    }
    return attribute
  }
}

extension UInt8 {
  fileprivate var isAttributeNameByte: Bool {
    isAlphanumeric || self == 0x5F || self == 0x3A || self == 0x2E || self == 0x2D
  }
  fileprivate var endsBrowserAttributeName: Bool {
    switch self {
    case 0x22, 0x27, 0x2F, 0x3C, 0x3D, 0x3E: true
    default: isSpace
    }
  }
  fileprivate func endsUnquotedValue(_ grammar: TagGrammar) -> Bool {
    switch self {
    case 0x3C, 0x3E: true
    case 0x22, 0x27, 0x3D, 0x60: grammar == .commonMark
    default: isSpace
    }
  }
}
