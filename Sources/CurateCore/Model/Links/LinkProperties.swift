import MarkdownSyntax

/// Reads URLs, texts and positions of links. Strings are created on demand: the model stores nothing that the document's
/// bytes contain.
extension Collection {
  /// Returns the destination as written in the document.
  public func original(of id: LinkID) -> String {
    let link = self[id]
    return self[link.document].text(in: link.destination.range)
  }

  /// Returns the URL in the output, with Markdown escapes and entities decoded.
  public func url(of id: LinkID) -> String {
    rewrite(of: id)?.url ?? sourceURL(of: id)
  }

  /// Calls `body` with the bytes of the URL in the output. Usually they are bytes of the document, and no string is
  /// created.
  package func withURL<Result>(of id: LinkID, _ body: (Span<UInt8>) -> Result) -> Result {
    let link = self[id]
    if let url = rewrite(of: id)?.url { return body(url.utf8Span.span) }
    return withTree(of: link.document) {
      LinkScan.withURL(of: link.node, destination: link.destination.range, in: $0, body)
    }
  }

  /// Returns the changes of a link; nil for most links, which need no dictionary lookup.
  private func rewrite(of id: LinkID) -> Rewrite? { self[id].fate == .kept ? nil : rewrites[id] }

  /// Returns the URL in the input, with Markdown escapes and entities decoded, and with the scheme added to `www.` and
  /// mail addresses.
  public func sourceURL(of id: LinkID) -> String {
    let link = self[id]
    return LinkScan.url(of: link.node, destination: link.destination.range, in: self[link.document].tree)
  }

  /// Returns the rendered link text; the alternative text of an image; empty for a bare or angle-bracketed URL.
  public func title(of id: LinkID) -> String {
    if let title = rewrite(of: id)?.title { return title }
    let link = self[id]
    return LinkScan.title(of: link, in: self[link.document].tree)
  }

  /// Calls `body` with the bytes of `title(of:)`. Usually they are bytes of the document, and no string is created.
  package func withTitle<Result>(of id: LinkID, _ body: (Span<UInt8>) -> Result) -> Result {
    let link = self[id]
    return withTree(of: link.document) { tree in
      guard link.fate == .kept, let range = LinkScan.plainTitle(of: link, in: tree) else {
        return body(title(of: id).utf8Span.span)
      }
      return tree.source.withUnsafeBufferPointer { body($0.span.extracting(range)) }
    }
  }

  /// Calls `body` with the tree of a document without reference counting. All cores would update the same count: this took
  /// a seventh of the samples in a profile of a million links.
  @inline(__always)
  private func withTree<Result>(of id: DocumentID, _ body: (MarkdownTree) -> Result) -> Result {
    Unmanaged.passUnretained(documents[id.index].tree)._withUnsafeGuaranteedRef(body)
  }

  /// Returns the line (from 1) of the link's first byte in the input.
  public func line(of id: LinkID) -> Int {
    let link = self[id]
    return self[link.document].line(at: link.range.lowerBound)
  }

  /// Returns the line (from 1) and column (from 1, in Unicode scalars) of the link's first byte in the input.
  public func position(of id: LinkID) -> (line: Int, column: Int) {
    let link = self[id]
    return self[link.document].position(at: link.range.lowerBound)
  }

  /// Whether a link is neither an image nor a link to a fragment of its own document.
  public func isExternal(_ link: Link) -> Bool {
    switch link.role {
    case .toc, .fragment, .image: false
    case .entry, .secondary, .prose, .heading: true
    }
  }
}
