import CurateCore
import MarkdownSyntax

/// Mends links of a table of contents that lead nowhere and have one clear target.
struct TocRepair {
  private let document: Document
  private let table: TableOfContents

  init(_ document: Document, _ table: TableOfContents) {
    self.document = document
    self.table = table
  }

  /// - Returns: the links that were mended.
  func run(on collection: inout Collection) -> Set<LinkID> {
    noteGaps(in: &collection)
    let targets = TocTargets(document, table)
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
    let outline = TocOutline(document, table, .auto)
    let missing = outline.headings.filter { !outline.listed.contains($0) }
    guard !missing.isEmpty, outline.listsNearlyAll else { return }
    let titles = missing.prefix(3).map { "'\(document.headings[$0].title)'" }.joined(separator: ", ")
    let more = missing.count > 3 ? " and \(missing.count - 3) more" : ""
    collection.note(
      "\(missing.count.grouped) of \(outline.headings.count.grouped) headings are not listed: \(titles)\(more)",
      rule: "not-listed",
      severity: .note, in: document.id, at: table.range.lowerBound)
  }
}

/// Where the entries of a table lead, or would clearly lead if they were mended.
struct TocTargets {
  private let document: Document
  private let table: TableOfContents
  private let meant: MeantAnchors?

  init(_ document: Document, _ table: TableOfContents) {
    self.document = document
    self.table = table
    let isWhole = table.entries.allSatisfy { document.anchors.target(of: $0.fragment) != nil }
    meant = isWhole ? nil : MeantAnchors(document)
  }

  func isBroken(_ entry: TableOfContents.Entry) -> Bool { document.anchors.target(of: entry.fragment) == nil }

  /// The entry's fragment, mended if it is broken and its target is clear.
  func fragment(of entry: TableOfContents.Entry) -> String {
    isBroken(entry) ? clearTarget(of: entry) ?? entry.fragment : entry.fragment
  }

  /// The one anchor that a broken entry's text and its fragment can mean.
  func clearTarget(of entry: TableOfContents.Entry) -> String? { meant?.anchor(of: entry) }
}

extension Collection {
  /// The links at some nodes of a document.
  func links(by nodes: [NodeID], in document: Document) -> [NodeID: LinkID] {
    let wanted = Set(nodes)
    var found: [NodeID: LinkID] = [:]
    for index in document.links where wanted.contains(links[index].node) { found[links[index].node] = LinkID(index) }
    return found
  }
}
