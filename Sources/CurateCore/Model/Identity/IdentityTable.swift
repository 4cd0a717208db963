public import LinkIdentity
import Platform

/// A cache of the identities of links.
///
/// Interns page keys and works, so that links are compared by index and each string is stored once. Most links have only a
/// page; the other parts of an identity are stored separately. An array of `Identity` took 170 bytes a link.
struct IdentityTable: Sendable {
  /// By link, where its identity is stored.
  private var slots: [Slot] = []
  /// Page keys, each with its significant fragment.
  private(set) var pages = StringInterner()
  /// Descriptions of work ids.
  private(set) var works = StringInterner()
  /// The identities that have more than a page.
  private var rich: [Rich] = []
  private var extras: [Extra] = []

  /// An index in `pages` (0 and up), an index in `rich` (-3 and down), or one of two constants.
  private struct Slot: Equatable, BitwiseCopyable, Sendable {
    var value: Int32
    static let unknown = Slot(value: -1)
    static let none = Slot(value: -2)
    static func plain(_ page: Int) -> Slot { Slot(value: Int32(truncatingIfNeeded: page)) }
    static func rich(_ index: Int) -> Slot { Slot(value: -3 - Int32(truncatingIfNeeded: index)) }

    var page: Int? { value >= 0 ? Int(value) : nil }
    var rich: Int? { value < -2 ? -3 - Int(value) : nil }
  }

  /// Indices in `pages`, `works` and `extras`; -1 for a part that the identity lacks.
  private struct Rich: BitwiseCopyable, Sendable {
    var page: Int32
    var fragmentLength: Int32
    var work: Int32
    var extra: Int32
  }

  /// The parts that few identities have.
  private struct Extra: Sendable {
    var attributes: [WorkID.Attribute]
    var related: [WorkID]
    var relatedKeys: [String]
  }

  init(count: Int = 0) { slots = Array(repeating: .unknown, count: count) }

  /// Whether the identity of a link is cached.
  func isKnown(_ id: LinkID) -> Bool { slots[id.index] != .unknown }

  /// The links whose identity is not cached.
  var unknown: [LinkID] { slots.indices.lazy.filter { slots[$0] == .unknown }.map { LinkID($0) } }

  /// Returns the identity of a link; nil if it has none or if it is not cached.
  func identity(of id: LinkID) -> Identity? {
    let slot = slots[id.index]
    if let page = slot.page { return Identity(key: pages[page]) }
    guard let rich = slot.rich.map({ self.rich[$0] }) else { return nil }
    let range = pages.range(of: Int(rich.page))
    let fragment = range.suffix(Int(rich.fragmentLength))
    let keyEnd = fragment.isEmpty ? range.upperBound : fragment.lowerBound - 1
    var identity = Identity(key: pages.text(in: range.lowerBound..<keyEnd))
    identity.fragment = fragment.isEmpty ? "" : pages.text(in: fragment)
    identity.work = work(of: id).flatMap { WorkID(works[$0]) }
    guard rich.extra >= 0 else { return identity }
    let extra = extras[Int(rich.extra)]
    identity.work?.attributes = extra.attributes
    identity.related = extra.related
    identity.relatedKeys = extra.relatedKeys
    return identity
  }

  /// Returns the index in `pages` of the link's page.
  func page(of id: LinkID) -> Int? {
    let slot = slots[id.index]
    return slot.page ?? slot.rich.map { Int(rich[$0].page) }
  }

  /// Returns the index in `works` of the link's work.
  func work(of id: LinkID) -> Int? {
    guard let rich = slots[id.index].rich.map({ self.rich[$0] }), rich.work >= 0 else { return nil }
    return Int(rich.work)
  }

  /// Links to parts of pages and to mirrors of works, and links to those pages and works.
  var relationCandidates: [LinkID] {
    var parted = Array(repeating: false, count: pages.count)
    var mirrored = Array(repeating: false, count: works.count)
    for rich in rich {
      if let page = wholePage(of: rich) { parted[page] = true }
      for case let work? in related(rich) { mirrored[work] = true }
    }
    return slots.indices.filter { index in
      if let page = slots[index].page { return parted[page] }
      guard let rich = slots[index].rich.map({ self.rich[$0] }) else { return false }
      return rich.fragmentLength > 0 || parted[Int(rich.page)] || (rich.work >= 0 && mirrored[Int(rich.work)])
        || !related(rich).isEmpty
    }.map { LinkID($0) }
  }

  /// Returns the index of the whole page of a link to a part of it, if another link leads there; nil for a whole page.
  private func wholePage(of rich: Rich) -> Int? {
    guard rich.fragmentLength > 0 else { return nil }
    let range = pages.range(of: Int(rich.page))
    return pages.existingIndex(of: pages.text(in: range.dropLast(Int(rich.fragmentLength) + 1)))
  }

  /// Returns the indices of the works that a page mirrors; nil for works without a link.
  private func related(_ rich: Rich) -> [Int?] {
    rich.extra < 0 ? [] : extras[Int(rich.extra)].related.map { works.existingIndex(of: $0.description) }
  }

  /// Caches the identity of a link; nil if it has none.
  mutating func set(_ identity: Identity?, of id: LinkID) {
    guard let identity else {
      slots[id.index] = .none
      return
    }
    if identity.isPlain {
      slots[id.index] = .plain(pages.intern(identity.key))
      return
    }
    slots[id.index] = .rich(rich.count)
    let page = identity.fragment.isEmpty ? identity.key : identity.key + "#" + identity.fragment
    rich.append(
      Rich(
        page: Int32(truncatingIfNeeded: pages.intern(page)),
        fragmentLength: Int32(truncatingIfNeeded: identity.fragment.utf8.count),
        work: identity.work.map { Int32(truncatingIfNeeded: works.intern($0.description)) } ?? -1,
        extra: extraIndex(of: identity)))
  }

  /// Stores the rare parts of an identity and returns their index in `extras`; -1 if there are none.
  private mutating func extraIndex(of identity: Identity) -> Int32 {
    let attributes = identity.work?.attributes ?? []
    guard !attributes.isEmpty || !identity.related.isEmpty || !identity.relatedKeys.isEmpty else { return -1 }
    extras.append(Extra(attributes: attributes, related: identity.related, relatedKeys: identity.relatedKeys))
    return Int32(truncatingIfNeeded: extras.count - 1)
  }

  /// Removes a link from the cache, because its URL has changed.
  mutating func forget(_ id: LinkID) { slots[id.index] = .unknown }
}

extension Collection {
  /// Returns the identity (page key and work id) of the URL in the output; nil for URLs other than http and https.
  ///
  /// Computed on first use and cached until the URL changes.
  public mutating func identity(of id: LinkID) -> Identity? {
    if !identities.isKnown(id) { identities.set(Identity(of: url(of: id)), of: id) }
    return identities.identity(of: id)
  }

  /// Computes all identities that are not cached, on all cores.
  package mutating func identifyAll() {
    let unknown = identities.unknown
    guard !unknown.isEmpty else { return }
    // The table is moved out of the collection while it is written. The copy of the collection that all cores read would
    // otherwise be a second owner, and the first write would copy the table.
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

  /// Returns the identity of a link; requires `identifyAll`.
  package func knownIdentity(of id: LinkID) -> Identity? {
    identities.identity(of: id)
  }

  /// Returns the page key of a link, with its significant fragment; requires `identifyAll`. Nil without an identity.
  package func knownPage(of id: LinkID) -> String? { identities.page(of: id).map { identities.pages[$0] } }

  /// Returns the description of the `WorkID` of a link; requires `identifyAll`. Nil without a work.
  package func knownWork(of id: LinkID) -> String? { identities.work(of: id).map { identities.works[$0] } }

  /// Calls `body` with the bytes of `knownPage`; returns nil if there is none.
  package func withKnownPage<Result>(of id: LinkID, _ body: (Span<UInt8>) -> Result) -> Result? {
    identities.page(of: id).map { identities.pages.withBytes($0, body) }
  }

  /// Calls `body` with the bytes of `knownWork`; returns nil if there is none.
  package func withKnownWork<Result>(of id: LinkID, _ body: (Span<UInt8>) -> Result) -> Result? {
    identities.work(of: id).map { identities.works.withBytes($0, body) }
  }

  /// Returns the index (below `pageCount`) of the link's page. Two links have the same index if and only if `knownPage`
  /// is the same.
  package func pageIndex(of id: LinkID) -> Int? { identities.page(of: id) }
  /// The number of distinct pages.
  package var pageCount: Int { identities.pages.count }

  /// Returns the index (below `workCount`) of the link's work. Two links have the same index if and only if `knownWork`
  /// is the same.
  package func workIndex(of id: LinkID) -> Int? { identities.work(of: id) }
  /// The number of distinct works.
  package var workCount: Int { identities.works.count }

  /// The links that can be related to others: links to parts of pages and to mirrors of works, and links to those pages
  /// and works. Requires `identifyAll`.
  package var relationCandidates: [LinkID] { identities.relationCandidates }
}

extension WorkID {
  /// Creates the work id with this description, without attributes.
  fileprivate init?(_ description: String) {
    guard let colon = description.utf8.firstIndex(of: UInt8(ascii: ":")),
      let scheme = Scheme(rawValue: String(description[..<colon]))
    else { return nil }
    self.init(scheme: scheme, value: String(description[description.utf8.index(after: colon)...]))
  }
}
