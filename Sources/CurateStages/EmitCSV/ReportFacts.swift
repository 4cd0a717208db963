import CurateCore
import LinkIdentity
import Platform

/// What several reports say about links, worked out once.
struct ReportFacts: Sendable {
  typealias Host = (host: String, domain: String)

  /// Section titles joined by ` > `, by section.
  let sectionPaths: [String]
  /// The distinct hosts.
  let hosts: [Host]
  /// By link, its place among `hosts`.
  private let hostNumbers: [Int32]
  /// By link, a number that links of one page share.
  private let pageNumbers: [Int32]
  /// The last event about each link, by link.
  private let lastEvents: [Int32]

  /// - Parameter collection: with all links identified.
  init(_ collection: Collection) {
    sectionPaths = collection.sections.map { collection.path(of: $0.id).joined(separator: " > ") }
    let pages = Future { Self.pages(of: collection) }
    (hosts, hostNumbers) = Self.hosts(of: collection)
    pageNumbers = pages.value
    var last = Array(repeating: Int32(-1), count: collection.links.count)
    for (index, event) in collection.journal.events.enumerated() {
      if let link = event.link { last[link.index] = Int32(truncatingIfNeeded: index) }
    }
    lastEvents = last
  }

  /// Host and registrable domain of a link's URL; empty for what has none.
  func host(of id: LinkID) -> Host { hosts[hostNumber(of: id)] }

  /// The place of a link's host among `hosts`.
  func hostNumber(of id: LinkID) -> Int { Int(hostNumbers[id.index]) }

  /// A number that links have in common if and only if they lead to one page.
  func page(of id: LinkID) -> Int32 { pageNumbers[id.index] }

  /// The event that decided what became of a link; nil for a link that nothing happened to.
  func decision(on id: LinkID, in collection: Collection) -> Event? {
    let index = Int(lastEvents[id.index])
    return index < 0 ? nil : collection.journal.events[index]
  }

  /// What the link's page is called in reports: its key; empty where it has none.
  static func pageKey(of id: LinkID, in collection: Collection) -> String {
    collection.knownPage(of: id) ?? ""
  }

  /// The rules behind a link's two labels.
  static func rule(of labels: Labels) -> String {
    labels.hostClassRule == labels.categoryRule || labels.categoryRule.isEmpty
      ? labels.hostClassRule
      : labels.hostClassRule.isEmpty ? labels.categoryRule : labels.hostClassRule + "; " + labels.categoryRule
  }

  /// The domain is looked up once for each host: the public suffix list takes longer than all else about a link.
  private static func hosts(of collection: Collection) -> ([Host], [Int32]) {
    var names = StringInterner()
    /// By number, the first link to the host.
    var first: [LinkID] = []
    var byLink: [Int32] = []
    byLink.reserveCapacity(collection.links.count)
    concurrentBatches(collection.links.count, stretch: 128) { range in
      collection.links[range].map { collection.withURL(of: $0.id) { LinkIdentity.host(ofUTF8: $0) } }
    } take: { range, hosts in
      for (index, host) in zip(range, hosts) {
        let number = names.intern(host)
        if number == first.count { first.append(LinkID(index)) }
        byLink.append(Int32(truncatingIfNeeded: number))
      }
    }
    let links = first
    let hosts = concurrentMap(links.count, stretch: 64) { range in
      range.map { hostAndDomain(of: collection.url(of: links[$0])) }
    }
    return (Array(hosts.joined()), byLink)
  }

  /// A link without a page key is a page of its own URL.
  private static func pages(of collection: Collection) -> [Int32] {
    var urls = StringInterner()
    return collection.links.map { link in
      let page = collection.pageIndex(of: link.id)
      return Int32(
        truncatingIfNeeded: page ?? collection.pageCount + urls.intern(collection.url(of: link.id)))
    }
  }
}

extension LinkID {
  /// The number by which reports name a link: its place in the collection, from 1.
  var number: Int { index + 1 }
}

extension Fate {
  var survivor: LinkID? {
    if case .merged(let survivor) = self { survivor } else { nil }
  }
}
