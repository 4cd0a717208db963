/// Footnote definitions: `[^label]: content`. Later lines of the content are indented by four columns.
extension BlockParser {
  /// Returns the end of the label and the end of the marker of the footnote definition at `nonspace`, if there is one.
  mutating func footnoteLabel() -> (end: Int, markerEnd: Int)? {
    guard nonspace + 2 < lineEnd, source[nonspace + 1] == 0x5E else { return nil }
    var index = nonspace + 2
    while index < lineEnd, source[index] != 0x5D {
      if source[index].isSpace || source[index] == 0x5B { return nil }
      index += 1
    }
    guard index > nonspace + 2, index + 1 < lineEnd, source[index + 1] == 0x3A else { return nil }
    return (index, index + 2)
  }

  mutating func beginFootnote(_ label: (end: Int, markerEnd: Int)) {
    let block = blocks.count
    let ordinal = footnoteCount
    footnoteCount += 1
    footnotes.insert(source, nonspace + 2, label.end, value: ordinal)
    var footnote = record(.footnoteDefinition, nonspace, label.markerEnd)
    footnote.aux = UInt32(truncatingIfNeeded: ordinal)
    blocks.append(footnote)
    push(.footnoteDefinition, block: block, contentIndent: 4)
    advance(columns: indent + label.markerEnd - nonspace)
    findNonspace()
    advance(columns: indent)
    findNonspace()
  }
}

/// Footnote references: `[^label]`.
extension InlineParser {
  /// Recognizes `[^label]` if the footnote is defined. The `!` of `![^label]` remains text.
  mutating func footnoteReference(_ position: Int, _ textStart: Int, _ bracket: Bracket) -> Int? {
    guard !blocks.footnotes.isEmpty, textStart + 1 < position, base[textStart] == 0x5E, position - textStart < 4000,
      let ordinal = blocks.footnotes.lookUp(base, textStart + 1, position)
    else { return nil }
    // Tokens inside the label are not markup.
    tokens.count = bracket.token
    lastDelimiter = bracket.delimiterBefore
    if lastDelimiter != InlineToken.none { tokens[Int(lastDelimiter)].next = InlineToken.none }
    popBracket()
    tokens.append(InlineToken(leaf: .footnoteReference, textStart - 1, position + 1, aux: ordinal))
    return position + 1
  }
}
