import MarkdownSyntax

/// Tells what part a link plays by where it stands.
struct RoleFinder {
  let tree: MarkdownTree

  enum Surroundings {
    case item(NodeID)
    case row(NodeID)
    case heading
    case prose
  }

  struct Entry {
    var link: NodeID
    var opens: Bool
  }

  /// The nearest item, row or heading around a node; quotes, footnotes, header rows and HTML blocks make it prose.
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

  /// An image, or a link whose whole content is an image.
  func isImage(_ found: LinkScan.Found) -> Bool {
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

  /// - Parameters:
  ///   - first: the first of the siblings to look at.
  ///   - end: the offset at which they end.
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

  /// The link that an item or row is about: the only text link of its first paragraph or cell with links, or the one
  /// that opens it.
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

  /// The first link with a text that leads out of the document.
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

  /// Whether nothing that is read stands before the link: only emphasis, a check box, images, badges, emoji, an empty
  /// anchor, brackets.
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

  /// Brackets, spaces, emoji and other symbols.
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

  /// The items around a node but the nearest, from the outermost in; mostly there are none.
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

  /// The text of an item's first paragraph.
  func ownText(of item: NodeID) -> String {
    firstParagraph(item).map { tree.plainText(of: $0, images: .dropped).foldingSpaces } ?? ""
  }
}
