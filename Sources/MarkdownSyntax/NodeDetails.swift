/// What only nodes of some kinds have.
extension MarkdownTree {
  /// 1…6 for `heading` and `setextHeading`, else 0.
  public func headingLevel(of node: NodeID) -> Int {
    switch self[node].kind {
    case .heading, .setextHeading: Int(self[node].aux)
    default: 0
    }
  }

  public func list(_ node: NodeID) -> ListInfo? {
    let record = self[node]
    guard record.kind == .list else { return nil }
    let delimiter = UInt8(truncatingIfNeeded: record.extra)
    let isOrdered = delimiter == 0x2E || delimiter == 0x29
    return ListInfo(
      delimiter: delimiter, start: isOrdered ? Int(record.aux) : nil, isTight: !record.flags.contains(.loose))
  }

  public func item(_ node: NodeID) -> ItemInfo? {
    let record = self[node]
    guard record.kind == .item else { return nil }
    let start = Int(record.start)
    let content = Int(record.aux)
    return ItemInfo(
      marker: start..<(start + Int(record.extra)), contentStart: content,
      checkBox: record.flags.contains(.hasCheckBox) ? content..<(content + 3) : nil,
      isChecked: record.flags.contains(.isChecked))
  }

  /// The parts of a link, image or autolink.
  public func link(_ node: NodeID) -> LinkInfo? {
    let record = self[node]
    let start = Int(record.start)
    let end = Int(record.end)
    switch record.kind {
    case .link, .image:
      let link = links[Int(record.aux)]
      let definition = link.definition == LinkRecord.none ? nil : NodeID(Int(definitionNodes[Int(link.definition)]))
      return LinkInfo(
        form: LinkInfo.Form(rawValue: record.flags.rawValue) ?? .inline, text: Int(link.textStart)..<Int(link.textEnd),
        destination: Int(link.destinationStart)..<Int(link.destinationEnd), title: link.title, definition: definition)
    case .autolink:
      return LinkInfo(
        form: .angle, text: (start + 1)..<(end - 1), destination: (start + 1)..<(end - 1),
        prefix: record.flags.contains(.mailto) ? .mailto : .none)
    case .extendedAutolink:
      return LinkInfo(
        form: .bare, text: start..<end, destination: start..<end,
        prefix: record.flags.contains(.mailto) ? .mailto : record.flags.contains(.http) ? .http : .none)
    default: return nil
    }
  }

  /// The parts of a link reference definition.
  public func definition(_ node: NodeID) -> DefinitionInfo? {
    guard self[node].kind == .linkDefinition else { return nil }
    let record = definitions[Int(self[node].aux)]
    return DefinitionInfo(
      label: Int(record.textStart)..<Int(record.textEnd),
      destination: Int(record.destinationStart)..<Int(record.destinationEnd), title: record.title)
  }

  /// The label of a footnote reference or definition, without `[^` and `]`.
  public func footnoteLabel(of node: NodeID) -> Range<Int>? {
    let range = range(of: node)
    switch self[node].kind {
    case .footnoteReference: return (range.lowerBound + 2)..<(range.upperBound - 1)
    case .footnoteDefinition:
      let start = range.lowerBound + 2
      return start..<(source[start..<range.upperBound].firstIndex(of: 0x5D) ?? start)
    default: return nil
    }
  }

  /// The definition that a footnote reference uses.
  public func footnoteDefinition(of node: NodeID) -> NodeID? {
    guard self[node].kind == .footnoteReference else { return nil }
    return NodeID(Int(footnoteNodes[Int(self[node].aux)]))
  }

  /// Whether a table row is the header row.
  public func isHeaderRow(_ node: NodeID) -> Bool {
    self[node].kind == .tableRow && self[node].flags.contains(.isHeader)
  }

  /// The alignment of each column of a table; nil for other nodes.
  public func columnAlignments(of node: NodeID) -> [ColumnAlignment]? {
    guard self[node].kind == .table else { return nil }
    let first = Int(self[node].aux)
    return alignments[first..<(first + Int(self[node].extra))].map { ColumnAlignment(rawValue: $0) ?? .none }
  }

  /// The info string of fenced code, as it stands in the source.
  public func infoString(of node: NodeID) -> Range<Int>? {
    guard hasCodeLines(self[node]) else { return nil }
    let range = segments[Int(self[node].aux) + 1].range
    return range.isEmpty ? nil : range
  }

  /// The inner bytes of code, maths, fenced or indented code (per line, container prefixes left out). For blocks of
  /// code each line without its line ending; for inlines the line endings are inside.
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

  func codeLines(_ record: Node) -> [Span] {
    let header = Int(record.aux)
    return segments[(header + 2)..<(header + 2 + Int(segments[header].start))]
  }

  /// The content between the backtick runs, less one space (or line ending) at both ends if both have one.
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

  /// The pieces of a range that lie between container prefixes.
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

extension LinkRecord {
  var title: Range<Int>? { titleStart == LinkRecord.none ? nil : Int(titleStart)..<Int(titleEnd) }
}
