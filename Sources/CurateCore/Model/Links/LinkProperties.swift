public import LinkIdentity
import MarkdownSyntax
import Platform

/// What can be known about a link. Texts are made when asked for; nothing is stored that the bytes already say.
extension Collection {
  /// The destination's bytes as written.
  public func original(of id: LinkID) -> String {
    let link = self[id]
    return self[link.document].text(in: link.destination.range)
  }

  /// The URL that will be written out, Markdown escapes and entities decoded.
  public func url(of id: LinkID) -> String {
    rewrite(of: id)?.url ?? sourceURL(of: id)
  }

  /// Lends the bytes of the URL that will be written out. They are mostly those of the document, so that no text is made.
  package func withURL<Result>(of id: LinkID, _ body: (Span<UInt8>) -> Result) -> Result {
    let link = self[id]
    if let url = rewrite(of: id)?.url { return body(url.utf8Span.span) }
    return withTree(of: link.document) {
      LinkScan.withURL(of: link.node, destination: link.destination.range, in: $0, body)
    }
  }

  /// What stages wrote for a link; nil for nearly all, which are told apart without a search.
  private func rewrite(of id: LinkID) -> Rewrite? { self[id].fate == .kept ? nil : rewrites[id] }

  /// The URL as the document has it, Markdown escapes and entities decoded, `www.` and mail addresses completed.
  public func sourceURL(of id: LinkID) -> String {
    let link = self[id]
    return LinkScan.url(of: link.node, destination: link.destination.range, in: self[link.document].tree)
  }

  /// The text that a reader sees; empty for a bare or angle-bracketed URL; the alternative text of an image.
  public func title(of id: LinkID) -> String {
    if let title = rewrite(of: id)?.title { return title }
    let link = self[id]
    return LinkScan.title(of: link, in: self[link.document].tree)
  }

  /// Lends the bytes of the text that a reader sees. They are mostly those of the document, so that no text is made.
  package func withTitle<Result>(of id: LinkID, _ body: (Span<UInt8>) -> Result) -> Result {
    let link = self[id]
    return withTree(of: link.document) { tree in
      guard link.fate == .kept, let range = LinkScan.plainTitle(of: link, in: tree) else {
        return body(title(of: id).utf8Span.span)
      }
      return tree.source.withUnsafeBufferPointer { body($0.span.extracting(range)) }
    }
  }

  /// Lends the tree of a document without counting the reference, which all cores would do at once in one place: a seventh
  /// of the samples in a profile of a million links.
  @inline(__always)
  private func withTree<Result>(of id: DocumentID, _ body: (MarkdownTree) -> Result) -> Result {
    Unmanaged.passUnretained(documents[id.index].tree)._withUnsafeGuaranteedRef(body)
  }

  /// Line of the link's first byte in the input, from 1.
  public func line(of id: LinkID) -> Int {
    let link = self[id]
    return self[link.document].line(at: link.range.lowerBound)
  }

  /// Line and column (Unicode scalars) of the link's first byte in the input, from 1.
  public func position(of id: LinkID) -> (line: Int, column: Int) {
    let link = self[id]
    return self[link.document].position(at: link.range.lowerBound)
  }

  /// What the link is the same as, by the URL that will be written; nil for what is not http or https.
  ///
  /// Worked out once for each URL.
  public mutating func identity(of id: LinkID) -> Identity? {
    if !identities.isKnown(id) { identities.set(Identity(of: url(of: id)), of: id) }
    return identities.identity(of: id)
  }

  /// Works out the identities of all links that were not asked for yet, on all cores.
  package mutating func identifyAll() {
    let unknown = identities.unknown
    guard !unknown.isEmpty else { return }
    // Out of the collection while it is written: the copy that all cores read would be a second owner, and cost a copy.
    var table = identities
    identities = IdentityTable()
    let list = self
    concurrentBatches(unknown.count, stretch: 128) { range in
      range.map { list.withURL(of: unknown[$0]) { Identity(ofUTF8: $0) } }
    } take: { range, identities in
      for (index, identity) in zip(range, identities) { table.set(identity, of: unknown[index]) }
    }
    identities = table
  }

  /// What the link is the same as, once `identifyAll` has been called.
  package func knownIdentity(of id: LinkID) -> Identity? {
    identities.identity(of: id)
  }

  /// The link's page key with the fragment that counts, once `identifyAll` has been called; nil for what has no identity.
  package func knownPage(of id: LinkID) -> String? { identities.page(of: id).map { identities.pages[$0] } }

  /// The work that the link leads to, as `WorkID` describes it, once `identifyAll` has been called.
  package func knownWork(of id: LinkID) -> String? { identities.work(of: id).map { identities.works[$0] } }

  /// Lends the bytes of `knownPage`; nil if there is none.
  package func withKnownPage<Result>(of id: LinkID, _ body: (Span<UInt8>) -> Result) -> Result? {
    identities.page(of: id).map { identities.pages.withBytes($0, body) }
  }

  /// Lends the bytes of `knownWork`; nil if there is none.
  package func withKnownWork<Result>(of id: LinkID, _ body: (Span<UInt8>) -> Result) -> Result? {
    identities.work(of: id).map { identities.works.withBytes($0, body) }
  }

  /// A number below `pageCount` that links share if and only if `knownPage` is the same.
  package func pageIndex(of id: LinkID) -> Int? { identities.page(of: id) }
  package var pageCount: Int { identities.pages.count }

  /// A number below `workCount` that links share if and only if `knownWork` is the same.
  package func workIndex(of id: LinkID) -> Int? { identities.work(of: id) }
  package var workCount: Int { identities.works.count }

  /// Links to parts of pages and to mirrors of works, and the links to those pages and works themselves; once
  /// `identifyAll` has been called.
  package var relationCandidates: [LinkID] { identities.relationCandidates }

  /// The labels of a link, or nil as long as no stage has given them.
  public func labels(of id: LinkID) -> Labels? {
    labels[id]
  }

  /// The different labels that links have: what follows from labels is made once for each.
  package var distinctLabels: [Labels] { labels.distinct }

  /// The place of a link's labels among the different ones, or nil as long as no stage has given them.
  package func labelsIndex(of id: LinkID) -> Int? { labels.index(of: id) }

  /// Titles from the outermost section to the innermost.
  public func path(of id: SectionID) -> [String] {
    var titles: [String] = []
    var next: SectionID? = id
    while let current = next {
      let section = self[current]
      if section.opening != .start { titles.append(section.title) }
      next = section.parent
    }
    return titles.reversed()
  }

  /// The title of the innermost heading around a section; empty before the first heading.
  public func heading(around id: SectionID) -> String {
    var next: SectionID? = id
    while let current = next.map({ self[$0] }) {
      if case .heading = current.opening { return current.title }
      next = current.parent
    }
    return ""
  }

  /// Links that lead out of the collection: neither images nor fragments of their own document.
  public func isExternal(_ link: Link) -> Bool {
    switch link.role {
    case .toc, .fragment, .image: false
    case .entry, .secondary, .prose, .heading: true
    }
  }
}

extension Document {
  /// Line and column (Unicode scalars) of an offset, from 1.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let line = lines.line(at: offset)
    return (line, lines.column(at: offset, ofLine: line, in: source))
  }
}
