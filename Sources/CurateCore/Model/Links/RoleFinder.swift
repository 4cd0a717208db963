import MarkdownSyntax

/// Determines the role of a link from its position in the syntax tree.
struct RoleFinder {
  let tree: MarkdownTree

  /// The nearest block that decides the role of a link.
  enum Surroundings {
    case item(NodeID)
    case row(NodeID)
    case heading
    case prose
  }

  /// The main link of an item or row.
  struct Entry {
    var link: NodeID
    /// Whether no text precedes the link.
    var opens: Bool
  }

  /// Returns the nearest item, row or heading around a node; prose inside a quote, footnote, header row or HTML block.
  func surroundings(of node: NodeID) -> Surroundings {
    var nearest: Surroundings?
    var next = tree.parent(of: node)
    while let parent = next {
      switch tree.kind(of: parent) {
      case .blockQuote, .footnoteDefinition, .htmlBlock: return .prose
      case .tableRow where nearest == nil: nearest = tree.isHeaderRow(parent) ? .prose : .row(parent)
      case .item where nearest == nil: nearest = .item(parent)
      case .heading, .setextHeading: return .heading
      default: break
      }
      next = tree.parent(of: parent)
    }
    return nearest ?? .prose
  }

  /// Whether the link is an image, or contains nothing but images.
  func isImage(_ found: LinkScan.Match) -> Bool {
    if found.syntax == .image { return true }
    switch tree.kind(of: found.node) {
    case .image: return true
    case .link: return holdsOnlyImages(from: tree.firstChild(of: found.node), before: tree.source.count)
    case .htmlOpenTag:
      guard let tag = tree.htmlTag(found.node) else { return false }
      return tree.isNamed(tag, "img")
        || holdsOnlyImages(from: tree.nextSibling(of: found.node), before: found.text.upperBound)
    default: return false
    }
  }

  /// Whether a run of siblings contains images and otherwise only white space.
  ///
  /// - Parameters:
  ///   - first: the first sibling.
  ///   - end: the offset at which the run ends.
  private func holdsOnlyImages(from first: NodeID?, before end: Int) -> Bool {
    var images = 0
    var next = first
    while let node = next, tree.range(of: node).lowerBound < end {
      next = tree.nextSibling(of: node)
      switch tree.kind(of: node) {
      case .image: images += 1
      case .htmlOpenTag:
        guard let tag = tree.htmlTag(node), tree.isNamed(tag, "img") else { return false }
        images += 1
      case .softBreak: break
      case .text where tree.source[tree.range(of: node)].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }): break
      default: return false
      }
    }
    return images > 0
  }

  /// Returns the main link of an item or row: the link that opens its first paragraph or its first cell with links, or
  /// the only text link there.
  func entry(of container: NodeID) -> Entry? {
    guard let block = tree.kind(of: container) == .tableRow ? firstCellWithLink(container) : firstParagraph(container)
    else { return nil }
    guard let first = textLink(in: tree.subtree(of: block)) else { return nil }
    let opens = opensBlock(first, block)
    if opens || tree.kind(of: container) == .tableRow { return Entry(link: first, opens: opens) }
    let isOnly = textLink(in: Int(first.index) + 1..<tree.subtree(of: block).upperBound) == nil
    return isOnly ? Entry(link: first, opens: false) : nil
  }

  private func firstParagraph(_ item: NodeID) -> NodeID? {
    guard let child = tree.firstChild(of: item), tree.kind(of: child) == .paragraph else { return nil }
    return child
  }

  private func firstCellWithLink(_ row: NodeID) -> NodeID? {
    tree.children(of: row).first { textLink(in: tree.subtree(of: $0)) != nil }
  }

  /// Returns the first text link that does not lead to a fragment of the document.
  private func textLink(in nodes: Range<Int>) -> NodeID? {
    for index in nodes {
      if let found = LinkScan.link(at: NodeID(index), in: tree), !isImage(found),
        tree.source[found.destination].first != UInt8(ascii: "#")
      {
        return found.node
      }
    }
    return nil
  }

  /// Whether only emphasis, a check box, images, badges, emoji, empty anchors and brackets precede the link in its block.
  func opensBlock(_ link: NodeID, _ block: NodeID) -> Bool {
    var index = Int(block.index) + 1
    while index < Int(link.index) {
      let node = NodeID(index)
      switch tree.kind(of: node) {
      case .emphasis, .strong, .strikethrough, .softBreak, .htmlOpenTag, .htmlCloseTag, .htmlComment: index += 1
      case .image: index = tree.subtree(of: node).upperBound
      case .link:
        guard let found = LinkScan.link(at: node, in: tree), isImage(found) else { return false }
        index = tree.subtree(of: node).upperBound
      case .text, .escape, .entity:
        guard isDecoration(String(decoding: tree.source[tree.range(of: node)], as: UTF8.self)) else { return false }
        index += 1
      default: return false
      }
    }
    return true
  }

  /// Whether a text consists of brackets, spaces, emoji and other symbols.
  func isDecoration(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      if scalar.isASCII { return " \t\n\r[](){}*|:-".unicodeScalars.contains(scalar) }
      switch scalar.properties.generalCategory {
      case .otherSymbol, .modifierSymbol, .mathSymbol, .nonspacingMark, .enclosingMark, .format, .spaceSeparator:
        return true
      default: return scalar.properties.isEmojiPresentation
      }
    }
  }

  /// Returns the items around a node except the nearest one, outermost first. Most nodes have none.
  func outerItems(of node: NodeID) -> [NodeID] {
    var items: [NodeID] = []
    var isNearest = true
    var next = tree.parent(of: node)
    while let parent = next {
      if tree.kind(of: parent) == .item {
        if !isNearest { items.append(parent) }
        isNearest = false
      }
      next = tree.parent(of: parent)
    }
    return items.reversed()
  }

  /// Returns the text of an item's first paragraph.
  func ownText(of item: NodeID) -> String {
    firstParagraph(item).map { tree.plainText(of: $0, images: .dropped).foldingSpaces } ?? ""
  }
}
