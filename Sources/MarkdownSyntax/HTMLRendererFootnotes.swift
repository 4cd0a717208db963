/// The footnotes of a document, numbered in the order of their first reference.
struct Footnotes {
  private(set) var definitions: [NodeID] = []
  private var numbers: [NodeID: Int] = [:]
  /// The number of references to each footnote.
  private var references: [Int] = []
  /// The place of each reference among those to its footnote.
  private var places: [NodeID: Int] = [:]

  init(_ tree: MarkdownTree) {
    if tree.footnoteNodes.isEmpty { return }
    for index in tree.nodes {
      guard let definition = tree.footnoteDefinition(of: NodeID(index)) else { continue }
      if let number = numbers[definition] {
        references[number - 1] += 1
        places[NodeID(index)] = references[number - 1]
      } else {
        definitions.append(definition)
        numbers[definition] = definitions.count
        references.append(1)
        places[NodeID(index)] = 1
      }
    }
  }

  func references(toFootnote number: Int) -> Int { references[number - 1] }

  /// The number of the footnote that a reference uses, and the reference's place among those to it.
  func numbers(of reference: NodeID, to definition: NodeID) -> (footnote: Int, reference: Int)? {
    guard let footnote = numbers[definition], let place = places[reference] else { return nil }
    return (footnote, place)
  }
}

/// Footnotes, in cmark-gfm's format.
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
      backReferences(number, label)
      write("</p>\n")
    } else {
      backReferences(number, label)
      write("\n")
    }
    write("</li>\n")
  }

  private mutating func backReferences(_ number: Int, _ label: Range<Int>) {
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
