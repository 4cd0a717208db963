import CurateCore
import MarkdownSyntax

/// The headings that a table of contents should list, derived from those that it lists.
struct TocOutline {
  private let document: Document
  private let table: TableOfContents
  /// By heading, the greatest end of all headings up to it (headings in HTML can be nested).
  private let ends: [Int]
  /// The headings that its links lead to, or would lead to after a repair, as indices in `Document.headings`.
  private(set) var listed: Set<Int> = []
  /// The headings that it should list, in order.
  private(set) var headings: [Int] = []

  init(_ targets: TocTargets, _ levels: HeadingLevels) {
    document = targets.document
    table = targets.table
    var last = 0
    ends = document.headings.map { heading in
      last = max(last, heading.range.upperBound)
      return last
    }
    listed = Set(targets.fragments.compactMap { heading(of: $0) })
    let levels = levelRange(levels)
    let scope = scope()
    headings = document.headings.indices.filter { index in
      let heading = document.headings[index]
      guard heading.opensSection, levels.contains(heading.level), scope.contains(heading.range.lowerBound),
        !heading.title.isEmpty, !heading.anchor.isEmpty
      else { return false }
      // A heading before the table, for example its own, is listed only if it is listed already.
      return heading.range.lowerBound >= table.range.lowerBound || listed.contains(index)
    }
  }

  /// The depth of each heading in the list: one more than that of the last heading of a higher level.
  var depths: [Int] {
    var open: [Int] = []
    return headings.map { index in
      let level = document.headings[index].level
      while let last = open.last, last >= level { open.removeLast() }
      open.append(level)
      return open.count - 1
    }
  }

  /// Whether the table lists at least 80 % of the headings that it should list.
  var listsNearlyAll: Bool { headings.count { listed.contains($0) } * 5 >= headings.count * 4 }

  /// Returns the heading that a fragment leads to, directly or by an anchor inside it or just before it.
  func heading(of fragment: String) -> Int? {
    switch document.anchors.target(of: fragment) {
    case .heading(let index): return index
    case .tag(let offset):
      let next = firstHeading(endingAfter: offset)
      guard next < document.headings.count else { return nil }
      let start = document.headings[next].range.lowerBound
      if start <= offset { return next }
      // Only tags and white space may be between them.
      let between = document.text(in: offset..<start)
      let isClose = between.allSatisfy { $0 != "\n" } || between.filter { $0 == "\n" }.count <= 2
      return isClose && MarkupText.isOnlyTags(between) ? next : nil
    case .page, nil: return nil
    }
  }

  /// Returns the number of headings if none ends after the offset.
  private func firstHeading(endingAfter offset: Int) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if ends[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func levelRange(_ levels: HeadingLevels) -> ClosedRange<Int> {
    if case .range(let range) = levels { return range }
    let used = listed.map { document.headings[$0].level }
    guard let low = used.min(), let high = used.max() else { return 2...3 }
    return low...high
  }

  /// Returns the innermost section around the table that contains everything it lists: a table below `## Tools` that lists
  /// only tools is a table of that section.
  private func scope() -> Range<Int> {
    var scope = 0..<document.source.count
    guard let first = listed.min(), let last = listed.max() else { return scope }
    for (index, heading) in document.headings.enumerated() where heading.opensSection {
      guard heading.range.lowerBound < table.range.lowerBound else { break }
      let next = document.headings[(index + 1)...].first { $0.opensSection && $0.level <= heading.level }
      let section = heading.range.lowerBound..<(next?.range.lowerBound ?? document.source.count)
      guard section.contains(table.range.lowerBound), index <= first,
        section.contains(document.headings[last].range.lowerBound)
      else { continue }
      scope = section
    }
    return scope
  }
}

/// Recognizes text that consists of HTML tags.
enum MarkupText {
  /// Whether a text has only tags and white space.
  static func isOnlyTags(_ text: String) -> Bool {
    var isInTag = false
    for character in text {
      switch character {
      case "<": isInTag = true
      case ">": isInTag = false
      default:
        if !isInTag, !character.isWhitespace, character != "#" { return false }
      }
    }
    return true
  }
}
