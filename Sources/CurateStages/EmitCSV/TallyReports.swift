import CurateCore
import LinkIdentity

/// One row for each section; a link counts for its innermost one. What stands before the first heading has a row only if
/// there are links in it.
struct SectionsReport {
  let facts: ReportFacts

  private struct Tally {
    var links = 0
    var entries = 0
    var pages: Set<String> = []
  }

  func write(_ collection: Collection, to writer: inout CSVWriter) throws(StageError) {
    var tallies = Array(repeating: Tally(), count: collection.sections.count)
    for link in collection.links where collection.isExternal(link) {
      let key = ReportFacts.pageKey(of: link.id, in: collection)
      let page = key.isEmpty ? collection.url(of: link.id) : key
      tallies[link.section.index].links += 1
      tallies[link.section.index].entries += link.role == .entry ? 1 : 0
      tallies[link.section.index].pages.insert(page)
    }
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
      writer.number(tally.pages.count)
      writer.number(tally.links - tally.pages.count)
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
    var pages: Set<String> = []
    var classes: [String: Int] = [:]
    var sites: [String: Int] = [:]
  }

  func write(_ collection: Collection, to writer: inout CSVWriter) throws(StageError) {
    var places: [String: Int] = [:]
    var tallies: [Tally] = []
    var total = 0
    for link in collection.links where collection.isExternal(link) {
      let (host, registrable) = facts.hosts[link.id.index]
      let domain = registrable.isEmpty ? host : registrable
      guard !domain.isEmpty else { continue }
      let key = ReportFacts.pageKey(of: link.id, in: collection)
      let place = places[domain] ?? tallies.count
      if place == tallies.count {
        places[domain] = place
        tallies.append(Tally(domain: domain))
      }
      total += 1
      tallies[place].links += 1
      tallies[place].pages.insert(key.isEmpty ? collection.url(of: link.id) : key)
      if let labels = collection.labels(of: link.id) {
        tallies[place].classes[labels.hostClass.rawValue, default: 0] += 1
        tallies[place].sites[labels.site, default: 0] += 1
      }
    }
    // Places are sorted, not tallies: moving one moves four references.
    for place in tallies.indices.sorted(by: { Self.isBefore(tallies[$0], tallies[$1]) }) {
      let tally = tallies[place]
      writer.text(tally.domain)
      writer.text(Self.mostFrequent(tally.classes))
      writer.text(Self.mostFrequent(tally.sites))
      writer.number(tally.links)
      writer.number(tally.pages.count)
      writer.text(Self.percent(tally.links, of: total))
      try writer.endRow()
    }
  }

  private static func isBefore(_ a: Tally, _ b: Tally) -> Bool {
    a.links != b.links ? a.links > b.links : a.domain.utf8.lexicographicallyPrecedes(b.domain.utf8)
  }

  /// The name with the highest count; of equals the first by its bytes.
  private static func mostFrequent(_ counts: [String: Int]) -> String {
    let best = counts.min { a, b in
      a.value != b.value ? a.value > b.value : a.key.utf8.lexicographicallyPrecedes(b.key.utf8)
    }
    return best?.key ?? ""
  }

  /// Percent with two decimals, rounded half up: `5.31`.
  private static func percent(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "0.00" }
    let hundredths = (part * 20_000 + whole) / (2 * whole)
    let decimals = hundredths % 100
    return "\(hundredths / 100).\(decimals < 10 ? "0" : "")\(decimals)"
  }
}
