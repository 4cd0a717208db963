import CurateCore
import LinkIdentity

/// What several reports say about links, worked out once.
struct ReportFacts: Sendable {
  typealias Host = (host: String, domain: String)

  /// Section titles joined by ` > `, by section.
  let sectionPaths: [String]
  /// The distinct hosts.
  private let hosts: [Host]
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
  func host(of id: LinkID) -> Host { hosts[Int(hostNumbers[id.index])] }

  /// A number that links have in common if and only if they lead to one page.
  func page(of id: LinkID) -> Int32 { pageNumbers[id.index] }

  /// The event that decided what became of a link; nil for a link that nothing happened to.
  func decision(on id: LinkID, in collection: Collection) -> Event? {
    let index = Int(lastEvents[id.index])
    return index < 0 ? nil : collection.journal.events[index]
  }

  /// What the link's page is called in reports: its key, or its URL where it has none.
  static func pageKey(of id: LinkID, in collection: Collection) -> String {
    guard let identity = collection.knownIdentity(of: id) else { return "" }
    return identity.fragment.isEmpty ? identity.key : identity.key + "#" + identity.fragment
  }

  /// The rules behind a link's two labels.
  static func rule(of labels: Labels) -> String {
    labels.hostClassRule == labels.categoryRule || labels.categoryRule.isEmpty
      ? labels.hostClassRule
      : labels.hostClassRule.isEmpty ? labels.categoryRule : labels.hostClassRule + "; " + labels.categoryRule
  }

  /// The domain is looked up once for each host: the public suffix list takes longer than all else about a link.
  private static func hosts(of collection: Collection) -> ([Host], [Int32]) {
    var numbers = Numbering()
    var byLink: [Int32] = []
    byLink.reserveCapacity(collection.links.count)
    concurrentBatches(collection.links.count, stretch: 128) { range in
      collection.links[range].map { LinkIdentity.host(of: collection.url(of: $0.id)) }
    } take: { range, names in
      for (index, name) in zip(range, names) { byLink.append(numbers.number(of: name, at: index)) }
    }
    let first = numbers.first
    let hosts = concurrentMap(first.count, stretch: 64) { range in
      range.map { hostAndDomain(of: collection.url(of: LinkID(first[$0]))) }
    }
    return (Array(hosts.joined()), byLink)
  }

  private static func pages(of collection: Collection) -> [Int32] {
    var numbers = Numbering()
    return collection.links.map { link in
      let key = pageKey(of: link.id, in: collection)
      return numbers.number(of: key.isEmpty ? collection.url(of: link.id) : key, at: link.id.index)
    }
  }
}

/// Gives equal texts equal numbers, from 0 in the order in which they come.
private struct Numbering {
  private var numbers: [ByteString: Int32] = [:]
  /// By number, the place at which its text came first.
  private(set) var first: [Int] = []

  mutating func number(of text: String, at place: Int) -> Int32 {
    let text = ByteString(text)
    if let number = numbers[text] { return number }
    let number = Int32(truncatingIfNeeded: first.count)
    numbers[text] = number
    first.append(place)
    return number
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
