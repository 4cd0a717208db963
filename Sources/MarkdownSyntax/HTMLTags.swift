extension MarkdownTree {
  /// The name and attributes of an `htmlOpenTag` or `htmlCloseTag`, else nil.
  public func htmlTag(_ node: NodeID) -> HTMLTagInfo? {
    let record = self[node]
    guard record.kind == .htmlOpenTag || record.kind == .htmlCloseTag else { return nil }
    let pieces = withoutGaps(range(of: node))
    guard pieces.count > 1, let first = pieces.first else {
      return source.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { Self.readTag($0, Int(record.start), Int(record.end)) { $0 } }
      }
    }
    // A tag over several lines of a container: read it without the container's prefixes.
    let joined = pieces.flatMap { source[$0] }
    return joined.withUnsafeBufferPointer { bytes in
      bytes.baseAddress.flatMap { base in
        Self.readTag(base, 0, bytes.count) { offset in
          var rest = offset
          for piece in pieces {
            if rest < piece.count { return piece.lowerBound + rest }
            rest -= piece.count
          }
          return first.lowerBound + offset
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
      while index < end, base[index].isSpace { index += 1 }
      guard index < end, let attribute = HTMLAttribute.scan(base, index, end) else { return info }
      info.attributes.append(.init(name: range(attribute.name), value: attribute.value.map(range)))
      index = attribute.next
    }
  }
}
