/// Renders a tree as HTML, in the output format of cmark (and cmark-gfm for the extensions).
///
/// Raw HTML passes through as it stands; maths is rendered as its escaped source; front matter is left out.
public struct HTMLRenderer {
  let tree: MarkdownTree
  var html: [UInt8] = []
  var footnotes: Footnotes
  /// How many table cells were written that the source does not have.
  var filledCells = 0
  var tightLists: [Bool] = []
  /// Depth of images whose alternative text is being written: only text counts there.
  private var imageDepth = 0

  /// The tree's HTML in UTF-8.
  public static func render(_ tree: MarkdownTree) -> [UInt8] {
    var renderer = HTMLRenderer(tree)
    renderer.html.reserveCapacity(tree.source.count * 5 / 4)
    renderer.render(MarkdownTree.root)
    renderer.renderFootnotes()
    return renderer.html
  }

  /// The HTML of some blocks of a document without footnotes.
  public static func render(_ stretch: DocumentStretches.Stretch) -> [UInt8] {
    guard stretch.nodes.upperBound < stretch.tree.nodes.upperBound else { return render(stretch.tree) }
    var renderer = HTMLRenderer(stretch.tree)
    var next = stretch.tree.firstChild(of: MarkdownTree.root)
    while let block = next, stretch.nodes.contains(Int(block.index)) {
      renderer.render(block, before: stretch.nodes.upperBound)
      next = stretch.tree.nextSibling(of: block)
    }
    return renderer.html
  }

  private init(_ tree: MarkdownTree) {
    self.tree = tree
    footnotes = Footnotes(tree)
  }

  // MARK: Walk

  /// Walks the subtree with an explicit stack: nesting costs no call depth.
  ///
  /// - Parameter limit: the node that is left out, with all after it; it closes what is open.
  mutating func render(_ root: NodeID, before limit: Int = .max) {
    var open: [NodeID] = []
    var index = tree.subtree(of: root).lowerBound
    let end = min(tree.subtree(of: root).upperBound, limit)
    while index < end || !open.isEmpty {
      while let last = open.last, index >= end || tree.subtree(of: last).upperBound <= index {
        open.removeLast()
        leave(last)
      }
      if index >= end { continue }
      let node = NodeID(index)
      let goesDown = enter(node)
      if goesDown {
        open.append(node)
        index += 1
      } else {
        index = tree.subtree(of: node).upperBound
      }
    }
  }

  /// Writes what comes before the node's children; gives false if they are not to be visited.
  private mutating func enter(_ node: NodeID) -> Bool {
    let kind = tree.kind(of: node)
    if imageDepth > 0, kind != .image { return enterInAlternativeText(node, kind) }
    switch kind {
    case .document: return true
    case .frontMatter, .linkDefinition, .footnoteDefinition: return false
    case .text: escape(tree.source[tree.range(of: node)])
    case .softBreak: write("\n")
    case .hardBreak: write("<br />\n")
    case .escape: escape(tree.source[(tree.range(of: node).lowerBound + 1)..<tree.range(of: node).upperBound])
    case .entity: escape(tree.decoded(tree.range(of: node))[...])
    case .code:
      write("<code>")
      escape(tree.codeText(of: node)[...])
      write("</code>")
    case .math: for piece in tree.withoutGaps(tree.range(of: node)) { escape(tree.source[piece]) }
    case .emphasis: write("<em>")
    case .strong: write("<strong>")
    case .strikethrough: write("<del>")
    case .link: openLink(node)
    case .image: return enterImage(node)
    case .autolink, .extendedAutolink: autolink(node)
    case .footnoteReference: footnoteReference(node)
    case .htmlOpenTag, .htmlCloseTag, .htmlComment, .htmlOther:
      for piece in tree.withoutGaps(tree.range(of: node)) { html.append(contentsOf: tree.source[piece]) }
    default: return enterBlock(node, kind)
    }
    return true
  }

  private mutating func leave(_ node: NodeID) {
    let kind = tree.kind(of: node)
    if imageDepth > 0, kind != .image { return }
    switch kind {
    case .emphasis: write("</em>")
    case .strong: write("</strong>")
    case .strikethrough: write("</del>")
    case .link: write("</a>")
    case .image: leaveImage(node)
    default: leaveBlock(node, kind)
    }
  }

  // MARK: Blocks

  private mutating func enterBlock(_ node: NodeID, _ kind: NodeKind) -> Bool {
    switch kind {
    case .blockQuote: block("<blockquote>\n")
    case .list: openList(node)
    case .item: openItem(node)
    case .paragraph:
      if !isTight(node) { block("<p>") }
    case .heading, .setextHeading:
      startLine()
      write("<h\(tree.headingLevel(of: node))>")
    case .thematicBreak: block("<hr />\n")
    case .fencedCode, .indentedCode: codeBlock(node)
    case .mathBlock: mathBlock(node)
    case .htmlBlock:
      startLine()
      for piece in tree.withoutGaps(tree.range(of: node)) { html.append(contentsOf: tree.source[piece]) }
      write("\n")
      return false
    case .table: block("<table>\n")
    case .tableRow: openRow(node)
    case .tableCell: openCell(node)
    default: break
    }
    return true
  }

  private mutating func leaveBlock(_ node: NodeID, _ kind: NodeKind) {
    switch kind {
    case .blockQuote:
      startLine()
      write("</blockquote>\n")
    case .list:
      tightLists.removeLast()
      write(tree.list(node)?.start == nil ? "</ul>\n" : "</ol>\n")
    case .item: write("</li>\n")
    case .paragraph:
      if !isTight(node) { write("</p>\n") }
    case .heading, .setextHeading: write("</h\(tree.headingLevel(of: node))>\n")
    case .table: closeTable(node)
    case .tableRow: closeRow(node)
    case .tableCell: write(isHeader(node) ? "</th>\n" : "</td>\n")
    default: break
    }
  }

  private func isTight(_ paragraph: NodeID) -> Bool {
    guard let parent = tree.parent(of: paragraph), tree.kind(of: parent) == .item else { return false }
    return tightLists.last ?? false
  }

  private mutating func openList(_ node: NodeID) {
    startLine()
    let list = tree.list(node)
    tightLists.append(list?.isTight ?? true)
    if let start = list?.start {
      write(start == 1 ? "<ol>\n" : "<ol start=\"\(start)\">\n")
    } else {
      write("<ul>\n")
    }
  }

  private mutating func openItem(_ node: NodeID) {
    startLine()
    write("<li>")
    guard let item = tree.item(node), item.checkBox != nil else { return }
    write(
      item.isChecked
        ? #"<input type="checkbox" checked="" disabled="" /> "# : #"<input type="checkbox" disabled="" /> "#)
  }

  private mutating func codeBlock(_ node: NodeID) {
    startLine()
    write("<pre><code")
    if let info = tree.infoString(of: node) {
      let language = tree.decoded(info).prefix { !$0.isSpace }
      write(" class=\"language-")
      escape(language)
      write("\"")
    }
    write(">")
    writeCodeLines(node)
    write("</code></pre>\n")
  }

  private mutating func writeCodeLines(_ node: NodeID) {
    for line in tree.codeLines(tree[node]) {
      if let spaces = line.virtualSpaces {
        for _ in 0..<spaces { html.append(0x20) }
      } else {
        escape(tree.source[line.range])
        write("\n")
      }
    }
  }

  private mutating func mathBlock(_ node: NodeID) {
    startLine()
    if tree.hasCodeLines(tree[node]) {
      write("<pre><code class=\"language-math\">")
      writeCodeLines(node)
      write("</code></pre>\n")
    } else {
      write("<p>")
      for piece in tree.withoutGaps(tree.range(of: node)) { escape(tree.source[piece]) }
      write("</p>\n")
    }
  }

  // MARK: Links and images

  private mutating func openLink(_ node: NodeID) {
    guard let link = tree.link(node) else { return }
    write("<a href=\"")
    escapeURL(tree.decoded(link.destination)[...])
    write("\"")
    writeTitle(link)
    write(">")
  }

  private mutating func writeTitle(_ link: LinkInfo) {
    guard let title = link.title, !title.isEmpty else { return }
    write(" title=\"")
    escape(normalizedLineEndings(tree.decoded(title)))
    write("\"")
  }

  private func normalizedLineEndings(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    bytes.contains(0x0D) ? bytes.filter { $0 != 0x0D }[...] : bytes[...]
  }

  private mutating func autolink(_ node: NodeID) {
    guard let link = tree.link(node) else { return }
    write("<a href=\"")
    write(link.impliedPrefix)
    escapeURL(tree.source[link.destination])
    write("\">")
    escape(tree.source[link.text])
    write("</a>")
  }

  private mutating func enterImage(_ node: NodeID) -> Bool {
    if imageDepth == 0, let link = tree.link(node) {
      write("<img src=\"")
      escapeURL(tree.decoded(link.destination)[...])
      write("\" alt=\"")
    }
    imageDepth += 1
    return true
  }

  private mutating func leaveImage(_ node: NodeID) {
    imageDepth -= 1
    guard imageDepth == 0, let link = tree.link(node) else { return }
    write("\"")
    writeTitle(link)
    write(" />")
  }

  private mutating func enterInAlternativeText(_ node: NodeID, _ kind: NodeKind) -> Bool {
    switch kind {
    case .text: escape(tree.source[tree.range(of: node)])
    case .escape: escape(tree.source[(tree.range(of: node).lowerBound + 1)..<tree.range(of: node).upperBound])
    case .entity: escape(tree.decoded(tree.range(of: node))[...])
    case .softBreak, .hardBreak: write(" ")
    case .code: escape(tree.codeText(of: node)[...])
    case .math: for piece in tree.withoutGaps(tree.range(of: node)) { escape(tree.source[piece]) }
    case .autolink, .extendedAutolink: if let link = tree.link(node) { escape(tree.source[link.text]) }
    case .htmlOpenTag, .htmlCloseTag, .htmlComment, .htmlOther:
      for piece in tree.withoutGaps(tree.range(of: node)) { escape(tree.source[piece]) }
    default: break
    }
    return true
  }
}
