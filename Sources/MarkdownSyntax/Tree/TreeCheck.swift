/// Validates the invariants of a tree. The tests and the fuzzer check them for arbitrary input.
extension MarkdownTree {
  /// Returns a description of the first violated invariant with its node and offsets; nil if there is none.
  ///
  /// Children are inside their parents, in order and without overlap. Bytes that no child covers are markers, white
  /// space or container prefixes. The bytes of each part of a node have the form that the part requires. Takes linear
  /// time in the number of nodes and bytes.
  package func firstInconsistency() -> String? {
    if let problem = checkShape() ?? checkLines() { return problem }
    for index in nodes {
      let node = NodeID(index)
      if let problem = check(node) {
        return "\(kind(of: node)) \(index) at \(range(of: node)): \(problem)"
      }
    }
    return nil
  }

  private func checkShape() -> String? {
    let root = MarkdownTree.root
    if kind(of: root) != .document || range(of: root) != 0..<source.count || subtree(of: root) != nodes {
      return "node 0 does not cover the whole document"
    }
    /// The end of the last child so far, for each open node.
    var covered = [0]
    var open = [root]
    for index in nodes.dropFirst() {
      let node = NodeID(index)
      while let last = open.last, subtree(of: last).upperBound <= index {
        open.removeLast()
        covered.removeLast()
      }
      guard let parent = open.last, self.parent(of: node) == parent else {
        return "node \(index) has an invalid parent"
      }
      let range = range(of: node)
      let outer = self.range(of: parent)
      if range.lowerBound < covered[covered.count - 1] { return "node \(index) at \(range) overlaps its sibling" }
      if range.lowerBound < outer.lowerBound || range.upperBound > outer.upperBound {
        return "\(kind(of: node)) \(index) at \(range) extends beyond its parent, \(kind(of: parent)) at \(outer)"
      }
      if subtree(of: node).upperBound > subtree(of: parent).upperBound || subtree(of: node).upperBound <= index {
        return "node \(index) has an invalid subtree"
      }
      covered[covered.count - 1] = range.upperBound
      open.append(node)
      covered.append(range.lowerBound)
    }
    return nil
  }

  private func checkLines() -> String? {
    LineTable(source).starts == lines.starts ? nil : "the line table does not match the source"
  }

  private func check(_ node: NodeID) -> String? {
    let kind = kind(of: node)
    if let problem = checkUncovered(node, kind) { return problem }
    switch kind {
    case .link, .image, .autolink, .extendedAutolink: return checkLink(node, kind)
    case .item: return checkItem(node)
    case .htmlOpenTag, .htmlCloseTag: return checkTag(node)
    case .linkDefinition: return checkDefinition(node)
    default: return checkBytes(node, kind) ?? checkContent(node)
    }
  }

  // MARK: Uncovered bytes

  private func checkUncovered(_ node: NodeID, _ kind: NodeKind) -> String? {
    guard let isMarker = markerTest(node, kind) else { return nil }
    var position = range(of: node).lowerBound
    var child = firstChild(of: node)
    while true {
      let next = child.map { range(of: $0) }
      for piece in withoutGaps(position..<(next?.lowerBound ?? range(of: node).upperBound)) {
        for offset in piece where !isMarker(offset) {
          return "byte \(source[offset]) at \(offset) is neither in a child nor a marker"
        }
      }
      guard let next, let current = child else { return nil }
      position = next.upperBound
      child = nextSibling(of: current)
    }
  }

  /// Returns a predicate for the offsets that the children need not cover; nil for nodes whose bytes are all their own.
  private func markerTest(_ node: NodeID, _ kind: NodeKind) -> ((Int) -> Bool)? {
    let range = range(of: node)
    func isSpace(_ offset: Int) -> Bool { source[offset].isSpace }
    switch kind {
    case .document:
      return { isSpace($0) || ($0 < 3 && self.source.starts(with: [0xEF, 0xBB, 0xBF])) || self.isPrefix($0) }
    case .blockQuote, .list: return { isSpace($0) || self.isPrefix($0) }
    case .item:
      let item = item(node)
      return {
        isSpace($0) || self.isPrefix($0) || item?.marker.contains($0) == true || item?.checkBox?.contains($0) == true
      }
    case .footnoteDefinition:
      let markerEnd = footnoteLabel(of: node).map { $0.upperBound + 2 } ?? range.lowerBound
      return { isSpace($0) || self.isPrefix($0) || $0 < markerEnd }
    case .heading: return { isSpace($0) || self.source[$0] == 0x23 }
    case .setextHeading: return { isSpace($0) || self.isPrefix($0) || $0 >= self.underlineStart(range) }
    case .paragraph, .tableCell: return isSpace
    case .emphasis, .strong, .strikethrough:
      let length = delimiterLength(node, kind)
      return { isSpace($0) || $0 < range.lowerBound + length || $0 >= range.upperBound - length }
    case .link, .image:
      let text = link(node)?.text ?? range
      return { isSpace($0) || !text.contains($0) }
    default: return nil
    }
  }

  private func delimiterLength(_ node: NodeID, _ kind: NodeKind) -> Int {
    let range = range(of: node)
    switch kind {
    case .emphasis: return 1
    case .strong: return 2
    default: return source[range.lowerBound + 1] == 0x7E ? 2 : 1
    }
  }

  /// Whether the byte is a block quote marker, which can precede the content of each line.
  private func isPrefix(_ offset: Int) -> Bool { source[offset] == 0x3E }

  private func underlineStart(_ range: Range<Int>) -> Int {
    var start = range.upperBound
    while start > range.lowerBound, source[start - 1] == source[range.upperBound - 1] { start -= 1 }
    return start
  }

  // MARK: Parts of nodes

  private func checkLink(_ node: NodeID, _ kind: NodeKind) -> String? {
    guard let link = link(node) else { return "has no link parts" }
    let range = range(of: node)
    switch link.form {
    case .angle:
      return source[range.lowerBound] == 0x3C && source[range.upperBound - 1] == 0x3E
        && link.destination == range.lowerBound + 1..<range.upperBound - 1 ? nil : "is not enclosed in `<` and `>`"
    case .bare: return link.destination == range && !range.isEmpty ? nil : "differs from its destination"
    case .inline, .full, .collapsed, .shortcut: break
    }
    let opening = kind == .image ? 2 : 1
    guard source[range.lowerBound + opening - 1] == 0x5B, link.text.lowerBound == range.lowerBound + opening,
      link.text.upperBound < range.upperBound, source[link.text.upperBound] == 0x5D
    else { return "has an invalid text range" }
    if link.form == .inline {
      guard link.destination.lowerBound > link.text.upperBound, link.destination.upperBound < range.upperBound,
        source[range.upperBound - 1] == 0x29
      else { return "has a destination outside its range" }
      return link.title.flatMap(checkTitle)
    }
    guard let definition = link.definition.flatMap({ self.definition($0) }) else { return "has no definition" }
    return definition.destination == link.destination && definition.title == link.title
      ? nil : "differs from its definition"
  }

  private func checkTitle(_ title: Range<Int>) -> String? {
    let close = source[title.upperBound]
    let open = source[title.lowerBound - 1]
    return (open == 0x28 && close == 0x29) || (open == close && (open == 0x22 || open == 0x27))
      ? nil : "has an invalid title range"
  }

  private func checkDefinition(_ node: NodeID) -> String? {
    guard let definition = definition(node) else { return "has no label and destination" }
    let range = range(of: node)
    guard definition.label.lowerBound == range.lowerBound + 1, source[range.lowerBound] == 0x5B,
      source[definition.label.upperBound] == 0x5D, source[definition.label.upperBound + 1] == 0x3A
    else { return "has an invalid label range" }
    guard definition.destination.lowerBound > definition.label.upperBound + 1,
      definition.destination.upperBound <= range.upperBound
    else { return "has a destination outside its range" }
    return definition.title.flatMap(checkTitle)
  }

  private func checkItem(_ node: NodeID) -> String? {
    guard let item = item(node) else { return "has no marker" }
    let range = range(of: node)
    guard item.marker.lowerBound == range.lowerBound, !item.marker.isEmpty, item.marker.upperBound <= range.upperBound,
      item.contentStart >= item.marker.upperBound, item.contentStart <= max(range.upperBound, item.marker.upperBound)
    else { return "has an invalid marker" }
    if let box = item.checkBox, source[box.lowerBound] != 0x5B || source[box.upperBound - 1] != 0x5D {
      return "has an invalid check box"
    }
    return nil
  }

  private func checkTag(_ node: NodeID) -> String? {
    let range = range(of: node)
    guard source[range.lowerBound] == 0x3C, source[range.upperBound - 1] == 0x3E, let tag = htmlTag(node) else {
      return "is not a tag"
    }
    let parts = [tag.name] + tag.attributes.flatMap { [$0.name] + ($0.value.map { [$0] } ?? []) }
    return parts.allSatisfy { $0.lowerBound > range.lowerBound && $0.upperBound < range.upperBound }
      ? nil : "has an attribute outside its range"
  }

  private func checkBytes(_ node: NodeID, _ kind: NodeKind) -> String? {
    let range = range(of: node)
    let bytes = source[range]
    switch kind {
    case .softBreak: return isLineEnding(bytes) ? nil : "is not a line ending"
    case .hardBreak: return bytes.last == 0x0A || bytes.last == 0x0D ? nil : "is not a line ending"
    case .escape: return bytes.count == 2 && bytes.first == 0x5C ? nil : "is not an escape"
    case .entity: return bytes.first == 0x26 && bytes.last == 0x3B ? nil : "is not an entity"
    case .code: return bytes.first == 0x60 && bytes.last == 0x60 ? nil : "is not a code span"
    case .math: return bytes.first == 0x24 && bytes.last == 0x24 ? nil : "is not math"
    case .emphasis, .strong: return bytes.first == bytes.last ? nil : "has different delimiters"
    case .text: return bytes.isEmpty ? "is empty" : nil
    default: return nil
    }
  }

  private func isLineEnding(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.elementsEqual([0x0A]) || bytes.elementsEqual([0x0D]) || bytes.elementsEqual([0x0D, 0x0A])
  }

  private func checkContent(_ node: NodeID) -> String? {
    let range = range(of: node)
    guard hasCodeLines(self[node]) || [.code, .math, .mathBlock].contains(self[node].kind) else { return nil }
    var position = range.lowerBound
    for piece in contentRanges(of: node) {
      if piece.lowerBound < position || piece.upperBound > range.upperBound {
        return "has content outside its range: \(piece)"
      }
      position = piece.upperBound
    }
    return nil
  }
}
