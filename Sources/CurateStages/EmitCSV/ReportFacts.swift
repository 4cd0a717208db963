import CurateCore
import LinkIdentity

/// What several reports say about links, worked out once.
struct ReportFacts {
  /// Section titles joined by ` > `, by section.
  let sectionPaths: [String]
  /// Host and registrable domain of each link's URL, by link; empty for what has none.
  let hosts: [(host: String, domain: String)]
  /// The last event about each link, by link.
  private let lastEvents: [Int32]

  /// - Parameter collection: with all links identified.
  init(_ collection: Collection) {
    sectionPaths = collection.sections.map { collection.path(of: $0.id).joined(separator: " > ") }
    let parts = concurrentMap(collection.links.count, stretch: 128) { range in
      collection.links[range].map { hostAndDomain(of: collection.url(of: $0.id)) }
    }
    hosts = Array(parts.joined())
    var last = Array(repeating: Int32(-1), count: collection.links.count)
    for (index, event) in collection.journal.events.enumerated() {
      if let link = event.link { last[link.index] = Int32(truncatingIfNeeded: index) }
    }
    lastEvents = last
  }

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
