/// Converts the resolved tokens of a text into nodes.
extension InlineParser {
  /// Appends the nodes of the current text below `node`.
  mutating func emit(below node: UInt32) {
    openNodes.removeAll()
    openNodes.append(node)
    linkDepth = 0
    var position = start
    for index in 0..<tokens.count {
      countSteps(1)
      let token = tokens[index]
      switch token.kind {
      case .bracket: continue
      case .delimiterRun:
        if token.closed > 0 || token.opened > 0 { position = emitRun(token, position) }
        continue
      case .at:
        if linkDepth == 0, options.contains(.extendedAutolinks) { position = emitMail(index, position) }
        continue
      case .leaf:
        if Int(token.start) < position { continue }
        emitText(position, Int(token.start))
        let leaf = append(token.node, sourceStart(Int(token.start)), sourceEnd(Int(token.end)), parent: innermost)
        nodes[Int(leaf)].aux = token.aux
        nodes[Int(leaf)].flags = token.flags
      case .linkStart, .imageStart:
        emitText(position, Int(token.start))
        open(token.kind == .linkStart ? .link : .image, Int(token.start))
        nodes[Int(innermost)].aux = token.aux
        nodes[Int(innermost)].flags = token.flags
        linkDepth += 1
      case .linkEnd:
        emitText(position, Int(token.start))
        close(Int(token.end))
        linkDepth -= 1
      case .softBreak, .hardBreak: emitBreak(token, position)
      }
      position = Int(token.end)
    }
    emitText(position, end)
  }

  @inline(__always)
  private var innermost: UInt32 { openNodes[openNodes.count - 1] }

  @inline(__always)
  private mutating func emitText(_ from: Int, _ to: Int) {
    if from < to { append(.text, sourceStart(from), sourceEnd(to), parent: innermost) }
  }

  @inline(__always)
  private mutating func open(_ kind: NodeKind, _ start: Int) {
    openNodes.append(append(kind, sourceStart(start), 0, parent: innermost))
  }

  @inline(__always)
  private mutating func close(_ end: Int) {
    let index = Int(innermost)
    openNodes.removeLast()
    nodes[index].end = UInt32(truncatingIfNeeded: sourceEnd(end))
    nodes[index].subtreeEnd = UInt32(truncatingIfNeeded: nodes.count)
  }

  /// Appends the nodes of a delimiter run: closes nodes, adds the unmatched rest as text, then opens nodes.
  private mutating func emitRun(_ token: InlineToken, _ from: Int) -> Int {
    var position = from
    var inside = Int(token.start)
    var closed = Int(token.closed)
    if closed > 0 { emitText(position, inside) }
    while closed > 0 {
      let isStrong = nodes[Int(innermost)].kind == .strong
      let length = token.character == 0x7E ? closed : isStrong ? 2 : 1
      inside += length
      closed -= length
      close(inside)
      position = inside
    }
    if token.opened == 0 { return position }
    inside = Int(token.end - token.opened)
    emitText(position, inside)
    var opener = token.aux
    while opener != 0 {
      let entry = openers[Int(opener) - 1]
      open(token.character == 0x7E ? .strikethrough : entry.length == 2 ? .strong : .emphasis, inside)
      inside += Int(entry.length)
      opener = entry.next
    }
    return inside
  }

  private mutating func emitBreak(_ token: InlineToken, _ position: Int) {
    emitText(position, Int(token.start))
    let lineFeed = sourceStart(Int(token.aux))
    let breakStart = token.kind == .hardBreak ? sourceStart(Int(token.start)) : lineFeed
    append(
      token.kind == .hardBreak ? .hardBreak : .softBreak, breakStart, blocks.afterLineEnding(lineFeed),
      parent: innermost
    )
  }

  /// Appends the mail address around an `@`, if the plain text around it contains one. Returns the offset up to which
  /// the text was converted.
  private mutating func emitMail(_ index: Int, _ from: Int) -> Int {
    let token = tokens[index]
    let position = Int(token.start)
    if position < from { return from }
    guard let mail = mailAddress(position, from: from, to: end) else { return from }
    var next = index + 1
    while next < tokens.count, Int(tokens[next].start) < mail.end {
      countSteps(1)
      // A token inside the address is markup, so it is not an address.
      if isMarkup(tokens[next]) { return from }
      next += 1
    }
    emitText(from, mail.start)
    let link = append(.extendedAutolink, sourceStart(mail.start), sourceEnd(mail.end), parent: innermost)
    nodes[Int(link)].flags = mail.isPlain ? .mailto : []
    return mail.end
  }

  private func isMarkup(_ token: InlineToken) -> Bool {
    switch token.kind {
    case .bracket, .at: false
    case .delimiterRun: token.closed > 0 || token.opened > 0
    default: true
    }
  }
}
