import MarkdownSyntax
import Platform
import Synchronization

extension Collection {
  /// Parses the inputs into documents, sections and links, on all cores.
  ///
  /// - Parameter progress: receives the number of bytes parsed and the total; called from any thread.
  /// - Throws: `StageError.notUTF8` with the offset of the first byte that is not UTF-8, in the first such document.
  public mutating func parse(progress: StageContext.Progress? = nil) throws(StageError) {
    let inputs = inputs
    let total = inputs.reduce(0) { $0 + $1.bytes.count }
    let done = Atomic(0)
    let parsed = concurrentMap(inputs.count, stretch: 1) { range in
      let input = inputs[range.lowerBound]
      let result = Result { () throws(StageError) in
        try Self.checkUTF8(input)
        return ParsedDocument(DocumentID(range.lowerBound), input)
      }
      progress?(done.add(input.bytes.count, ordering: .relaxed).newValue, total)
      return result
    }
    // The full capacity is reserved at once: growth by doubling would keep the old arrays in memory next to the new.
    let counted = parsed.compactMap { try? $0.get() }
    sections.reserveCapacity(counted.reduce(0) { $0 + $1.sections.count })
    links.reserveCapacity(counted.reduce(0) { $0 + $1.links.count })
    for result in parsed { add(try result.get()) }
    identities = IdentityTable(count: links.count)
  }

  private mutating func add(_ parsed: ParsedDocument) {
    let (firstSection, firstLink) = (sections.count, links.count)
    sections += parsed.sections.lazy.map { $0.moved(by: firstSection) }
    links += parsed.links.lazy.map { $0.moved(by: firstLink, sections: firstSection) }
    documents.append(Document(parsed.draft, links: firstLink..<links.count, sections: firstSection..<sections.count))
  }

  private static func checkUTF8(_ input: Input) throws(StageError) {
    guard let offset = firstInvalidUTF8(in: input.bytes) else { return }
    let line = 1 + input.bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
    throw .notUTF8(document: input.path, offset: offset, line: line)
  }

  /// Returns the offset of the first byte that does not continue valid UTF-8.
  ///
  /// Skips ASCII, which most lists consist of, eight bytes at a time: the standard library takes nine instructions for
  /// each byte after the first byte beyond ASCII.
  static func firstInvalidUTF8(in bytes: [UInt8]) -> Int? {
    let bytes = bytes.span
    var end = 0
    while let start = bytes.firstBeyondASCII(from: end) {
      end = start + 1
      while end < bytes.count, bytes[end] >= 0x80 { end += 1 }
      do throws(UTF8.ValidationError) { _ = try UTF8Span(validating: bytes.extracting(start..<end)) } catch {
        return start + error.byteOffsets.lowerBound
      }
    }
    return nil
  }
}

/// One parsed document. Ids of its sections and links start at 0.
private struct ParsedDocument: Sendable {
  let draft: DocumentDraft
  let sections: [Section]
  let links: [Link]

  init(_ id: DocumentID, _ input: Input) {
    var draft = DocumentDraft(id: id, path: input.path, tree: MarkdownTree(parsing: input.bytes))
    draft.readHeadings()
    draft.suppressions = Suppressions(in: draft.tree)
    var finder = TableOfContentsFinder(draft)
    draft.tablesOfContents = finder.tables()
    var builder = LinkBuilder(draft)
    builder.run()
    self.draft = draft
    sections = builder.sections
    links = builder.links
  }
}

extension Section {
  /// Returns the section with its ids shifted by the number of sections in the documents before its own.
  fileprivate func moved(by offset: Int) -> Section {
    Section(
      id: SectionID(id.index + offset), document: document, opening: opening,
      parent: parent.map { SectionID($0.index + offset) }, level: level, title: title, anchor: anchor,
      offset: self.offset)
  }
}

extension Link {
  /// Returns the link with its ids shifted by the number of links and sections in the documents before its own.
  fileprivate func moved(by offset: Int, sections: Int) -> Link {
    Link(
      id: LinkID(id.index + offset), document: document, section: SectionID(section.index + sections), node: node,
      syntax: syntax, role: role, opensItem: opensItem, range: range, text: text, destination: destination)
  }
}

extension DocumentDraft {
  /// Collects the headings with their anchors, and every other target of a fragment.
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
    // GitHub trims only the white space of the source: `# ![logo](l.png) Tea` has the anchor `-tea`.
    let anchor = numbering.anchor(for: GitHubAnchor.slug(of: text))
    anchors.add(anchor, .heading(headings.count))
    headings.append(
      Heading(
        node: node, level: level, title: trimSpaces(text), anchor: anchor, range: range, opensSection: isOutermost(node)
      ))
  }

  /// Whether the node is outside every quote, list item, footnote and table cell.
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

  /// Returns the range and text of an HTML heading, up to its closing tag or the next heading.
  private func htmlHeading(_ node: NodeID, _ tag: HTMLTagInfo) -> (Range<Int>, String) {
    var text = ""
    var end = tree.range(of: node).upperBound
    let isBlock = tree.parent(of: node).map { tree.kind(of: $0) } == .htmlBlock
    var next = tree.nextSibling(of: node)
    while let sibling = next {
      let range = tree.range(of: sibling)
      // In an HTML block only tags are nodes. The text is between them.
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
    // HTML has entities, but no backslash escapes.
    let hasBackslash = source[range].contains(UInt8(ascii: "\\"))
    return String(decoding: hasBackslash ? Array(source[range]) : tree.decoded(range), as: UTF8.self)
  }

  /// Returns a heading's text without leading and trailing white space.
  private func trimSpaces(_ text: String) -> String {
    let isSpace: (Character) -> Bool = { $0.isWhitespace }
    guard let first = text.firstIndex(where: { !isSpace($0) }), let last = text.lastIndex(where: { !isSpace($0) })
    else {
      return ""
    }
    return String(text[first...last])
  }
}
