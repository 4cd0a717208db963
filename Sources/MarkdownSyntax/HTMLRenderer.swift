/// Renders a tree as HTML, in the output format of cmark (and cmark-gfm for the extensions).
///
/// Raw HTML passes through as it stands; maths is rendered as its escaped source; front matter is left out.
public struct HTMLRenderer {
  private let tree: MarkdownTree
  private var html: [UInt8] = []
  /// Footnote definitions in the order of their first reference, with the number of references to each.
  private var footnotes: [(definition: NodeID, references: Int)] = []
  private var footnoteNumbers: [NodeID: Int] = [:]
  private var tightLists: [Bool] = []
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

  private init(_ tree: MarkdownTree) { self.tree = tree }

  // MARK: Walk

  /// Walks the subtree with an explicit stack: nesting costs no call depth.
  private mutating func render(_ root: NodeID) {
    var open: [NodeID] = []
    var index = tree.subtree(of: root).lowerBound
    let end = tree.subtree(of: root).upperBound
    while index < end || !open.isEmpty {
      while let last = open.last, tree.subtree(of: last).upperBound <= index {
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

  // MARK: Tables

  private func isHeader(_ node: NodeID) -> Bool { tree[node].flags.contains(.isHeader) }

  private mutating func openRow(_ node: NodeID) {
    if tree.isHeaderRow(node) {
      write("<thead>\n")
    } else if let table = tree.parent(of: node), let header = tree.firstChild(of: table),
      tree.nextSibling(of: header) == node
    {
      write("<tbody>\n")
    }
    write("<tr>\n")
  }

  private mutating func openCell(_ node: NodeID) { openCell(node, column: Int(tree[node].extra)) }

  private mutating func openCell(_ node: NodeID, column: Int) {
    guard let row = tree.parent(of: node), let table = tree.parent(of: row) else { return }
    writeCellTag(table, column, isHeader: isHeader(node))
  }

  private mutating func writeCellTag(_ table: NodeID, _ column: Int, isHeader: Bool) {
    write(isHeader ? "<th" : "<td")
    switch tree.alignment(ofColumn: column, in: table) {
    case .left: write(" align=\"left\"")
    case .right: write(" align=\"right\"")
    case .center: write(" align=\"center\"")
    case .none: break
    }
    write(">")
  }

  private mutating func closeRow(_ node: NodeID) {
    guard let table = tree.parent(of: node) else { return }
    var cells = 0
    var cell = tree.firstChild(of: node)
    while let current = cell {
      cells += 1
      cell = tree.nextSibling(of: current)
    }
    // A row with fewer cells than columns is filled up.
    while cells < tree.columnCount(of: table) {
      writeCellTag(table, cells, isHeader: false)
      write("</td>\n")
      cells += 1
    }
    write("</tr>\n")
    if tree.isHeaderRow(node) { write("</thead>\n") }
  }

  private mutating func closeTable(_ node: NodeID) {
    if let header = tree.firstChild(of: node), tree.nextSibling(of: header) != nil { write("</tbody>\n") }
    write("</table>\n")
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
    default: break
    }
    return true
  }

  // MARK: Footnotes

  private mutating func footnoteReference(_ node: NodeID) {
    guard let definition = tree.footnoteDefinition(of: node), let label = tree.footnoteLabel(of: definition) else {
      return
    }
    let number: Int
    if let known = footnoteNumbers[definition] {
      number = known
      footnotes[number - 1].references += 1
    } else {
      footnotes.append((definition, 1))
      number = footnotes.count
      footnoteNumbers[definition] = number
    }
    let references = footnotes[number - 1].references
    write("<sup class=\"footnote-ref\"><a href=\"#fn-")
    escapeURL(tree.source[label])
    write("\" id=\"fnref-")
    escapeURL(tree.source[label])
    if references > 1 { write("-\(references)") }
    write("\" data-footnote-ref>\(number)</a></sup>")
  }

  private mutating func renderFootnotes() {
    if footnotes.isEmpty { return }
    startLine()
    write("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    var index = 0
    // A footnote's text may refer to footnotes that were not seen before: the list can grow meanwhile.
    while index < footnotes.count {
      renderFootnote(index)
      index += 1
    }
    write("</ol>\n</section>\n")
  }

  private mutating func renderFootnote(_ index: Int) {
    let definition = footnotes[index].definition
    guard let label = tree.footnoteLabel(of: definition) else { return }
    write("<li id=\"fn-")
    escapeURL(tree.source[label])
    write("\">\n")
    tightLists.append(false)
    var child = tree.firstChild(of: definition)
    var endsWithParagraph = false
    while let node = child {
      render(node)
      endsWithParagraph = tree.kind(of: node) == .paragraph
      child = tree.nextSibling(of: node)
    }
    tightLists.removeLast()
    let closing = Array("</p>\n".utf8)
    if endsWithParagraph, html.suffix(closing.count).elementsEqual(closing) {
      html.removeLast(closing.count)
      write(" ")
      backReferences(index, label)
      write("</p>\n")
    } else {
      backReferences(index, label)
      write("\n")
    }
    write("</li>\n")
  }

  private mutating func backReferences(_ index: Int, _ label: Range<Int>) {
    for reference in 1...footnotes[index].references {
      if reference > 1 { write(" ") }
      let suffix = reference > 1 ? "-\(reference)" : ""
      write("<a href=\"#fnref-")
      escapeURL(tree.source[label])
      write(
        "\(suffix)\" class=\"footnote-backref\" data-footnote-backref data-footnote-backref-idx=\"\(index + 1)\(suffix)\""
      )
      write(" aria-label=\"Back to reference \(index + 1)\(suffix)\">↩")
      if reference > 1 { write("<sup class=\"footnote-ref\">\(reference)</sup>") }
      write("</a>")
    }
  }

  // MARK: Output

  private mutating func write(_ text: String) { html.append(contentsOf: text.utf8) }

  private mutating func write(_ text: StaticString) {
    for offset in 0..<text.utf8CodeUnitCount { html.append(text.utf8Start[offset]) }
  }

  private mutating func block(_ tag: String) {
    startLine()
    write(tag)
  }

  private mutating func startLine() {
    if let last = html.last, last != 0x0A { html.append(0x0A) }
  }

  private mutating func escape(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x26: write("&amp;")
      case 0x3C: write("&lt;")
      case 0x3E: write("&gt;")
      case 0x22: write("&quot;")
      case 0x00: write("\u{FFFD}")
      default: html.append(byte)
      }
    }
  }

  /// Percent-encodes what may not stand in a URL, as cmark does.
  private mutating func escapeURL(_ bytes: ArraySlice<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x26: write("&amp;")
      case 0x27: write("&#x27;")
      case 0x00: write("%EF%BF%BD")
      case let byte where byte.isAlphanumeric || Self.urlSafe.contains(byte): html.append(byte)
      default:
        html.append(0x25)
        html.append(Self.hexDigits[Int(byte >> 4)])
        html.append(Self.hexDigits[Int(byte & 15)])
      }
    }
  }

  private static let urlSafe = Array("-_.+!*(),%#@?=;:/$~".utf8)
  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}

extension MarkdownTree {
  func columnCount(of table: NodeID) -> Int { Int(self[table].extra) }

  func alignment(ofColumn column: Int, in table: NodeID) -> ColumnAlignment {
    column < columnCount(of: table)
      ? ColumnAlignment(rawValue: alignments[Int(self[table].aux) + column]) ?? .none : .none
  }
}
