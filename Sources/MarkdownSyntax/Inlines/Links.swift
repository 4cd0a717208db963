/// Links and images (CommonMark sections 6.3 and 6.4): the bracket stack, and the "look for link or image" procedure of
/// the specification's appendix.
extension InlineParser {
  /// Pushes the bracket at `position`. Returns the offset where the scan continues.
  mutating func openBracket(_ position: Int, isImage: Bool) -> Int {
    let bracketEnd = position + (isImage ? 2 : 1)
    if !brackets.isEmpty { brackets[brackets.count - 1].hasBracketAfter = true }
    brackets.append(Bracket(token: tokens.count, delimiterBefore: lastDelimiter, isImage: isImage))
    tokens.append(InlineToken(.bracket, position, bracketEnd))
    return bracketEnd
  }

  @inline(__always)
  mutating func popBracket() {
    brackets.removeLast()
    inactiveBelow = min(inactiveBelow, brackets.count)
  }

  /// Whether a bracket is open that can still become a link. No extended autolink starts inside it.
  var isInBracket: Bool { !brackets.isEmpty }

  /// Resolves the `]` at `position` as the end of a link, image or footnote reference. Returns the offset where the
  /// scan continues.
  mutating func closeBracket(_ position: Int) -> Int {
    if brackets.isEmpty { return position + 1 }
    let bracket = brackets[brackets.count - 1]
    if !bracket.isImage, brackets.count <= inactiveBelow {
      popBracket()
      return position + 1
    }
    let textStart = Int(tokens[bracket.token].end)
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

  /// Converts the bracket to a link whose record is the last one of `links`.
  private mutating func close(_ bracket: Bracket, _ position: Int, _ linkEnd: Int, form: LinkInfo.Form) -> Int {
    tokens[bracket.token].kind = bracket.isImage ? .imageStart : .linkStart
    tokens[bracket.token].aux = UInt32(truncatingIfNeeded: links.count - 1)
    tokens[bracket.token].flags = NodeFlags(rawValue: form.rawValue)
    if lastDelimiter != bracket.delimiterBefore { processEmphasis(from: bracket.delimiterBefore) }
    tokens.append(InlineToken(.linkEnd, position, linkEnd))
    popBracket()
    if !bracket.isImage { inactiveBelow = brackets.count }
    return linkEnd
  }

  /// Parses `(destination "title")` after the `]` at `position` and records the link. Returns its end.
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
  private mutating func offset(_ joinedOffset: Int) -> UInt32 { UInt32(truncatingIfNeeded: sourceStart(joinedOffset)) }

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
}
