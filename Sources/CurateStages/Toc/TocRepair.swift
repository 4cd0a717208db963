import CurateCore
import MarkdownSyntax

/// Repairs broken links of a table of contents that have exactly one clear target.
struct TocRepair {
  private let document: Document
  private let table: TableOfContents
  private let targets: TocTargets

  init(_ targets: TocTargets) {
    document = targets.document
    table = targets.table
    self.targets = targets
  }

  /// - Returns: the links that were repaired.
  func run(on collection: inout Collection) -> Set<LinkID> {
    reportUnlistedHeadings(in: &collection)
    let broken = table.entries.filter { targets.isBroken($0) }
    guard !broken.isEmpty else { return [] }
    let links = collection.links(by: table.entries.map(\.link), in: document)
    var repaired: Set<LinkID> = []
    for entry in broken {
      guard let id = links[entry.link], let anchor = targets.clearTarget(of: entry) else { continue }
      let refusal = collection.setURL(
        id, to: "#\(anchor)", rule: "repair-fragment", reason: "'#\(entry.fragment)' matches no heading, the title does"
      )
      if refusal == nil { repaired.insert(id) }
    }
    return repaired
  }

  /// Reports the headings that a table does not list, in one finding. Only if it lists nearly all; otherwise its author chose
  /// which to list.
  func reportUnlistedHeadings(in collection: inout Collection) {
    guard !table.isHandMade, !table.entries.isEmpty else { return }
    let outline = TocOutline(targets, .auto)
    let missing = outline.headings.filter { !outline.listed.contains($0) }
    guard !missing.isEmpty, outline.listsNearlyAll else { return }
    let titles = missing.prefix(3).map { "'\(document.headings[$0].title)'" }.joined(separator: ", ")
    let more = missing.count > 3 ? " and \(missing.count - 3) more" : ""
    collection.report(
      "\(missing.count.grouped) of \(outline.headings.count.grouped) headings are not listed: \(titles)\(more)",
      rule: "not-listed", severity: .note, in: document.id, at: table.range.lowerBound)
  }
}

/// The fragments that the entries of a table lead to, or would lead to after a repair.
struct TocTargets {
  let document: Document
  let table: TableOfContents
  /// By entry; a broken fragment with a clear target is replaced by the target.
  let fragments: [String]
  private let candidates: AnchorCandidates?

  /// - Parameter candidates: the anchor candidates of the document; computed when the first entry is broken.
  init(_ document: Document, _ table: TableOfContents, _ candidates: inout AnchorCandidates?) {
    self.document = document
    self.table = table
    var fragments: [String] = []
    for entry in table.entries {
      guard document.anchors.target(of: entry.fragment) == nil else {
        fragments.append(entry.fragment)
        continue
      }
      let known = candidates ?? AnchorCandidates(document)
      candidates = known
      fragments.append(known.anchor(of: entry) ?? entry.fragment)
    }
    self.fragments = fragments
    self.candidates = candidates
  }

  /// For a place without a table.
  init(_ document: Document, newAt offset: Int) {
    self.document = document
    table = TableOfContents(emptyAt: offset)
    fragments = []
    candidates = nil
  }

  func isBroken(_ entry: TableOfContents.Entry) -> Bool { document.anchors.target(of: entry.fragment) == nil }

  /// Returns the only anchor that both the text and the fragment of a broken entry match.
  func clearTarget(of entry: TableOfContents.Entry) -> String? { candidates?.anchor(of: entry) }
}

extension Collection {
  /// Returns the links at some nodes of a document.
  func links(by nodes: [NodeID], in document: Document) -> [NodeID: LinkID] {
    var found: [NodeID: LinkID] = [:]
    for node in nodes {
      // Links are in the order of their nodes.
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
