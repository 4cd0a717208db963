extension MarkdownTree {
  /// The name and attributes of an `htmlOpenTag` or `htmlCloseTag`, else nil.
  public func htmlTag(_ node: NodeID) -> HTMLTagInfo? {
    let record = self[node]
    guard record.kind == .htmlOpenTag || record.kind == .htmlCloseTag else { return nil }
    let pieces = withoutGaps(range(of: node))
    guard pieces.count > 1 else {
      return source.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { Self.readTag($0, Int(record.start), Int(record.end)) { $0 } }
      }
    }
    // A tag over several lines of a container: read it without the container's prefixes.
    let joined = pieces.flatMap { source[$0] }
    var starts: [Int] = []
    var length = 0
    for piece in pieces {
      starts.append(length)
      length += piece.count
    }
    return joined.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { base in
        Self.readTag(base, 0, bytes.count) { offset in
          let after = starts.partitioningIndex { $0 > offset }
          return pieces[after - 1].lowerBound + offset - starts[after - 1]
        }
      }
    }
  }

  private static func readTag(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ offset: (Int) -> Int
  ) -> HTMLTagInfo? {
    func range(_ part: (start: Int, end: Int)) -> Range<Int> {
      part.start == part.end
        ? offset(part.start)..<offset(part.start) : offset(part.start)..<(offset(part.end - 1) + 1)
    }
    var index = start + 1
    if index < end, base[index] == 0x2F { index += 1 }
    let nameStart = index
    while index < end, base[index].isAlphanumeric || base[index] == 0x2D { index += 1 }
    var info = HTMLTagInfo(name: range((nameStart, index)), attributes: [])
    while true {
      while index < end, base[index].isSpace || base[index] == 0x2F { index += 1 }
      guard index < end, let attribute = HTMLAttribute.scan(base, index, end, .browser) else { return info }
      info.attributes.append(.init(name: range(attribute.name), value: attribute.value.map(range)))
      index = attribute.next
    }
  }
}

extension Array {
  /// The index of the first element for which the test holds, in an array where it holds for all after it.
  func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
