import CurateCore
import LinkIdentity
import MarkdownSyntax

/// One row for each section; a link counts for its innermost one. What stands before the first heading has a row only if
/// there are links in it.
struct SectionsReport {
  let facts: ReportFacts

  private struct Tally {
    var links = 0
    var entries = 0
  }

  func write(_ collection: Collection, to writer: inout CSVWriter) throws(StageError) {
    var tallies = Array(repeating: Tally(), count: collection.sections.count)
    var pages = DistinctPages(groups: collection.sections.count)
    for link in collection.links where collection.isExternal(link) {
      tallies[link.section.index].links += 1
      tallies[link.section.index].entries += link.role == .entry ? 1 : 0
      pages.add(facts.page(of: link.id), to: link.section.index)
    }
    let unique = pages.counts()
    for section in collection.sections {
      let tally = tallies[section.id.index]
      guard section.opening != .start || tally.links > 0 else { continue }
      let document = collection[section.document]
      writer.text(document.path)
      writer.number(document.line(at: section.offset))
      writer.number(section.level)
      writer.text(facts.sectionPaths[section.id.index])
      writer.text(section.anchor)
      writer.number(tally.links)
      writer.number(tally.entries)
      writer.number(unique[section.id.index])
      writer.number(tally.links - unique[section.id.index])
      try writer.endRow()
    }
  }
}

/// One row for each registrable domain, the most linked first.
struct DomainsReport {
  let facts: ReportFacts

  private struct Tally {
    var domain: String
    var links = 0
    var classes = Votes()
    var sites = Votes()
  }

  func write(_ collection: Collection, to writer: inout CSVWriter) throws(StageError) {
    let labels = collection.distinctLabels
    let domains = Domains(of: facts.hosts)
    var tallies = domains.names.map { Tally(domain: $0) }
    var total = 0
    var pages = DistinctPages(groups: 0)
    for link in collection.links where collection.isExternal(link) {
      guard let place = domains.places[facts.hostNumber(of: link.id)] else { continue }
      total += 1
      tallies[place].links += 1
      pages.add(facts.page(of: link.id), to: place)
      if let number = collection.labelsIndex(of: link.id) {
        tallies[place].classes.add(labels[number].hostClass.rawValue)
        tallies[place].sites.add(labels[number].site)
      }
    }
    let unique = pages.counts()
    for place in Self.order(of: tallies) where tallies[place].links > 0 {
      let tally = tallies[place]
      writer.text(tally.domain)
      writer.name(tally.classes.winner)
      writer.text(tally.sites.winner)
      writer.number(tally.links)
      writer.number(unique[place])
      writer.hundredths(Self.percent(tally.links, of: total))
      try writer.endRow()
    }
  }

  /// The domains of hosts: what is asked of every link is worked out once a host.
  private struct Domains {
    private(set) var names: [String] = []
    /// By host, its domain's place among `names`; nil for what has no host.
    private(set) var places: [Int?] = []

    init(of hosts: [ReportFacts.Host]) {
      var table = StringInterner()
      for host in hosts {
        let domain = host.domain.isEmpty ? host.host : host.domain
        let place = domain.isEmpty ? nil : table.intern(domain)
        if place == names.count { names.append(domain) }
        places.append(place)
      }
    }
  }

  /// The places of domains, the most linked first, else by their bytes.
  private static func order(of tallies: [Tally]) -> [Int] {
    // Numbers are sorted, and names looked at only where they are equal: to compare tallies would copy them.
    struct Place {
      var links: Int
      var index: Int
    }
    var places = tallies.enumerated().map { Place(links: $1.links, index: $0) }
    places.sort { a, b in
      a.links != b.links
        ? a.links > b.links
        : tallies[a.index].domain.utf8Span.span.precedes(tallies[b.index].domain.utf8Span.span)
    }
    return places.map(\.index)
  }

  /// Percent, rounded half up, in hundredths: 531 for 5.31 %.
  private static func percent(_ part: Int, of whole: Int) -> Int {
    whole > 0 ? (part * 20_000 + whole) / (2 * whole) : 0
  }
}

/// How many different pages each of some groups has.
private struct DistinctPages {
  /// The group above, the page below.
  private var pairs: [UInt64] = []
  private var groups: Int

  init(groups: Int) { self.groups = groups }

  mutating func add(_ page: Int32, to group: Int) {
    pairs.append(UInt64(group) << 32 | UInt64(UInt32(bitPattern: page)))
    groups = max(groups, group + 1)
  }

  /// By group.
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

/// Which of a few names comes most often.
private struct Votes {
  private var counts: [(name: String, count: Int)] = []

  mutating func add(_ name: String) {
    if let index = counts.firstIndex(where: { $0.name == name }) {
      counts[index].count += 1
    } else {
      counts.append((name, 1))
    }
  }

  /// The name with the highest count; of equals the first by its bytes; empty if there is none.
  var winner: String {
    let best = counts.min { a, b in
      a.count != b.count ? a.count > b.count : a.name.utf8Span.span.precedes(b.name.utf8Span.span)
    }
    return best?.name ?? ""
  }
}
