/// The end condition of an HTML block (CommonMark section 4.6, kinds 1 to 7).
enum HTMLBlockEnd: UInt8 { case rawTextEndTag, comment, processingInstruction, declaration, cdata, blankLine }

/// HTML blocks: recognizes their first line, their end, and the tags inside them.
extension BlockParser {
  /// Returns the end condition of the HTML block that starts at `nonspace` (a `<`), if there is one. A block of kind 7
  /// must not interrupt a paragraph.
  mutating func htmlBlockStart(mayInterrupt: Bool) -> HTMLBlockEnd? {
    let next = nonspace + 1
    guard next < lineEnd else { return nil }
    switch source[next] {
    case 0x21:  // !
      if matches("--", at: next + 1) { return .comment }
      if matches("[CDATA[", at: next + 1) { return .cdata }
      return next + 1 < lineEnd && source[next + 1].isLetter ? .declaration : nil
    case 0x3F: return .processingInstruction
    default: break
    }
    var nameStart = next
    let isClosing = source[next] == 0x2F
    if isClosing { nameStart += 1 }
    var nameEnd = nameStart
    while nameEnd < lineEnd, source[nameEnd].isAlphanumeric { nameEnd += 1 }
    if nameEnd > nameStart {
      let after = nameEnd < lineEnd ? source[nameEnd] : 0x0A
      if !isClosing, after.isSpace || after == 0x3E, isRawTextElement(nameStart, nameEnd) { return .rawTextEndTag }
      let endsTag =
        after.isSpace || after == 0x3E
        || (after == 0x2F && nameEnd + 1 < lineEnd && source[nameEnd + 1] == 0x3E)
      if endsTag, isBlockElement(nameStart, nameEnd) { return .blankLine }
    }
    guard mayInterrupt, leaf != .paragraph,
      let tagEnd = scanHTMLTag(source, nonspace, lineEnd)
    else { return nil }
    var rest = tagEnd
    while rest < lineEnd, source[rest].isSpaceOrTab { rest += 1 }
    return rest == lineEnd ? .blankLine : nil
  }

  mutating func beginHTMLBlock(_ end: HTMLBlockEnd) {
    leafBlock = blocks.count
    blocks.append(record(.htmlBlock, lineContentStart, lineEnd))
    lines.append(SourceRange(lineContentStart, lineEnd))
    leaf = .html
    htmlEnd = end
    if end != .blankLine, containsHTMLBlockEnd(end, from: nonspace) { closeLeaf() }
  }

  /// The start of the line's content after the container prefixes. A partly consumed tab belongs to the prefixes.
  var lineContentStart: Int { remainingTabColumns > 0 ? position + 1 : position }

  mutating func closeHTMLBlock() {
    blocks[leafBlock].lineCount = UInt32(truncatingIfNeeded: linesOfLeaf)
    blocks[leafBlock].end = lines[lines.count - 1].end
  }

  func containsHTMLBlockEnd(_ end: HTMLBlockEnd, from start: Int) -> Bool {
    countSteps(lineEnd - start)
    return switch end {
    case .comment: contains("-->", from: start)
    case .processingInstruction: contains("?>", from: start)
    case .declaration: contains(">", from: start)
    case .cdata: contains("]]>", from: start)
    case .rawTextEndTag: containsRawTextEndTag(from: start)
    case .blankLine: false
    }
  }

  private func containsRawTextEndTag(from start: Int) -> Bool {
    var index = start
    while index + 1 < lineEnd {
      if source[index] == 0x3C, source[index + 1] == 0x2F {
        var end = index + 2
        while end < lineEnd, source[end].isLetter { end += 1 }
        if end < lineEnd, source[end] == 0x3E, isRawTextElement(index + 2, end) { return true }
      }
      index += 1
    }
    return false
  }

  private func contains(_ text: StaticString, from start: Int) -> Bool {
    var index = start
    while index + text.utf8CodeUnitCount <= lineEnd {
      if matches(text, at: index) { return true }
      index += 1
    }
    return false
  }

  func matches(_ text: StaticString, at start: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    if start + length > lineEnd { return false }
    for offset in 0..<length where source[start + offset] != text.utf8Start[offset] { return false }
    return true
  }

  private func isRawTextElement(_ start: Int, _ end: Int) -> Bool {
    HTMLElementNames.contains(HTMLElementNames.rawText, source + start, end - start)
  }

  private func isBlockElement(_ start: Int, _ end: Int) -> Bool {
    HTMLElementNames.contains(HTMLElementNames.block(source[start]), source + start, end - start)
  }
}

/// The content of HTML blocks.
extension InlineParser {
  /// Appends nodes for the tags and comments inside an HTML block.
  mutating func fillHTMLBlock(_ firstLine: Int, _ lineCount: Int, _ node: UInt32) {
    recordGaps(firstLine, lineCount)
    if lineCount == 1 {
      base = source
      start = Int(blocks.lines[firstLine].start)
      end = Int(blocks.lines[firstLine].end)
      isJoined = false
    } else {
      joined.fill(blocks.lines, firstLine, lineCount, source)
      base = UnsafePointer(joined.bytes.base)
      start = 0
      end = joined.count
      isJoined = true
    }
    failures = ScanFailures()
    var position = start
    while position < end {
      guard base[position] == 0x3C, let (kind, tagEnd) = rawHTML(position, .browser) else {
        position += 1
        continue
      }
      append(kind, sourceStart(position), sourceEnd(tagEnd), parent: node)
      position = kind == .htmlOpenTag ? endOfRawText(position, tagEnd) : tagEnd
    }
    closeNode(node)
  }

  /// Returns the end of the raw text after the open tag of a `script`, `style` or `textarea`. For other tags, returns
  /// the end of the tag.
  private func endOfRawText(_ tagStart: Int, _ tagEnd: Int) -> Int {
    var nameEnd = tagStart + 1
    while nameEnd < tagEnd, base[nameEnd].isAlphanumeric { nameEnd += 1 }
    let length = nameEnd - tagStart - 1
    guard HTMLElementNames.contains("|script|style|textarea|", base + tagStart + 1, length) else { return tagEnd }
    var index = tagEnd
    while index + 2 + length <= end {
      if base[index] == 0x3C, base[index + 1] == 0x2F,
        (0..<length).allSatisfy({ base[index + 2 + $0].lowercased == base[tagStart + 1 + $0].lowercased })
      {
        return index
      }
      index += 1
    }
    return end
  }
}

/// The element names that determine the end condition of an HTML block.
enum HTMLElementNames {
  static let rawText: StaticString = "|pre|script|style|textarea|"

  /// The names of block elements that start with a letter, each between two bars.
  static func block(_ letter: UInt8) -> StaticString {
    switch letter | 0x20 {
    case 0x61: "|address|article|aside|"
    case 0x62: "|base|basefont|blockquote|body|"
    case 0x63: "|caption|center|col|colgroup|"
    case 0x64: "|dd|details|dialog|dir|div|dl|dt|"
    case 0x66: "|fieldset|figcaption|figure|footer|form|frame|frameset|"
    case 0x68: "|h1|h2|h3|h4|h5|h6|head|header|hr|html|"
    case 0x69: "|iframe|"
    case 0x6C: "|legend|li|link|"
    case 0x6D: "|main|menu|menuitem|"
    case 0x6E: "|nav|noframes|"
    case 0x6F: "|ol|optgroup|option|"
    case 0x70: "|p|param|"
    case 0x73: "|search|section|summary|"
    case 0x74: "|table|tbody|td|tfoot|th|thead|title|tr|track|"
    case 0x75: "|ul|"
    default: ""
    }
  }

  /// Whether the list contains the name (case-insensitive). Names in the list are enclosed in bars.
  static func contains(_ list: StaticString, _ name: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    let text = list.utf8Start
    let count = list.utf8CodeUnitCount
    if length > 10 { return false }
    var index = 0
    // Bounds: `index + 1 + length < count` before the compared bytes are read.
    while index + 1 + length < count {
      var offset = 0
      while offset < length, text[index + 1 + offset] == name[offset].lowercased { offset += 1 }
      if offset == length, text[index + 1 + length] == 0x7C { return true }
      index += 1
      while index < count, text[index] != 0x7C { index += 1 }
    }
    return false
  }
}
