extension MarkdownTree {
  /// Bytes of a destination or title with backslash escapes and entities decoded.
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

  /// The text a reader sees: markup dropped, escapes and entities decoded, code kept, maths as its source,
  /// soft and hard breaks as one space, raw HTML dropped. Invalid UTF-8 is repaired with U+FFFD.
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

  /// The bytes of a node's text if it holds nothing else, as most do that are asked about.
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

  /// The text of a code span: line endings as spaces, and in a table `\|` as `|`.
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
}
