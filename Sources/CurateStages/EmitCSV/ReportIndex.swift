import CurateCore
import LinkIdentity
import Platform

/// Hosts, pages, section paths and last events of links, computed once for all reports.
struct ReportIndex: Sendable {
  typealias Host = (host: String, domain: String)

  /// Section titles joined by ` > `, by section.
  let sectionPaths: [String]
  /// The distinct hosts.
  let hosts: [Host]
  /// By link, its index in `hosts`.
  private let hostNumbers: [Int32]
  /// By link, a number that all links to one page share.
  private let pageNumbers: [Int32]
  /// By link, the index of the last event about it in the journal; -1 if there is none.
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

  /// Returns host and registrable domain of a link's URL; empty strings for a URL without a host.
  func host(of id: LinkID) -> Host { hosts[hostNumber(of: id)] }

  /// Returns the index of a link's host in `hosts`.
  func hostNumber(of id: LinkID) -> Int { Int(hostNumbers[id.index]) }

  /// Returns a number that links share if and only if they lead to one page.
  func page(of id: LinkID) -> Int32 { pageNumbers[id.index] }

  /// Returns the last event about a link: the one that decided its fate. Nil for a link without events.
  func decision(on id: LinkID, in collection: Collection) -> Event? {
    let index = Int(lastEvents[id.index])
    return index < 0 ? nil : collection.journal.events[index]
  }

  /// Returns the rules behind a link's two labels.
  static func rule(of labels: Labels) -> String {
    labels.hostClassRule == labels.categoryRule || labels.categoryRule.isEmpty
      ? labels.hostClassRule
      : labels.hostClassRule.isEmpty ? labels.categoryRule : labels.hostClassRule + "; " + labels.categoryRule
  }

  /// Looks up the domain once for each host: a lookup in the public suffix list takes longer than everything else about a
  /// link.
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

/// Counts the different pages of each group of links.
struct DistinctPages {
  /// The group in the upper half, the page in the lower half.
  private var pairs: [UInt64] = []
  private var groups: Int

  init(groups: Int) { self.groups = groups }

  mutating func add(_ page: Int32, to group: Int) {
    pairs.append(UInt64(group) << 32 | UInt64(UInt32(bitPattern: page)))
    groups = max(groups, group + 1)
  }

  /// Returns the counts by group.
  consuming func counts() -> [Int] {
    var counts = Array(repeating: 0, count: groups)
    pairs.sort()
    var last: UInt64?
    for pair in pairs where pair != last {
      counts[Int(pair >> 32)] += 1
      last = pair
    }
    return counts
  }
}

extension LinkID {
  /// The number of the link in reports: its index in the collection, from 1.
  var number: Int { index + 1 }
}

extension Fate {
  /// The link that a merged link was merged into.
  var survivor: LinkID? {
    if case .merged(let survivor) = self { survivor } else { nil }
  }
}
