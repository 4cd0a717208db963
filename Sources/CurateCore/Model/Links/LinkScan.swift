import MarkdownSyntax

/// Finds the links of a syntax tree: defines what is a link and where its parts are.
enum LinkScan {
  /// A link and the ranges of its parts.
  struct Match {
    var node: NodeID
    var syntax: LinkSyntax
    var range: Range<Int>
    var text: Range<Int>
    var destination: Range<Int>
  }

  /// Returns the link at a node; nil if the node is not a link.
  static func link(at node: NodeID, in tree: MarkdownTree) -> Match? {
    switch tree.kind(of: node) {
    case .link, .image, .autolink, .extendedAutolink:
      guard let info = tree.link(node) else { return nil }
      return Match(
        node: node, syntax: syntax(of: info.form, isImage: tree.kind(of: node) == .image), range: tree.range(of: node),
        text: info.text, destination: info.destination)
    case .htmlOpenTag:
      return htmlLink(at: node, in: tree)
    default:
      return nil
    }
  }

  private static func syntax(of form: LinkInfo.Form, isImage: Bool) -> LinkSyntax {
    switch form {
    case .inline: isImage ? .image : .inline
    case .full, .collapsed, .shortcut: isImage ? .image : .reference
    case .angle: .angle
    case .bare: .bare
    }
  }

  /// Returns the link of `<a href>`, with the content of the element, or of `<img src>`.
  private static func htmlLink(at node: NodeID, in tree: MarkdownTree) -> Match? {
    guard let tag = tree.htmlTag(node) else { return nil }
    let range = tree.range(of: node)
    if tree.isNamed(tag, "a"), let destination = tree.value(of: "href", in: tag) {
      let end = closingTag(of: node, name: "a", in: tree)
      return Match(
        node: node, syntax: .html, range: range.lowerBound..<(end?.upperBound ?? range.upperBound),
        text: range.upperBound..<(end?.lowerBound ?? range.upperBound), destination: destination)
    }
    if tree.isNamed(tag, "img"), let destination = tree.value(of: "src", in: tag) {
      let text = tree.value(of: "alt", in: tag) ?? range.upperBound..<range.upperBound
      return Match(node: node, syntax: .html, range: range, text: text, destination: destination)
    }
    return nil
  }

  /// Returns the range of the first closing tag among the following siblings; nil if a tag of that name opens before it.
  private static func closingTag(of node: NodeID, name: StaticString, in tree: MarkdownTree) -> Range<Int>? {
    var next = tree.nextSibling(of: node)
    while let sibling = next {
      if let tag = tree.htmlTag(sibling), tree.isNamed(tag, name) {
        return tree.kind(of: sibling) == .htmlCloseTag ? tree.range(of: sibling) : nil
      }
      next = tree.nextSibling(of: sibling)
    }
    return nil
  }

  /// The URLs of all links of a tree, in document order.
  static func urls(in tree: MarkdownTree) -> some Sequence<String> {
    tree.nodes.lazy.compactMap {
      guard let found = link(at: NodeID($0), in: tree) else { return nil }
      return url(of: found.node, destination: found.destination, in: tree)
    }
  }

  /// The URLs of all links of a text, in document order. Parses the text in chunks, so that only a part of the tree is in
  /// memory.
  static func urls(in text: [UInt8]) -> some Sequence<String> {
    DocumentChunks(of: text, for: .links).lazy.flatMap { chunk in
      chunk.nodes.lazy.compactMap { index -> String? in
        guard let found = link(at: NodeID(index), in: chunk.tree) else { return nil }
        return url(of: found.node, destination: found.destination, in: chunk.tree)
      }
    }
  }

  /// Whether the URLs of all links of a text satisfy a predicate, called in document order. Creates a `String` only for
  /// the few URLs that must be decoded.
  static func allURLs(in text: [UInt8], satisfy predicate: (Span<UInt8>) -> Bool) -> Bool {
    for chunk in DocumentChunks(of: text, for: .links) {
      for index in chunk.nodes {
        guard let found = link(at: NodeID(index), in: chunk.tree) else { continue }
        guard withURL(of: found.node, destination: found.destination, in: chunk.tree, predicate) else { return false }
      }
    }
    return true
  }

  /// Calls `body` with the bytes of `url(of:destination:in:)`.
  static func withURL<Result>(
    of node: NodeID, destination: Range<Int>, in tree: MarkdownTree, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    guard isPlain(destination, of: node, in: tree) else {
      return body(url(of: node, destination: destination, in: tree).utf8Span.span)
    }
    return tree.source.withUnsafeBufferPointer { body($0.span.extracting(destination)) }
  }

  /// Returns the URL of a destination: escapes and entities decoded, and the scheme added if the Markdown omits it.
  static func url(of node: NodeID, destination: Range<Int>, in tree: MarkdownTree) -> String {
    if isPlain(destination, of: node, in: tree) { return String(decoding: tree.source[destination], as: UTF8.self) }
    switch tree.kind(of: node) {
    case .htmlOpenTag:
      return attributeText(destination, in: tree)
    case .autolink, .extendedAutolink:
      let written = String(decoding: tree.source[destination], as: UTF8.self)
      guard let prefix = tree.link(node)?.impliedPrefix, prefix.utf8CodeUnitCount > 0 else { return written }
      return "\(prefix)\(written)"
    default:
      return String(decoding: tree.decoded(destination), as: UTF8.self)
    }
  }

  /// Whether the bytes of a destination are the URL itself. Almost always true: few destinations contain something to
  /// decode, span lines or omit the scheme.
  static func isPlain(_ destination: Range<Int>, of node: NodeID, in tree: MarkdownTree) -> Bool {
    switch tree.kind(of: node) {
    case .autolink, .extendedAutolink: return tree.link(node)?.impliedPrefix.utf8CodeUnitCount == 0
    default:
      let source = tree.source
      return !source.span.extracting(destination).holds { bytes in
        bytes.areEqual(to: UInt8(ascii: "\\")) .| bytes.areEqual(to: UInt8(ascii: "&")) .| bytes.areEqual(to: 0x0A)
          .| bytes.areEqual(to: 0x0D)
      }
    }
  }

  /// Returns an attribute's value with entities decoded. A backslash is no escape in HTML, so the parts between
  /// backslashes are decoded separately.
  static func attributeText(_ value: Range<Int>, in tree: MarkdownTree) -> String {
    let parts = tree.source[value].split(separator: UInt8(ascii: "\\"), omittingEmptySubsequences: false)
    let decoded = parts.map { tree.decoded($0.startIndex..<$0.endIndex) }
    return String(decoding: Array(decoded.joined(separator: [UInt8(ascii: "\\")])), as: UTF8.self)
  }

  /// Returns the rendered text of a link with white space folded; empty for a bare or angle-bracketed URL.
  static func title(of link: Link, in tree: MarkdownTree) -> String {
    switch link.syntax {
    case .bare, .angle: return ""
    case .inline, .reference, .image:
      return tree.plainText(of: link.node, images: .alternative).foldingSpaces
    case .html:
      if tree.kind(of: link.node) == .htmlOpenTag, let tag = tree.htmlTag(link.node), tree.isNamed(tag, "img") {
        return String(decoding: tree.decoded(link.text.range), as: UTF8.self).foldingSpaces
      }
      return htmlText(link.text.range, after: link.node, in: tree).foldingSpaces
    }
  }

  /// Returns the range of the link text if its bytes equal the rendered text; nil otherwise.
  static func plainTitle(of link: Link, in tree: MarkdownTree) -> Range<Int>? {
    switch link.syntax {
    case .inline, .reference, .image:
      let source = tree.source
      guard let text = tree.onlyText(of: link.node), source.span.extracting(text).isFolded else { return nil }
      return text
    case .html, .bare, .angle: return nil
    }
  }

  /// Returns the plain text of the siblings inside an HTML element.
  private static func htmlText(_ range: Range<Int>, after node: NodeID, in tree: MarkdownTree) -> String {
    var text = ""
    var next = tree.nextSibling(of: node)
    while let sibling = next, tree.range(of: sibling).lowerBound < range.upperBound {
      text += tree.plainText(of: sibling, images: .alternative)
      next = tree.nextSibling(of: sibling)
    }
    return text
  }
}
