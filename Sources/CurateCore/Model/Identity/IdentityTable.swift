import LinkIdentity

/// The identities of links, as far as they were worked out.
///
/// Equal pages and equal works have one number each, so that links are compared by numbers, and texts are kept once. Most
/// links have nothing but a page; what else one can have stands apart. As an array of `Identity` they took 170 bytes a link.
struct IdentityTable: Sendable {
  /// By link, where its identity is.
  private var slots: [Slot] = []
  /// Page keys, each with the fragment that counts.
  private(set) var pages = StringInterner()
  private(set) var works = StringInterner()
  /// Of links with more than a page.
  private var rich: [Rich] = []
  private var extras: [Extra] = []

  /// The number of a page from 0, a place among the rich from -3 downwards.
  private struct Slot: Equatable, BitwiseCopyable, Sendable {
    var number: Int32
    static let unknown = Slot(number: -1)
    static let none = Slot(number: -2)
    static func plain(_ page: Int) -> Slot { Slot(number: Int32(truncatingIfNeeded: page)) }
    static func rich(_ index: Int) -> Slot { Slot(number: -3 - Int32(truncatingIfNeeded: index)) }

    var page: Int? { number >= 0 ? Int(number) : nil }
    var rich: Int? { number < -2 ? -3 - Int(number) : nil }
  }

  /// Numbers and places, -1 for what the identity lacks.
  private struct Rich: BitwiseCopyable, Sendable {
    var page: Int32
    var fragmentLength: Int32
    var work: Int32
    var extra: Int32
  }

  /// What few identities have.
  private struct Extra: Sendable {
    var attributes: [WorkID.Attribute]
    var related: [WorkID]
    var relatedKeys: [String]
  }

  init(count: Int = 0) { slots = Array(repeating: .unknown, count: count) }

  func isKnown(_ id: LinkID) -> Bool { slots[id.index] != .unknown }

  /// The links whose identity was not worked out yet.
  var unknown: [LinkID] { slots.indices.lazy.filter { slots[$0] == .unknown }.map { LinkID($0) } }

  /// Nil for what has no identity, and for what is not known yet.
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

  /// The number among `pages` of what a link leads to.
  func page(of id: LinkID) -> Int? {
    let slot = slots[id.index]
    return slot.page ?? slot.rich.map { Int(rich[$0].page) }
  }

  /// The number among `works` of the work that a link leads to.
  func work(of id: LinkID) -> Int? {
    guard let rich = slots[id.index].rich.map({ self.rich[$0] }), rich.work >= 0 else { return nil }
    return Int(rich.work)
  }

  /// Links to parts of pages and to mirrors of works, and the links to those pages and works themselves.
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

  /// The number of the page that a link leads to a part of, if another link leads to the whole; nil for a whole page.
  private func wholePage(of rich: Rich) -> Int? {
    guard rich.fragmentLength > 0 else { return nil }
    let range = pages.range(of: Int(rich.page))
    return pages.existingIndex(of: pages.text(in: range.dropLast(Int(rich.fragmentLength) + 1)))
  }

  /// The numbers of the works that a page mirrors, nil for those that no link leads to.
  private func related(_ rich: Rich) -> [Int?] {
    rich.extra < 0 ? [] : extras[Int(rich.extra)].related.map { works.existingIndex(of: $0.description) }
  }

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
        extra: place(ofExtrasOf: identity)))
  }

  private mutating func place(ofExtrasOf identity: Identity) -> Int32 {
    let attributes = identity.work?.attributes ?? []
    guard !attributes.isEmpty || !identity.related.isEmpty || !identity.relatedKeys.isEmpty else { return -1 }
    extras.append(Extra(attributes: attributes, related: identity.related, relatedKeys: identity.relatedKeys))
    return Int32(truncatingIfNeeded: extras.count - 1)
  }

  /// Forgets what a link was the same as: it has another URL now.
  mutating func forget(_ id: LinkID) { slots[id.index] = .unknown }
}

extension WorkID {
  /// The work with this description, without attributes.
  fileprivate init?(_ description: String) {
    guard let colon = description.utf8.firstIndex(of: UInt8(ascii: ":")),
      let scheme = Scheme(rawValue: String(description[..<colon]))
    else { return nil }
    self.init(scheme: scheme, value: String(description[description.utf8.index(after: colon)...]))
  }
}
