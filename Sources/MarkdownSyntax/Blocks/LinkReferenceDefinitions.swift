/// The link reference definitions of a document (CommonMark section 4.7).
struct DefinitionTable: ~Copyable {
  var records = GrowingBuffer<LinkRecord>(capacity: 8)
  var labels = ReferenceLabelTable()
}

extension BlockParser {
  /// Removes link reference definitions from the start of the open paragraph. Returns false if nothing else remains.
  mutating func extractDefinitions() -> Bool {
    let paragraph = blocks[leafBlock]
    let first = Int(paragraph.firstLine)
    let lineCount = Int(paragraph.lineCount)
    guard lineCount > 0, mayBeDefinition(lines[first], hasMore: lineCount > 1) else { return true }
    countSteps(lineCount)
    scratch.fill(lines, first, lineCount, source)
    var consumed = 0
    var isFirst = true
    while consumed < scratch.count, scratch.bytes[consumed] == 0x5B,
      let definition = parseDefinition(scratch.bytes.base, consumed, scratch.count)
    {
      addDefinition(definition, at: consumed, isFirst: isFirst)
      isFirst = false
      consumed = definition.end
      if consumed < scratch.count { consumed += 1 }
    }
    if consumed == 0 { return true }
    if consumed >= scratch.count { return false }
    let line = scratch.line(of: consumed)
    leafBlock = blocks.count
    var rest = paragraph
    rest.firstLine += UInt32(line)
    rest.lineCount -= UInt32(line)
    rest.start = lines[Int(rest.firstLine)].start
    blocks.append(rest)
    return true
  }

  /// Whether the first line can start a definition (`[`, a label, `]:`). A quick check before the lines are joined.
  private func mayBeDefinition(_ line: SourceRange, hasMore: Bool) -> Bool {
    var index = Int(line.start)
    let end = Int(line.end)
    if index >= end || source[index] != 0x5B { return false }
    index += 1
    while index < end {
      switch source[index] {
      case 0x5D: return index + 1 < end && source[index + 1] == 0x3A
      case 0x5B: return false
      case 0x5C: index += 2
      default: index += 1
      }
    }
    return hasMore
  }

  private mutating func addDefinition(_ parsed: ParsedDefinition, at joinedStart: Int, isFirst: Bool) {
    let ordinal = definitions.records.count
    definitions.labels.insert(scratch.bytes.base, joinedStart + 1, parsed.labelEnd, value: ordinal)
    var link = LinkRecord(
      textStart: sourceOffset(joinedStart + 1), textEnd: sourceOffset(parsed.labelEnd),
      destinationStart: sourceOffset(parsed.destination.start),
      destinationEnd: sourceOffset(parsed.destination.end), titleStart: LinkRecord.none, titleEnd: LinkRecord.none,
      definition: LinkRecord.none)
    if let title = parsed.title {
      link.titleStart = sourceOffset(title.start)
      link.titleEnd = sourceOffset(title.end)
    }
    definitions.records.append(link)
    var block = record(.linkDefinition, scratch.sourceOffset(joinedStart), scratch.sourceEnd(parsed.contentEnd))
    block.aux = UInt32(truncatingIfNeeded: ordinal)
    extendParent(to: block.end)
    if isFirst { blocks[leafBlock] = block } else { blocks.append(block) }
  }

  private mutating func sourceOffset(_ offset: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: scratch.sourceOffset(offset))
  }
}

/// The parts of a link reference definition, as offsets in the joined lines of its paragraph.
struct ParsedDefinition {
  var labelEnd: Int
  var destination: (start: Int, end: Int)
  var title: (start: Int, end: Int)?
  /// The end of the last part, without trailing white space.
  var contentEnd: Int
  /// The end of the definition's last line.
  var end: Int
}

/// Parses the link reference definition at `start` (a `[`), if there is one.
func parseDefinition(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> ParsedDefinition? {
  guard let labelEnd = scanLinkLabel(base, start, end), labelEnd + 1 < end, base[labelEnd + 1] == 0x3A else {
    return nil
  }
  let destinationStart = skipSpaceAndOneLineEnding(base, labelEnd + 2, end)
  guard let destination = scanLinkDestination(base, destinationStart, end),
    destination.next > destinationStart
  else { return nil }
  let withoutTitle = restOfLine(base, destination.next, end)
  let titleStart = skipSpaceAndOneLineEnding(base, destination.next, end)
  if titleStart > destination.next, let title = scanLinkTitle(base, titleStart, end),
    let lineEnd = restOfLine(base, title.next, end)
  {
    return ParsedDefinition(
      labelEnd: labelEnd, destination: (destination.start, destination.end), title: (title.start, title.end),
      contentEnd: title.next, end: lineEnd)
  }
  guard let lineEnd = withoutTitle else { return nil }
  return ParsedDefinition(
    labelEnd: labelEnd, destination: (destination.start, destination.end), title: nil, contentEnd: destination.next,
    end: lineEnd)
}

/// Returns the end of the line if only spaces and tabs precede it.
private func restOfLine(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
  var index = start
  while index < end, base[index].isSpaceOrTab { index += 1 }
  return index == end || base[index] == 0x0A ? index : nil
}

/// Skips spaces, tabs and at most one line ending.
func skipSpaceAndOneLineEnding(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
  var index = start
  while index < end, base[index].isSpaceOrTab { index += 1 }
  if index < end, base[index] == 0x0A {
    index += 1
    while index < end, base[index].isSpaceOrTab { index += 1 }
  }
  countSteps(index - start)
  return index
}

/// Returns the offset of the `]` that ends the link label at `start` (a `[`). A label has at most 999 characters, not
/// all of them white space, and no unescaped brackets.
func scanLinkLabel(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
  var index = start + 1
  defer { countSteps(index - start) }
  var hasContent = false
  var characters = 0
  while index < end {
    let byte = base[index]
    if byte == 0x5D { return hasContent ? index : nil }
    if byte == 0x5B { return nil }
    if byte == 0x5C, index + 1 < end, base[index + 1].isPunctuation {
      index += 1
      characters += 1
      hasContent = true
    } else if !byte.isSpace {
      hasContent = true
    }
    if byte & 0xC0 != 0x80 { characters += 1 }
    if characters > 999 { return nil }
    index += 1
  }
  return nil
}

/// Scans the link destination at `start` (section 6.3); `next` is the offset where the scan continues. The destination
/// is empty only for `<>` or if there is none.
@inline(__always)
func scanLinkDestination(
  _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int
) -> (start: Int, end: Int, next: Int)? {
  var index = start
  defer { countSteps(index - start) }
  if index < end, base[index] == 0x3C {
    index += 1
    while index < end {
      switch base[index] {
      case 0x3E: return (start + 1, index, index + 1)
      case 0x0A, 0x3C: return nil
      case 0x5C: index += index + 1 < end && base[index + 1] != 0x0A ? 2 : 1
      default: index += 1
      }
    }
    return nil
  }
  var depth = 0
  while index < end {
    let byte = base[index]
    if byte <= 0x20 || byte == 0x7F { break }
    if byte == 0x5C {
      index += index + 1 < end && base[index + 1].isPunctuation ? 2 : 1
      continue
    }
    if byte == 0x28 {
      depth += 1
      if depth > 32 { return nil }
    } else if byte == 0x29 {
      if depth == 0 { break }
      depth -= 1
    }
    index += 1
  }
  return depth == 0 ? (start, index, index) : nil
}

/// Scans the link title at `start`, enclosed in `"`, `'` or parentheses.
func scanLinkTitle(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> (start: Int, end: Int, next: Int)? {
  guard start < end else { return nil }
  let open = base[start]
  guard open == 0x22 || open == 0x27 || open == 0x28 else { return nil }
  let close = open == 0x28 ? 0x29 : open
  var index = start + 1
  defer { countSteps(index - start) }
  while index < end {
    let byte = base[index]
    if byte == close { return (start + 1, index, index + 1) }
    if byte == 0x28, open == 0x28 { return nil }
    index += byte == 0x5C && index + 1 < end ? 2 : 1
  }
  return nil
}
