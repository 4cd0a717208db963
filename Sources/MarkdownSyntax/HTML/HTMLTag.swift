/// The name and the attributes of an HTML open or closing tag.
public struct HTMLTagInfo: Sendable, Equatable {
  /// The name as written.
  public var name: Range<Int>
  /// An attribute of an open tag.
  public struct Attribute: Sendable, Equatable {
    /// The name as written.
    public var name: Range<Int>
    /// The value without quotes; nil if the attribute has no value.
    public var value: Range<Int>?
  }
  /// The attributes in source order.
  public var attributes: [Attribute]
}

extension MarkdownTree {
  /// Returns the name and the attributes of an `htmlOpenTag` or `htmlCloseTag` node; nil for other nodes.
  public func htmlTag(_ node: NodeID) -> HTMLTagInfo? {
    let record = self[node]
    guard record.kind == .htmlOpenTag || record.kind == .htmlCloseTag else { return nil }
    let pieces = withoutGaps(range(of: node))
    guard pieces.count > 1 else {
      return source.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.flatMap { Self.readTag($0, Int(record.start), Int(record.end)) { $0 } }
      }
    }
    // A tag that spans several lines of a container is read without the container's prefixes.
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
  /// Returns the index of the first element that satisfies a predicate. The predicate must hold for all elements after
  /// it.
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

/// The grammar of HTML tags.
enum TagGrammar {
  /// CommonMark section 6.6: the grammar of tags in text.
  case commonMark
  /// The grammar of browsers. All text inside an HTML block is HTML, so `<a href="x"class=y>` is a tag too.
  case browser
}

/// Returns the end of the open or closing tag at `start` (a `<`), if there is one. Reads only `base[start..<end]`.
func scanHTMLTag(
  _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ grammar: TagGrammar = .commonMark
) -> Int? {
  var index = start + 1
  defer { countSteps(index - start) }
  let isClosing = index < end && base[index] == 0x2F
  if isClosing { index += 1 }
  guard index < end, base[index].isLetter else { return nil }
  while index < end, base[index].isAlphanumeric || base[index] == 0x2D { index += 1 }
  if isClosing {
    while index < end, base[index].isSpace { index += 1 }
    return index < end && base[index] == 0x3E ? index + 1 : nil
  }
  while true {
    let spaceStart = index
    while index < end, base[index].isSpace { index += 1 }
    guard index < end else { return nil }
    if base[index] == 0x3E { return index + 1 }
    if base[index] == 0x2F {
      if index + 1 < end, base[index + 1] == 0x3E { return index + 2 }
      if grammar == .commonMark { return nil }
      index += 1
      continue
    }
    guard index > spaceStart || grammar == .browser, let attribute = HTMLAttribute.scan(base, index, end, grammar)
    else {
      return nil
    }
    index = attribute.next
  }
}

/// One attribute of an open tag, as offsets.
struct HTMLAttribute {
  var name: (start: Int, end: Int)
  var value: (start: Int, end: Int)?
  /// The end of the attribute.
  var next: Int

  /// Scans the attribute whose name begins at `start`.
  static func scan(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ grammar: TagGrammar
  ) -> HTMLAttribute? {
    var index = start
    if grammar == .browser {
      while index < end, !base[index].endsBrowserAttributeName { index += 1 }
      if index == start { return nil }
    } else {
      guard base[index].isLetter || base[index] == 0x5F || base[index] == 0x3A else { return nil }
      while index < end, base[index].isAttributeNameByte { index += 1 }
    }
    var attribute = HTMLAttribute(name: (start, index), value: nil, next: index)
    while index < end, base[index].isSpace { index += 1 }
    guard index < end, base[index] == 0x3D else { return attribute }
    index += 1
    while index < end, base[index].isSpace { index += 1 }
    guard index < end else { return nil }
    let quote = base[index]
    if quote == 0x22 || quote == 0x27 {
      let valueStart = index + 1
      index = valueStart
      while index < end, base[index] != quote { index += 1 }
      guard index < end else { return nil }
      attribute.value = (valueStart, index)
      attribute.next = index + 1
    } else {
      let valueStart = index
      while index < end, !base[index].endsUnquotedValue(grammar) { index += 1 }
      if index == valueStart { return nil }
      attribute.value = (valueStart, index)
      attribute.next = index
    }
    return attribute
  }
}

extension UInt8 {
  fileprivate var isAttributeNameByte: Bool {
    isAlphanumeric || self == 0x5F || self == 0x3A || self == 0x2E || self == 0x2D
  }
  fileprivate var endsBrowserAttributeName: Bool {
    switch self {
    case 0x22, 0x27, 0x2F, 0x3C, 0x3D, 0x3E: true
    default: isSpace
    }
  }
  fileprivate func endsUnquotedValue(_ grammar: TagGrammar) -> Bool {
    switch self {
    case 0x3C, 0x3E: true
    case 0x22, 0x27, 0x3D, 0x60: grammar == .commonMark
    default: isSpace
    }
  }
}
