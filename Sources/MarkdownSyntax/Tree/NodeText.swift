/// The text of nodes.
extension MarkdownTree {
  /// Returns the bytes of a destination or title with backslash escapes and entities decoded.
  public func decoded(_ range: Range<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count)
    for piece in withoutGaps(range) { decode(piece, into: &bytes) }
    return bytes
  }

  private func decode(_ range: Range<Int>, into bytes: inout [UInt8]) {
    source.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var index = range.lowerBound
      let end = range.upperBound
      var runStart = index
      func copyRun() { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[runStart..<index])) }
      // Bounds: `index < end ≤ source.count`.
      while index < end {
        let byte = base[index]
        if byte == 0x5C, index + 1 < end, base[index + 1].isPunctuation {
          copyRun()
          runStart = index + 1
          index += 2
        } else if byte == 0x26, let entityEnd = Entity.scan(base, index, end) {
          copyRun()
          Entity.decode(base, index, entityEnd, into: &bytes)
          index = entityEnd
          runStart = index
        } else {
          index += 1
        }
      }
      copyRun()
    }
  }

  /// Returns the visible text of a node: without markup and raw HTML, with escapes and entities decoded, code as it is,
  /// math as its source, and each soft or hard break as one space. Invalid UTF-8 is replaced by U+FFFD.
  public func plainText(of node: NodeID, images: ImageText = .alternative) -> String {
    var index = Int(node.index)
    let end = Int(self[node].subtreeEnd)
    if let text = onlyText(of: node) { return String(decoding: source[text], as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(self[node].end - self[node].start))
    while index < end {
      let record = storage[index]
      if record.kind == .image, images == .dropped {
        index = Int(record.subtreeEnd)
        continue
      }
      appendText(of: NodeID(index), record, to: &bytes)
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Returns the range of a node's text if the node contains nothing else. This is the most frequent case, and needs no
  /// copy.
  public func onlyText(of node: NodeID) -> Range<Int>? {
    let child = Int(node.index) + 1
    guard Int(self[node].subtreeEnd) == child + 1, storage[child].kind == .text else { return nil }
    return range(of: NodeID(child))
  }

  private func appendText(of node: NodeID, _ record: Node, to bytes: inout [UInt8]) {
    switch record.kind {
    case .text: bytes.append(contentsOf: source[range(of: node)])
    case .escape: bytes.append(source[Int(record.start) + 1])
    case .entity: decode(range(of: node), into: &bytes)
    case .softBreak, .hardBreak: bytes.append(0x20)
    case .code: bytes.append(contentsOf: codeText(of: node))
    case .math, .mathBlock:
      for piece in withoutGaps(range(of: node)) { bytes.append(contentsOf: source[piece]) }
    case .autolink: bytes.append(contentsOf: source[(Int(record.start) + 1)..<(Int(record.end) - 1)])
    case .extendedAutolink: bytes.append(contentsOf: source[range(of: node)])
    case .fencedCode, .indentedCode:
      for line in contentRanges(of: node) {
        bytes.append(contentsOf: source[line])
        bytes.append(0x0A)
      }
    default: break
    }
  }

  /// Returns the text of a code span, with line endings as spaces. In a table, `\|` is decoded to `|`.
  func codeText(of node: NodeID) -> [UInt8] {
    var bytes: [UInt8] = []
    for piece in contentRanges(of: node) {
      var index = piece.lowerBound
      while index < piece.upperBound {
        let byte = source[index]
        if byte == 0x0A || byte == 0x0D {
          bytes.append(0x20)
          if byte == 0x0D, index + 1 < piece.upperBound, source[index + 1] == 0x0A { index += 1 }
        } else if byte != 0x5C || index + 1 >= piece.upperBound || source[index + 1] != 0x7C
          || !self[node].flags.contains(.inTable)
        {
          bytes.append(byte)
        }
        index += 1
      }
    }
    return bytes
  }

  // MARK: Content

  /// Returns the info string of fenced code as written; nil if there is none.
  public func infoString(of node: NodeID) -> Range<Int>? {
    guard hasCodeLines(self[node]) else { return nil }
    let range = segments[Int(self[node].aux) + 1].range
    return range.isEmpty ? nil : range
  }

  /// Returns the content of code or math, without container prefixes. Code blocks have one range per line, without its
  /// line ending; ranges of inlines contain line endings.
  public func contentRanges(of node: NodeID) -> [Range<Int>] {
    let record = self[node]
    if hasCodeLines(record) { return codeLines(record).filter { $0.virtualSpaces == nil }.map(\.range) }
    switch record.kind {
    case .code: return withoutGaps(codeSpanContent(record))
    case .math:
      let delimiter = Int(record.aux)
      return withoutGaps((Int(record.start) + delimiter)..<(Int(record.end) - delimiter))
    case .mathBlock: return withoutGaps((Int(record.start) + 2)..<(Int(record.end) - 2))
    default: return withoutGaps(range(of: node))
    }
  }

  func hasCodeLines(_ record: Node) -> Bool {
    switch record.kind {
    case .fencedCode, .indentedCode, .frontMatter: true
    case .mathBlock: record.flags.contains(.fenced)
    default: false
    }
  }

  func codeLines(_ record: Node) -> [SourceRange] {
    let header = Int(record.aux)
    return segments[(header + 2)..<(header + 2 + Int(segments[header].start))]
  }

  /// Returns the content between the backtick runs. One space (or line ending) is removed from both ends if both have
  /// one.
  private func codeSpanContent(_ record: Node) -> Range<Int> {
    let delimiter = Int(record.aux)
    var start = Int(record.start) + delimiter
    var end = Int(record.end) - delimiter
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D }
    guard start < end, isBlank(source[start]), isBlank(source[end - 1]),
      withoutGaps(start..<end).contains(where: { source[$0].contains { !isBlank($0) } })
    else { return start..<end }
    start += source[start] == 0x0D && source[start + 1] == 0x0A ? 2 : 1
    end -= source[end - 1] == 0x0A && source[end - 2] == 0x0D ? 2 : 1
    return start..<end
  }

  /// Returns the pieces of a range that are not container prefixes.
  func withoutGaps(_ range: Range<Int>) -> [Range<Int>] {
    var low = 0
    var high = gaps.count
    while low < high {
      let middle = (low + high) / 2
      if Int(gaps[middle].end) <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    while low < gaps.count, Int(gaps[low].start) < range.upperBound {
      let gap = gaps[low].range
      if gap.lowerBound > start { pieces.append(start..<gap.lowerBound) }
      start = min(max(start, gap.upperBound), range.upperBound)
      low += 1
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    return pieces
  }
}
