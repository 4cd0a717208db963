import MarkdownSyntax

extension Collection {
  /// Turns the inputs into documents, sections and links.
  ///
  /// - Throws: `StageError.notUTF8` with the offset of the first byte that is not UTF-8.
  public mutating func parse() throws(StageError) {
    for input in inputs {
      try Self.checkUTF8(input)
      add(input)
    }
    identities = Array(repeating: .unknown, count: links.count)
  }

  private mutating func add(_ input: Input) {
    let id = DocumentID(documents.count)
    var draft = DocumentDraft(id: id, path: input.path, tree: MarkdownTree(parsing: input.bytes))
    draft.readHeadings()
    draft.shields = Shields(in: draft.tree)
    var finder = TableOfContentsFinder(draft)
    draft.tablesOfContents = finder.tables()
    var builder = LinkBuilder(draft, firstSection: sections.count, firstLink: links.count)
    builder.run()
    documents.append(
      Document(
        draft, links: links.count..<(links.count + builder.links.count),
        sections: sections.count..<(sections.count + builder.sections.count)))
    sections += builder.sections
    links += builder.links
  }

  private static func checkUTF8(_ input: Input) throws(StageError) {
    guard let offset = firstInvalidUTF8(in: input.bytes) else { return }
    let line = 1 + input.bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    throw .notUTF8(document: input.path, offset: offset, line: line)
  }

  /// The offset of the first byte that does not continue valid UTF-8.
  static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }
}

extension DocumentDraft {
  /// Lists headings with their anchors, and every other place that a fragment can lead to.
  mutating func readHeadings() {
    var numbering = AnchorNumbering()
    for index in tree.nodes {
      let node = NodeID(index)
      switch tree.kind(of: node) {
      case .heading, .setextHeading:
        add(
          node, range: tree.range(of: node), level: tree.headingLevel(of: node),
          text: tree.plainText(of: node, images: .dropped),
          &numbering)
      case .htmlOpenTag:
        guard let tag = tree.htmlTag(node) else { continue }
        if let level = htmlHeadingLevel(tag) {
          let (range, text) = htmlHeading(node, tag)
          add(node, range: range, level: level, text: text, &numbering)
        }
        for name in [tree.value(of: "id", in: tag), tree.isNamed(tag, "a") ? tree.value(of: "name", in: tag) : nil] {
          guard let name else { continue }
          anchors.add(String(decoding: tree.decoded(name), as: UTF8.self), .tag(tree.range(of: node).lowerBound))
        }
      default: continue
      }
    }
  }

  private mutating func add(
    _ node: NodeID, range: Range<Int>, level: Int, text: String, _ numbering: inout AnchorNumbering
  ) {
    // GitHub trims nothing but the white space of the source: `# ![logo](l.png) Tea` has the anchor `-tea`.
    let anchor = numbering.anchor(for: GitHubAnchor.slug(of: text))
    anchors.add(anchor, .heading(headings.count))
    headings.append(
      Heading(
        node: node, level: level, title: trimSpaces(text), anchor: anchor, range: range, opensSection: isOutermost(node)
      ))
  }

  /// Whether no quote, list item or footnote encloses the node.
  private func isOutermost(_ node: NodeID) -> Bool {
    var next = tree.parent(of: node)
    while let parent = next {
      switch tree.kind(of: parent) {
      case .item, .blockQuote, .footnoteDefinition, .tableCell: return false
      default: next = tree.parent(of: parent)
      }
    }
    return true
  }

  private func htmlHeadingLevel(_ tag: HTMLTagInfo) -> Int? {
    let name = source[tag.name]
    guard name.count == 2, let first = name.first, first | 0x20 == UInt8(ascii: "h"), let last = name.last,
      (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(last)
    else { return nil }
    return Int(last - UInt8(ascii: "0"))
  }

  /// The extent and text of an HTML heading, up to its close tag or the next heading.
  private func htmlHeading(_ node: NodeID, _ tag: HTMLTagInfo) -> (Range<Int>, String) {
    var text = ""
    var end = tree.range(of: node).upperBound
    let isBlock = tree.parent(of: node).map { tree.kind(of: $0) } == .htmlBlock
    var next = tree.nextSibling(of: node)
    while let sibling = next {
      let range = tree.range(of: sibling)
      // In an HTML block only tags are nodes: text is what stands between them.
      if isBlock { text += htmlText(end..<max(end, range.lowerBound)) }
      let level = tree.htmlTag(sibling).flatMap { htmlHeadingLevel($0) }
      if level != nil, tree.kind(of: sibling) == .htmlOpenTag { break }
      end = range.upperBound
      if level != nil { break }
      text += tree.plainText(of: sibling, images: .dropped)
      next = tree.nextSibling(of: sibling)
    }
    return (tree.range(of: node).lowerBound..<end, text)
  }

  private func htmlText(_ range: Range<Int>) -> String {
    // HTML knows entities, but no backslash escapes.
    let hasBackslash = source[range].contains(UInt8(ascii: "\\"))
    return String(decoding: hasBackslash ? Array(source[range]) : tree.decoded(range), as: UTF8.self)
  }

  /// A heading's text without the spaces at its ends.
  private func trimSpaces(_ text: String) -> String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    guard let first = text.firstIndex(where: { !isSpace($0) }), let last = text.lastIndex(where: { !isSpace($0) })
    else {
      return ""
    }
    return String(text[first...last])
  }
}
