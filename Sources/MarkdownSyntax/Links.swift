/// Links and images (CommonMark sections 6.3 and 6.4): the bracket stack and the "look for link or image" procedure.
extension InlineParser {
  mutating func openBracket(_ position: Int, isImage: Bool) -> Int {
    let bracketEnd = position + (isImage ? 2 : 1)
    if !brackets.isEmpty { brackets[brackets.count - 1].hasBracketAfter = true }
    brackets.append(Bracket(mark: marks.count, delimiterBefore: lastDelimiter, isImage: isImage))
    marks.append(Mark(.bracket, position, bracketEnd))
    return bracketEnd
  }

  private mutating func popBracket() {
    brackets.removeLast()
    inactiveBelow = min(inactiveBelow, brackets.count)
  }

  /// Whether a link text that still may become a link is open: no extended autolink begins there.
  var isInBracket: Bool { !brackets.isEmpty }

  mutating func closeBracket(_ position: Int) -> Int {
    if brackets.isEmpty { return position + 1 }
    let bracket = brackets[brackets.count - 1]
    if !bracket.isImage, brackets.count <= inactiveBelow {
      popBracket()
      return position + 1
    }
    let textStart = Int(marks[bracket.mark].end)
    if position + 1 < end, base[position + 1] == 0x28, let linkEnd = inlineLink(position, textStart) {
      return close(bracket, position, linkEnd, form: .inline)
    }
    if !blocks.definitions.labels.isEmpty, let found = referenceLink(position, textStart, bracket) {
      return close(bracket, position, found.end, form: found.form)
    }
    if let footnoteEnd = footnoteReference(position, textStart, bracket) { return footnoteEnd }
    popBracket()
    return position + 1
  }

  /// Makes a link of the bracket, whose record is the last of `links`.
  private mutating func close(_ bracket: Bracket, _ position: Int, _ linkEnd: Int, form: LinkInfo.Form) -> Int {
    marks[bracket.mark].kind = bracket.isImage ? .imageStart : .linkStart
    marks[bracket.mark].a = UInt32(truncatingIfNeeded: links.count - 1)
    marks[bracket.mark].flags = NodeFlags(rawValue: form.rawValue)
    if lastDelimiter != bracket.delimiterBefore { processEmphasis(from: bracket.delimiterBefore) }
    marks.append(Mark(.linkEnd, position, linkEnd))
    popBracket()
    if !bracket.isImage { inactiveBelow = brackets.count }
    return linkEnd
  }

  /// Reads `(destination "title")` after the `]` at `position` and notes the link; gives its end.
  private mutating func inlineLink(_ position: Int, _ textStart: Int) -> Int? {
    var index = skipSpace(position + 2)
    guard let destination = scanLinkDestination(base, index, end) else { return nil }
    index = skipSpace(destination.next)
    var title: (start: Int, end: Int, next: Int)?
    if index > destination.next, index < end, base[index] != 0x29 {
      title = scanLinkTitle(base, index, end)
      guard let title else { return nil }
      index = skipSpace(title.next)
    }
    guard index < end, base[index] == 0x29 else { return nil }
    addLink(textStart, position, destination.start, destination.end, title?.start, title?.end, LinkRecord.none)
    return index + 1
  }

  @inline(__always)
  private func skipSpace(_ start: Int) -> Int {
    var index = start
    while index < end, base[index].isSpace { index += 1 }
    return index
  }

  private mutating func addLink(
    _ textStart: Int, _ textEnd: Int, _ destinationStart: Int, _ destinationEnd: Int, _ titleStart: Int?,
    _ titleEnd: Int?, _ definition: UInt32
  ) {
    var record = LinkRecord(
      textStart: offset(textStart), textEnd: offset(textEnd), destinationStart: offset(destinationStart),
      destinationEnd: offset(destinationEnd), titleStart: LinkRecord.none, titleEnd: LinkRecord.none,
      definition: definition)
    if let titleStart, let titleEnd {
      record.titleStart = offset(titleStart)
      record.titleEnd = offset(titleEnd)
    }
    links.append(record)
  }

  @inline(__always)
  private mutating func offset(_ flatOffset: Int) -> UInt32 { UInt32(truncatingIfNeeded: sourceStart(flatOffset)) }

  private mutating func referenceLink(
    _ position: Int, _ textStart: Int, _ bracket: Bracket
  ) -> (end: Int, form: LinkInfo.Form)? {
    if position + 1 < end, base[position + 1] == 0x5B {
      if let labelEnd = scanLinkLabel(base, position + 1, end) {
        guard let definition = blocks.definitions.labels.lookUp(base, position + 2, labelEnd) else { return nil }
        addReference(textStart, position, definition)
        return (labelEnd + 1, .full)
      }
      if position + 2 < end, base[position + 2] == 0x5D {
        guard let definition = shortcut(position, textStart, bracket) else { return nil }
        addReference(textStart, position, definition)
        return (position + 3, .collapsed)
      }
    }
    guard let definition = shortcut(position, textStart, bracket) else { return nil }
    addReference(textStart, position, definition)
    return (position + 1, .shortcut)
  }

  private mutating func shortcut(_ position: Int, _ textStart: Int, _ bracket: Bracket) -> Int? {
    if bracket.hasBracketAfter || position - textStart > 4000 { return nil }
    guard scanLinkLabel(base, textStart - 1, end) == position else { return nil }
    return blocks.definitions.labels.lookUp(base, textStart, position)
  }

  private mutating func addReference(_ textStart: Int, _ position: Int, _ definition: Int) {
    let target = blocks.definitions.records[definition]
    addLink(textStart, position, textStart, textStart, nil, nil, UInt32(truncatingIfNeeded: definition))
    links[links.count - 1].destinationStart = target.destinationStart
    links[links.count - 1].destinationEnd = target.destinationEnd
    links[links.count - 1].titleStart = target.titleStart
    links[links.count - 1].titleEnd = target.titleEnd
  }

  /// `[^label]` with a definition; the `!` of `![^label]` stays text.
  private mutating func footnoteReference(_ position: Int, _ textStart: Int, _ bracket: Bracket) -> Int? {
    guard !blocks.footnotes.isEmpty, textStart + 1 < position, base[textStart] == 0x5E, position - textStart < 4000,
      let ordinal = blocks.footnotes.lookUp(base, textStart + 1, position)
    else { return nil }
    // What was found inside the label is none of the text's marks.
    marks.count = bracket.mark
    lastDelimiter = bracket.delimiterBefore
    if lastDelimiter != Mark.none { marks[Int(lastDelimiter)].next = Mark.none }
    popBracket()
    marks.append(Mark(leaf: .footnoteReference, textStart - 1, position + 1, aux: ordinal))
    return position + 1
  }
}
