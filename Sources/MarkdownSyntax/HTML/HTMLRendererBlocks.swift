/// Renders blocks in cmark's format.
extension HTMLRenderer {
  @inline(__always)
  mutating func enterBlock(_ node: NodeID, _ kind: NodeKind) -> Bool {
    switch kind {
    case .blockQuote: writeBlockTag("<blockquote>\n")
    case .list: openList(node)
    case .item: openItem(node)
    case .paragraph:
      if !isTight(node) { writeBlockTag("<p>") }
    case .heading, .setextHeading:
      startLine()
      write("<h\(tree.headingLevel(of: node))>")
    case .thematicBreak: writeBlockTag("<hr />\n")
    case .fencedCode, .indentedCode: writeCodeBlock(node)
    case .mathBlock: writeMathBlock(node)
    case .htmlBlock:
      startLine()
      for piece in tree.withoutGaps(tree.range(of: node)) { html.append(contentsOf: tree.source[piece]) }
      write("\n")
      return false
    case .table: writeBlockTag("<table>\n")
    case .tableRow: openRow(node)
    case .tableCell: openCell(node)
    default: break
    }
    return true
  }

  @inline(__always)
  mutating func leaveBlock(_ node: NodeID, _ kind: NodeKind) {
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

  private mutating func writeCodeBlock(_ node: NodeID) {
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

  private mutating func writeMathBlock(_ node: NodeID) {
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
}

/// Renders tables in cmark-gfm's format.
extension HTMLRenderer {
  func isHeader(_ node: NodeID) -> Bool { tree[node].flags.contains(.isHeader) }

  mutating func openRow(_ node: NodeID) {
    if tree.isHeaderRow(node) {
      write("<thead>\n")
    } else if let table = tree.parent(of: node), let header = tree.firstChild(of: table),
      tree.nextSibling(of: header) == node
    {
      write("<tbody>\n")
    }
    write("<tr>\n")
  }

  mutating func openCell(_ node: NodeID) {
    guard let row = tree.parent(of: node), let table = tree.parent(of: row) else { return }
    writeCellTag(table, Int(tree[node].extra), isHeader: isHeader(node))
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

  mutating func closeRow(_ node: NodeID) {
    guard let table = tree.parent(of: node) else { return }
    var cells = 0
    var cell = tree.firstChild(of: node)
    while let current = cell {
      cells += 1
      cell = tree.nextSibling(of: current)
    }
    // A row with fewer cells than columns is filled with empty cells. The total is limited to the number of cells that
    // cmark-gfm fills, so that a table with many columns cannot inflate the output.
    while cells < tree.columnCount(of: table), filledCells < 524_288 {
      filledCells += 1
      writeCellTag(table, cells, isHeader: false)
      write("</td>\n")
      cells += 1
    }
    write("</tr>\n")
    if tree.isHeaderRow(node) { write("</thead>\n") }
  }

  mutating func closeTable(_ node: NodeID) {
    if let header = tree.firstChild(of: node), tree.nextSibling(of: header) != nil { write("</tbody>\n") }
    write("</table>\n")
  }
}

extension MarkdownTree {
  func columnCount(of table: NodeID) -> Int { Int(self[table].extra) }

  func alignment(ofColumn column: Int, in table: NodeID) -> ColumnAlignment {
    column < columnCount(of: table)
      ? ColumnAlignment(rawValue: alignments[Int(self[table].aux) + column]) ?? .none : .none
  }
}

/// The footnotes of a document, numbered in the order of their first reference.
struct FootnoteNumbers {
  private(set) var definitions: [NodeID] = []
  /// The number of each footnote by its definition.
  private var numbers: [NodeID: Int] = [:]
  /// The number of references to each footnote.
  private var references: [Int] = []
  /// The ordinal of each reference among the references to its footnote.
  private var ordinals: [NodeID: Int] = [:]

  init(_ tree: MarkdownTree) {
    if tree.footnoteNodes.isEmpty { return }
    for index in tree.nodes {
      guard let definition = tree.footnoteDefinition(of: NodeID(index)) else { continue }
      if let number = numbers[definition] {
        references[number - 1] += 1
        ordinals[NodeID(index)] = references[number - 1]
      } else {
        definitions.append(definition)
        numbers[definition] = definitions.count
        references.append(1)
        ordinals[NodeID(index)] = 1
      }
    }
  }

  func references(toFootnote number: Int) -> Int { references[number - 1] }

  /// Returns the number of the footnote that a reference refers to, and the ordinal of the reference among those to
  /// that footnote.
  func numbers(of reference: NodeID, to definition: NodeID) -> (footnote: Int, reference: Int)? {
    guard let footnote = numbers[definition], let ordinal = ordinals[reference] else { return nil }
    return (footnote, ordinal)
  }
}

/// Renders footnotes in cmark-gfm's format.
extension HTMLRenderer {
  mutating func footnoteReference(_ node: NodeID) {
    guard let definition = tree.footnoteDefinition(of: node), let label = tree.footnoteLabel(of: definition),
      let (number, reference) = footnotes.numbers(of: node, to: definition)
    else { return }
    write("<sup class=\"footnote-ref\"><a href=\"#fn-")
    escapeURL(tree.source[label])
    write("\" id=\"fnref-")
    escapeURL(tree.source[label])
    if reference > 1 { write("-\(reference)") }
    write("\" data-footnote-ref>\(number)</a></sup>")
  }

  mutating func renderFootnotes() {
    if footnotes.definitions.isEmpty { return }
    startLine()
    write("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    for (index, definition) in footnotes.definitions.enumerated() { renderFootnote(index + 1, definition) }
    write("</ol>\n</section>\n")
  }

  private mutating func renderFootnote(_ number: Int, _ definition: NodeID) {
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
      writeBackReferences(number, label)
      write("</p>\n")
    } else {
      writeBackReferences(number, label)
      write("\n")
    }
    write("</li>\n")
  }

  private mutating func writeBackReferences(_ number: Int, _ label: Range<Int>) {
    for reference in 1...footnotes.references(toFootnote: number) {
      if reference > 1 { write(" ") }
      write("<a href=\"#fnref-")
      escapeURL(tree.source[label])
      if reference > 1 { write("-\(reference)") }
      write("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
      if reference > 1 { write("<sup class=\"footnote-ref\">\(reference)</sup>") }
      write("</a>")
    }
  }
}
