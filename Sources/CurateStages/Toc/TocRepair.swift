import CurateCore
import MarkdownSyntax

/// Mends links of a table of contents that lead nowhere and have one clear target.
struct TocRepair {
  private let document: Document
  private let table: TableOfContents
  private let targets: TocTargets

  init(_ targets: TocTargets) {
    document = targets.document
    table = targets.table
    self.targets = targets
  }

  /// - Returns: the links that were mended.
  func run(on collection: inout Collection) -> Set<LinkID> {
    noteGaps(in: &collection)
    let broken = table.entries.filter { targets.isBroken($0) }
    guard !broken.isEmpty else { return [] }
    let links = collection.links(by: table.entries.map(\.link), in: document)
    var mended: Set<LinkID> = []
    for entry in broken {
      guard let id = links[entry.link], let anchor = targets.clearTarget(of: entry) else { continue }
      let refusal = collection.setURL(
        id, to: "#\(anchor)", rule: "repair-fragment", reason: "'#\(entry.fragment)' leads nowhere, the title does")
      if refusal == nil { mended.insert(id) }
    }
    return mended
  }

  /// One note on headings that a table lacks, if it lists nearly all: otherwise it is a choice.
  func noteGaps(in collection: inout Collection) {
    guard !table.isHandMade, !table.entries.isEmpty else { return }
    let outline = TocOutline(targets, .auto)
    let missing = outline.headings.filter { !outline.listed.contains($0) }
    guard !missing.isEmpty, outline.listsNearlyAll else { return }
    let titles = missing.prefix(3).map { "'\(document.headings[$0].title)'" }.joined(separator: ", ")
    let more = missing.count > 3 ? " and \(missing.count - 3) more" : ""
    collection.report(
      "\(missing.count.grouped) of \(outline.headings.count.grouped) headings are not listed: \(titles)\(more)",
      rule: "not-listed",
      severity: .note, in: document.id, at: table.range.lowerBound)
  }
}

/// Where the entries of a table lead, or would clearly lead if they were mended.
struct TocTargets {
  let document: Document
  let table: TableOfContents
  /// The entries' fragments, those mended that are broken and whose target is clear.
  let fragments: [String]
  private let meant: AnchorCandidates?

  /// - Parameter meant: what broken entries of the document mean, once it is known; worked out if an entry is broken.
  init(_ document: Document, _ table: TableOfContents, _ meant: inout AnchorCandidates?) {
    self.document = document
    self.table = table
    var fragments: [String] = []
    for entry in table.entries {
      guard document.anchors.target(of: entry.fragment) == nil else {
        fragments.append(entry.fragment)
        continue
      }
      let known = meant ?? AnchorCandidates(document)
      meant = known
      fragments.append(known.anchor(of: entry) ?? entry.fragment)
    }
    self.fragments = fragments
    self.meant = meant
  }

  /// For a place that holds no table yet.
  init(_ document: Document, newAt offset: Int) {
    self.document = document
    table = TableOfContents(emptyAt: offset)
    fragments = []
    meant = nil
  }

  func isBroken(_ entry: TableOfContents.Entry) -> Bool { document.anchors.target(of: entry.fragment) == nil }

  /// The one anchor that a broken entry's text and its fragment can mean.
  func clearTarget(of entry: TableOfContents.Entry) -> String? { meant?.anchor(of: entry) }
}

extension Collection {
  /// The links at some nodes of a document.
  func links(by nodes: [NodeID], in document: Document) -> [NodeID: LinkID] {
    var found: [NodeID: LinkID] = [:]
    for node in nodes {
      // Links stand in the order of their nodes.
      var (low, high) = (document.links.lowerBound, document.links.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if links[middle].node < node { low = middle + 1 } else { high = middle }
      }
      if low < document.links.upperBound, links[low].node == node { found[node] = LinkID(low) }
    }
    return found
  }
}
