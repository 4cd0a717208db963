/// Renders a tree as HTML, in the output format of cmark (and of cmark-gfm for the extensions).
///
/// Raw HTML is copied unchanged; math is rendered as its escaped source; front matter is omitted.
public struct HTMLRenderer {
  let tree: MarkdownTree
  var html: [UInt8] = []
  var footnotes: FootnoteNumbers
  /// The number of table cells written that the source does not contain.
  var filledCells = 0
  var tightLists: [Bool] = []
  /// The nesting depth of images whose alternative text is being written. Only text is rendered inside them.
  private var imageDepth = 0

  /// Returns the HTML of a tree (UTF-8).
  public static func render(_ tree: MarkdownTree) -> [UInt8] {
    var renderer = HTMLRenderer(tree)
    renderer.html.reserveCapacity(tree.source.count * 5 / 4)
    renderer.render(MarkdownTree.root)
    renderer.renderFootnotes()
    return renderer.html
  }

  /// Returns the HTML of a chunk of a document without footnotes (UTF-8).
  package static func render(_ chunk: DocumentChunks.Chunk) -> [UInt8] {
    guard chunk.nodes.upperBound < chunk.tree.nodes.upperBound else { return render(chunk.tree) }
    var renderer = HTMLRenderer(chunk.tree)
    var next = chunk.tree.firstChild(of: MarkdownTree.root)
    while let block = next, chunk.nodes.contains(Int(block.index)) {
      renderer.render(block, before: chunk.nodes.upperBound)
      next = chunk.tree.nextSibling(of: block)
    }
    return renderer.html
  }

  private init(_ tree: MarkdownTree) {
    self.tree = tree
    footnotes = FootnoteNumbers(tree)
  }

  // MARK: Walk

  /// Renders a subtree. An explicit stack replaces recursion, so that the call depth does not depend on the nesting.
  ///
  /// - Parameter limit: the first node that is not rendered. Nodes that are open there are closed.
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

  /// Writes the part of a node before its children. Returns false if the children are skipped.
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
    case .autolink, .extendedAutolink: writeAutolink(node)
    case .footnoteReference: footnoteReference(node)
    case .htmlOpenTag, .htmlCloseTag, .htmlComment, .htmlOther:
      for piece in tree.withoutGaps(tree.range(of: node)) { html.append(contentsOf: tree.source[piece]) }
    default: return enterBlock(node, kind)
    }
    return true
  }

  /// Writes the part of a node after its children.
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

  private mutating func writeAutolink(_ node: NodeID) {
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

/// Writes text and escapes it. Runs of bytes that need no escaping are copied at once.
extension HTMLRenderer {
  @_disfavoredOverload
  mutating func write(_ text: String) { html.append(contentsOf: text.utf8) }

  mutating func write(_ text: StaticString) {
    html.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes a tag that starts on a line of its own.
  mutating func writeBlockTag(_ tag: StaticString) {
    startLine()
    write(tag)
  }

  mutating func startLine() {
    if let last = html.last, last != 0x0A { html.append(0x0A) }
  }

  mutating func escape(_ bytes: ArraySlice<UInt8>) {
    var runStart = bytes.startIndex
    for index in bytes.indices {
      let escaped: StaticString
      switch bytes[index] {
      case 0x26: escaped = "&amp;"
      case 0x3C: escaped = "&lt;"
      case 0x3E: escaped = "&gt;"
      case 0x22: escaped = "&quot;"
      case 0x00: escaped = "\u{FFFD}"
      default: continue
      }
      html.append(contentsOf: bytes[runStart..<index])
      write(escaped)
      runStart = index + 1
    }
    html.append(contentsOf: bytes[runStart...])
  }

  /// Percent-encodes the bytes that are not allowed in a URL, as cmark does.
  mutating func escapeURL(_ bytes: ArraySlice<UInt8>) {
    var runStart = bytes.startIndex
    for index in bytes.indices where !bytes[index].isSafeInURL {
      html.append(contentsOf: bytes[runStart..<index])
      runStart = index + 1
      switch bytes[index] {
      case 0x26: write("&amp;")
      case 0x27: write("&#x27;")
      case 0x00: write("%EF%BF%BD")
      case let byte:
        html.append(0x25)
        html.append((byte >> 4).hexDigit)
        html.append((byte & 15).hexDigit)
      }
    }
    html.append(contentsOf: bytes[runStart...])
  }
}

extension UInt8 {
  /// Whether the byte is a letter, a digit or one of `-_.+!*(),%#@?=;:/$~`. The set is stored as the bits of two words.
  fileprivate var isSafeInURL: Bool {
    if self >= 0x80 { return false }
    let word: UInt64 = self < 0x40 ? 0xAFFF_FF3A_0000_0000 : 0x47FF_FFFE_87FF_FFFF
    return word >> UInt64(self & 0x3F) & 1 != 0
  }

  fileprivate var hexDigit: UInt8 { self < 10 ? 0x30 + self : 0x37 + self }
}
