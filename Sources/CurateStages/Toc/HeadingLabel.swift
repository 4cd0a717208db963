import CurateCore
import MarkdownSyntax

/// Writes a heading's title as the text of a link. Markup that may be inside a link is kept byte for byte.
struct HeadingLabel {
  private let document: Document
  private let heading: Heading

  init(_ heading: Heading, in document: Document) {
    self.heading = heading
    self.document = document
  }

  /// Returns a link to the heading: with the title as written if the link then renders the title; otherwise with the plain
  /// title, escaped if necessary.
  func link(to anchor: String) -> [UInt8] {
    let plain = Self.link(Array(heading.title.utf8), anchor)
    let candidates = [Self.link(trimmed(label), anchor), plain]
    return candidates.first(where: rendersTitle) ?? Self.link(escapedTitle, anchor)
  }

  private static func link(_ label: [UInt8], _ anchor: String) -> [UInt8] {
    [UInt8(ascii: "[")] + label + Array("](#\(anchor))".utf8)
  }

  /// Whether the bytes are one link whose text is the heading's title.
  private func rendersTitle(_ link: [UInt8]) -> Bool {
    let tree = MarkdownTree(parsing: link)
    guard let paragraph = tree.firstChild(of: MarkdownTree.root), let node = tree.firstChild(of: paragraph),
      tree.link(node) != nil, tree.range(of: node).count == link.count
    else { return false }
    return TocText.folded(tree.plainText(of: node, images: .dropped)) == TocText.folded(heading.title)
  }

  /// The heading's inline source without link syntax, images, tags and footnotes; line breaks become spaces.
  private var label: [UInt8] {
    let tree = document.tree
    guard tree.kind(of: heading.node) != .htmlOpenTag, let first = tree.firstChild(of: heading.node) else { return [] }
    let last = tree.children(of: heading.node).last ?? first
    var out: [UInt8] = []
    var position = tree.range(of: first).lowerBound
    func skip(_ range: Range<Int>, with replacement: [UInt8] = []) {
      guard range.lowerBound >= position else { return }
      out += document.source[position..<range.lowerBound]
      out += replacement
      position = range.upperBound
    }
    for index in tree.subtree(of: heading.node).dropFirst() {
      let node = NodeID(index)
      let range = tree.range(of: node)
      closeLinks(before: range.lowerBound, skip)
      switch tree.kind(of: node) {
      case .image, .htmlOpenTag, .htmlCloseTag, .htmlComment, .htmlOther, .footnoteReference: skip(range)
      case .softBreak, .hardBreak: skip(range, with: [0x20])
      case .link, .autolink:
        guard let text = tree.link(node)?.text else { continue }
        skip(range.lowerBound..<text.lowerBound)
      default: continue
      }
    }
    closeLinks(before: .max, skip)
    let end = tree.range(of: last).upperBound
    if position < end { out += document.source[position..<end] }
    return out
  }

  /// Skips the closing parts of links that end before an offset.
  private func closeLinks(before offset: Int, _ skip: (Range<Int>, [UInt8]) -> Void) {
    let tree = document.tree
    for index in tree.subtree(of: heading.node).dropFirst() {
      let node = NodeID(index)
      let kind = tree.kind(of: node)
      guard kind == .link || kind == .autolink, let text = tree.link(node)?.text else { continue }
      let range = tree.range(of: node)
      if range.upperBound <= offset { skip(text.upperBound..<range.upperBound, []) }
    }
  }

  private var escapedTitle: [UInt8] {
    let special = Set("\\[]*_`<>&$~|!".utf8)
    return heading.title.utf8.flatMap { special.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
  }

  private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
    return Array(bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}

/// Links to the headings of a document; each is written once, however many tables list it.
final class HeadingLabels {
  private let document: Document
  /// By index in `Document.headings`.
  private var links: [Int: [UInt8]] = [:]

  init(_ document: Document) { self.document = document }

  func link(to index: Int) -> [UInt8] {
    if let known = links[index] { return known }
    let heading = document.headings[index]
    let link = HeadingLabel(heading, in: document).link(to: heading.anchor)
    links[index] = link
    return link
  }
}

/// Compares titles as a page shows them.
enum TocText {
  /// Returns a text with each run of white space as one space.
  static func folded(_ text: String) -> String { text.split { $0.isWhitespace }.joined(separator: " ") }
}
