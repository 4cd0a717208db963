/// Turns the resolved marks of a text into nodes.
extension InlineParser {
  mutating func emit(below node: UInt32) {
    openNodes.removeAll()
    openNodes.append(node)
    linkDepth = 0
    var position = start
    for index in 0..<marks.count {
      countSteps(1)
      let mark = marks[index]
      switch mark.kind {
      case .bracket: continue
      case .delimiterRun:
        if mark.closed > 0 || mark.opened > 0 { position = emitRun(mark, position) }
        continue
      case .at:
        if linkDepth == 0, options.contains(.extendedAutolinks) { position = emitMail(index, position) }
        continue
      case .leaf:
        if Int(mark.start) < position { continue }
        emitText(position, Int(mark.start))
        let leaf = append(mark.node, sourceStart(Int(mark.start)), sourceEnd(Int(mark.end)), parent: innermost)
        nodes[Int(leaf)].aux = mark.a
        nodes[Int(leaf)].flags = mark.flags
      case .linkStart, .imageStart:
        emitText(position, Int(mark.start))
        open(mark.kind == .linkStart ? .link : .image, Int(mark.start))
        nodes[Int(innermost)].aux = mark.a
        nodes[Int(innermost)].flags = mark.flags
        linkDepth += 1
      case .linkEnd:
        emitText(position, Int(mark.start))
        close(Int(mark.end))
        linkDepth -= 1
      case .softBreak, .hardBreak: emitBreak(mark, position)
      }
      position = Int(mark.end)
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

  /// A delimiter run: its closers, then what is left of it as text, then its openers.
  private mutating func emitRun(_ mark: Mark, _ from: Int) -> Int {
    var position = from
    var inside = Int(mark.start)
    var closed = Int(mark.closed)
    if closed > 0 { emitText(position, inside) }
    while closed > 0 {
      let isStrong = nodes[Int(innermost)].kind == .strong
      let length = mark.character == 0x7E ? closed : isStrong ? 2 : 1
      inside += length
      closed -= length
      close(inside)
      position = inside
    }
    if mark.opened == 0 { return position }
    inside = Int(mark.end - mark.opened)
    emitText(position, inside)
    var opener = mark.a
    while opener != 0 {
      let entry = openers[Int(opener) - 1]
      open(mark.character == 0x7E ? .strikethrough : entry.length == 2 ? .strong : .emphasis, inside)
      inside += Int(entry.length)
      opener = entry.next
    }
    return inside
  }

  private mutating func emitBreak(_ mark: Mark, _ position: Int) {
    emitText(position, Int(mark.start))
    let lineFeed = sourceStart(Int(mark.a))
    let breakStart = mark.kind == .hardBreak ? sourceStart(Int(mark.start)) : lineFeed
    append(
      mark.kind == .hardBreak ? .hardBreak : .softBreak, breakStart, blocks.afterLineEnding(lineFeed), parent: innermost
    )
  }

  /// The mail address around an `@`, if there is one in the plain text around it.
  private mutating func emitMail(_ index: Int, _ from: Int) -> Int {
    let mark = marks[index]
    let position = Int(mark.start)
    if position < from { return from }
    guard let mail = mailAddress(position, from: from, to: end) else { return from }
    var next = index + 1
    while next < marks.count, Int(marks[next].start) < mail.end {
      countSteps(1)
      // Something inside the address is markup after all.
      if isMarkup(marks[next]) { return from }
      next += 1
    }
    emitText(from, mail.start)
    let link = append(.extendedAutolink, sourceStart(mail.start), sourceEnd(mail.end), parent: innermost)
    nodes[Int(link)].flags = mail.isPlain ? .mailto : []
    return mail.end
  }

  private func isMarkup(_ mark: Mark) -> Bool {
    switch mark.kind {
    case .bracket, .at: false
    case .delimiterRun: mark.closed > 0 || mark.opened > 0
    default: true
    }
  }
}
