import CurateCore
import LinkIdentity
import MarkdownSyntax

/// `domains.csv`: one row for each registrable domain, the most linked first.
enum DomainsReport: CSVReport {
  static let rowManual = "One row for each registrable domain, the most linked first."
  static var columnManuals: [ColumnManual] { columns.map(\.manual) }

  struct Row {
    let domain: String
    let hostClass: String
    let site: String
    let links: Int
    let uniquePages: Int
    /// In hundredths of a percent.
    let share: Int
  }

  private static let columns: [ReportColumn<Row>] = [
    .init("domain", "The registrable domain; the host itself if it has none.") { _, row, cells in cells.text(row.domain)
    },
    .init("host_class", "The most frequent host class of its links.") { _, row, cells in cells.name(row.hostClass) },
    .init("site", "The most frequent display name of its links.") { _, row, cells in cells.text(row.site) },
    .init("links", "The number of links to the domain that lead out of their document.") { _, row, cells in
      cells.number(row.links)
    },
    .init("unique", "The number of different pages that those links lead to.") { _, row, cells in
      cells.number(row.uniquePages)
    },
    .init("share", "The share of all links that lead out of their document (percent, two decimals).") { _, row, cells in
      cells.hundredths(row.share)
    },
  ]

  private struct Tally {
    var domain: String
    var links = 0
    var hostClasses = NameCounts()
    var sites = NameCounts()
  }

  static func writeRows(_ source: ReportSource, to writer: inout CSVWriter) throws(StageError) {
    let collection = source.collection
    let labels = collection.distinctLabels
    let domains = DomainTable(of: source.index.hosts)
    var tallies = domains.names.map { Tally(domain: $0) }
    var total = 0
    var pages = DistinctPages(groups: 0)
    for link in collection.links where collection.isExternal(link) {
      guard let domain = domains.byHost[source.index.hostNumber(of: link.id)] else { continue }
      total += 1
      tallies[domain].links += 1
      pages.add(source.index.page(of: link.id), to: domain)
      if let number = collection.labelsIndex(of: link.id) {
        tallies[domain].hostClasses.add(labels[number].hostClass.rawValue)
        tallies[domain].sites.add(labels[number].site)
      }
    }
    let unique = pages.counts()
    for index in order(of: tallies) where tallies[index].links > 0 {
      let tally = tallies[index]
      let row = Row(
        domain: tally.domain, hostClass: tally.hostClasses.mostFrequent, site: tally.sites.mostFrequent,
        links: tally.links, uniquePages: unique[index], share: percent(tally.links, of: total))
      try writer.row(row, columns, source)
    }
  }

  /// The domains of hosts, looked up once for each host.
  private struct DomainTable {
    private(set) var names: [String] = []
    /// By host, the index of its domain in `names`; nil for a URL without a host.
    private(set) var byHost: [Int?] = []

    init(of hosts: [ReportIndex.Host]) {
      var table = StringInterner()
      for host in hosts {
        let domain = host.domain.isEmpty ? host.host : host.domain
        let number = domain.isEmpty ? nil : table.intern(domain)
        if number == names.count { names.append(domain) }
        byHost.append(number)
      }
    }
  }

  /// The indices of domains, the most linked first; equal counts in the order of the names' bytes.
  private static func order(of tallies: [Tally]) -> [Int] {
    // Numbers are sorted, and names are compared only where numbers are equal: sorting tallies would copy them.
    struct Rank {
      var links: Int
      var index: Int
    }
    var ranks = tallies.enumerated().map { Rank(links: $1.links, index: $0) }
    ranks.sort { a, b in
      a.links != b.links
        ? a.links > b.links
        : tallies[a.index].domain.utf8Span.span.precedes(tallies[b.index].domain.utf8Span.span)
    }
    return ranks.map(\.index)
  }

  /// Percent, rounded half up, in hundredths: 531 for 5.31 %.
  private static func percent(_ part: Int, of whole: Int) -> Int {
    whole > 0 ? (part * 20_000 + whole) / (2 * whole) : 0
  }
}

/// Counts how often each of a few names occurs.
private struct NameCounts {
  private var counts: [(name: String, count: Int)] = []

  mutating func add(_ name: String) {
    if let index = counts.firstIndex(where: { $0.name == name }) {
      counts[index].count += 1
    } else {
      counts.append((name, 1))
    }
  }

  /// The name with the highest count; of equals the first in byte order; empty if there is none.
  var mostFrequent: String {
    let best = counts.min { a, b in
      a.count != b.count ? a.count > b.count : a.name.utf8Span.span.precedes(b.name.utf8Span.span)
    }
    return best?.name ?? ""
  }
}
