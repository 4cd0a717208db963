import CurateCore
import MarkdownSyntax

/// Rewrites a table of contents from the headings, in its own style. Does not change a table that is up to date.
struct TocRewrite {
  private let document: Document
  private let table: TableOfContents
  private let targets: TocTargets
  private let outline: TocOutline
  private let labels: HeadingLabels
  /// Entries by the heading that they lead to.
  private let entries: [Int: [TableOfContents.Entry]]
  private let style: TocStyle

  init(_ targets: TocTargets, _ outline: TocOutline, _ labels: HeadingLabels) {
    self.targets = targets
    let (document, table) = (targets.document, targets.table)
    (self.document, self.table) = (document, table)
    self.outline = outline
    self.labels = labels
    var entries: [Int: [TableOfContents.Entry]] = [:]
    for entry in table.entries {
      if let heading = outline.heading(of: entry.fragment) { entries[heading, default: []].append(entry) }
    }
    self.entries = entries
    style = TocStyle(
      of: table,
      levels: targets.fragments.map { fragment in
        outline.heading(of: fragment).map { document.headings[$0].level }
      }, in: document)
  }

  /// - Returns: the links that were rewritten.
  func run(on collection: inout Collection) -> Set<LinkID> {
    guard !isUpToDate, !outline.headings.isEmpty else { return [] }
    guard !table.isHandMade else {
      collection.report(
        "this table of contents holds, or is next to, more than links to headings; not rewritten",
        rule: "hand-made-toc",
        severity: .note, in: document.id, at: table.range.lowerBound)
      return TocRepair(targets).run(on: &collection)
    }
    if let lines = correctlyNestedLines {
      let (range, replacement) = change(to: lines)
      if neighbors.areUnchanged(replacing: range, with: replacement) {
        return replace(range, with: replacement, in: &collection)
      }
    }
    collection.report(
      "the blocks around this table of contents would change; not rewritten", rule: "not-equal",
      severity: .note, in: document.id, at: table.range.lowerBound)
    return TocRepair(targets).run(on: &collection)
  }

  /// The blocks around everything that can change: whole lines, or the comments around an empty place.
  private var neighbors: NeighborBlocks {
    let line = document.lines.range(ofLine: document.line(at: table.range.lowerBound))
    let start = table.lists.isEmpty ? table.range.lowerBound : line.lowerBound
    return NeighborBlocks(of: start..<table.range.upperBound, in: document)
  }

  private var isUpToDate: Bool {
    guard table.entries.count == outline.headings.count else { return false }
    return zip(table.entries, zip(outline.headings, outline.depths)).allSatisfy { entry, wanted in
      entry.depth == wanted.1 && outline.heading(of: entry.fragment) == wanted.0 && hasTitle(entry, of: wanted.0)
    }
  }

  private func hasTitle(_ entry: TableOfContents.Entry, of heading: Int) -> Bool {
    TocText.folded(document.tree.plainText(of: entry.link, images: .dropped))
      == TocText.folded(document.headings[heading].title)
  }

  /// The new lines, in the table's own indentation if that gives the right depths.
  private var correctlyNestedLines: [[UInt8]]? {
    [lines(style), lines(style.nested())].first { depths(of: $0) == outline.depths }
  }

  /// Returns one line for each entry, without line endings.
  func lines(_ style: TocStyle) -> [[UInt8]] {
    var numbers: [Int] = []
    return zip(outline.headings, outline.depths).map { index, depth in
      numbers = Array(numbers.prefix(depth + 1)) + Array(repeating: 0, count: max(0, depth + 1 - numbers.count))
      numbers[depth] += 1
      let level = document.headings[index].level
      return style.marker(depth: depth, level: level, number: numbers[depth]) + text(of: index)
    }
  }

  /// Returns the text of an entry that is up to date, or a new link.
  private func text(of heading: Int) -> [UInt8] {
    let tree = document.tree
    let entry = entries[heading]?.first { hasTitle($0, of: heading) }
    if let entry, let paragraph = tree.firstChild(of: entry.item), tree.lineRange(of: paragraph).count == 1 {
      return Array(document.source[tree.range(of: paragraph)])
    }
    return labels.link(to: heading)
  }

  private func depths(of lines: [[UInt8]]) -> [Int] {
    let tree = MarkdownTree(parsing: Array(lines.joined(separator: [0x0A])))
    return tree.nodes.filter { tree.kind(of: NodeID($0)) == .item }.map { index in
      var depth = -1
      var next = tree.parent(of: NodeID(index))
      while let node = next {
        if tree.kind(of: node) == .list { depth += 1 }
        next = tree.parent(of: node)
      }
      return depth
    }
  }

  /// Returns the lines from the first to the last one that differ, and their replacement.
  private func change(to lines: [[UInt8]]) -> (range: Range<Int>, replacement: [UInt8]) {
    let (old, depths) = (oldLines, outline.depths)
    let separator = style.isLoose ? style.lineEnding + style.lineEnding : style.lineEnding
    var first = 0
    while first < min(old.count, lines.count), isSame(old[first], lines[first]) { first += 1 }
    // Begins at an outermost item, so that the new lines nest on their own as they do in the table.
    while first > 0, first >= lines.count || depths[first] > 0 { first -= 1 }
    var kept = 0
    while kept < min(old.count, lines.count) - first, isSame(old[old.count - 1 - kept], lines[lines.count - 1 - kept]) {
      kept += 1
    }
    var replacement = Array(lines[first..<(lines.count - kept)].map { $0 + separator }.joined())
    guard !old.isEmpty else { return (table.range, style.lineEnding + replacement) }
    let start = first < old.count ? old[first].lowerBound : end(of: old)
    if kept == 0 { replacement = Array(replacement.dropLast(separator.count)) }
    if first == old.count { replacement = separator + replacement }
    return (start..<(kept > 0 ? old[old.count - kept].lowerBound : end(of: old)), replacement)
  }

  private func replace(
    _ range: Range<Int>, with replacement: [UInt8], in collection: inout Collection
  ) -> Set<LinkID> {
    let links = collection.links(by: table.entries.map(\.link), in: document).values.filter {
      range.contains(collection[$0].range.lowerBound)
    }.sorted()
    var remaining: [String: Int] = [:]
    let tree = MarkdownTree(parsing: replacement)
    for index in tree.nodes {
      guard let link = tree.link(NodeID(index)) else { continue }
      remaining[String(decoding: tree.decoded(link.destination), as: UTF8.self), default: 0] += 1
    }
    let removed = links.filter { id in
      guard let count = remaining[collection.url(of: id)], count > 0 else { return true }
      remaining[collection.url(of: id)] = count - 1
      return false
    }
    let refusal = collection.replaceBlock(
      range, in: document.id, with: replacement, removing: removed, field: "toc", rule: "regenerate",
      reason: "the headings have changed")
    return refusal == nil ? Set(links) : []
  }

  private func isSame(_ old: Range<Int>, _ new: [UInt8]) -> Bool {
    var line = document.source[old]
    while let last = line.last, last == 0x0A || last == 0x0D || last == 0x20 || last == 0x09 { line.removeLast() }
    return line.elementsEqual(new)
  }

  /// The lines of each entry up to the next entry; the last range ends with its text.
  private var oldLines: [Range<Int>] {
    let starts = table.entries.map { entry in
      document.lines.range(ofLine: document.line(at: document.tree.range(of: entry.item).lowerBound)).lowerBound
    }
    return zip(starts, starts.dropFirst() + [table.range.upperBound]).map { $0..<max($0, $1) }
  }

  private func end(of lines: [Range<Int>]) -> Int { lines.last?.upperBound ?? table.range.upperBound }
}
