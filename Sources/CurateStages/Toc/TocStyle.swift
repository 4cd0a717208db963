import CurateCore
import MarkdownSyntax

/// The style of a table of contents: its bullets and its indentation.
struct TocStyle {
  /// The bytes before a marker, by depth or by heading level.
  private enum Indentation {
    case byDepth([Int: [UInt8]])
    case byLevel([Int: [UInt8]])
  }

  /// The bullet; nil for a numbered table.
  private var bullet: UInt8? = UInt8(ascii: "-")
  private var delimiter = UInt8(ascii: ".")
  private var indentation = Indentation.byDepth([0: []])
  let isLoose: Bool
  let lineEnding: [UInt8]

  /// - Parameter levels: the heading level of each entry; nil for an entry that leads to no heading.
  init(of table: TableOfContents, levels: [Int?], in document: Document) {
    let tree = document.tree
    let firstLine = document.source[document.lines.range(ofLine: 1)]
    lineEnding = firstLine.suffix(2).elementsEqual([0x0D, 0x0A]) ? [0x0D, 0x0A] : [0x0A]
    isLoose = table.lists.contains { tree.list($0)?.isTight == false }
    guard let list = table.lists.first, let info = tree.list(list) else { return }
    if info.start != nil {
      bullet = nil
      delimiter = info.delimiter
    } else {
      bullet = Self.mostUsed(table.entries.compactMap { tree.item($0.item).map { tree.source[$0.marker.lowerBound] } })
    }
    let prefixes = table.entries.map { Self.prefix(of: $0.item, in: document) }
    indentation = Self.indentation(of: table, levels, prefixes)
  }

  /// The style of a new table.
  init(newIn document: Document) {
    let firstLine = document.source[document.lines.range(ofLine: 1)]
    lineEnding = firstLine.suffix(2).elementsEqual([0x0D, 0x0A]) ? [0x0D, 0x0A] : [0x0A]
    isLoose = false
    indentation = .byDepth([0: [], 1: [0x20, 0x20]])
  }

  /// Returns the bytes before an entry's text; `number` counts from 1 among its siblings.
  func marker(depth: Int, level: Int, number: Int) -> [UInt8] {
    let mark = bullet.map { [$0] } ?? Array(String(number).utf8) + [delimiter]
    return indent(depth: depth, level: level) + mark + [0x20]
  }

  /// Returns the same style with an indentation by depth that is wide enough for each marker in every parser.
  func nested() -> TocStyle {
    var style = self
    style.indentation = .byDepth([0: [], 1: Array(repeating: 0x20, count: bullet == nil ? 3 : 2)])
    return style
  }

  private func indent(depth: Int, level: Int) -> [UInt8] {
    switch indentation {
    case .byDepth(let known): Self.lookUp(depth, in: known)
    case .byLevel(let known): Self.lookUp(level, in: known)
    }
  }

  /// Returns the indentation of a step; beyond the known steps it grows as it does between the first two.
  private static func lookUp(_ step: Int, in known: [Int: [UInt8]]) -> [UInt8] {
    if let indent = known[step] { return indent }
    let steps = known.keys.sorted()
    guard let lowest = steps.first, let base = known[lowest] else { return [] }
    let below = steps.last { $0 < step } ?? lowest
    var unit: [UInt8] = [0x20, 0x20]
    if steps.count > 1, let second = known[steps[1]], second.count > base.count {
      unit = Array(second.suffix((second.count - base.count) / max(1, steps[1] - steps[0])))
    }
    return (known[below] ?? base) + Array(repeating: unit, count: max(0, step - below)).flatMap { $0 }
  }

  /// Returns indentation by depth if equal depths are indented equally; otherwise by level if equal levels are; otherwise by
  /// depth as most entries are.
  private static func indentation(
    of table: TableOfContents, _ levels: [Int?], _ prefixes: [[UInt8]]
  ) -> Indentation {
    var byDepth: [Int: [[UInt8]]] = [:]
    var byLevel: [Int: [[UInt8]]] = [:]
    for (index, entry) in table.entries.enumerated() {
      byDepth[entry.depth, default: []].append(prefixes[index])
      if let level = levels[index] { byLevel[level, default: []].append(prefixes[index]) }
    }
    let isEven: ([[UInt8]]) -> Bool = { group in group.allSatisfy { $0 == group.first } }
    if !byDepth.values.allSatisfy(isEven), byLevel.values.allSatisfy(isEven), !byLevel.isEmpty {
      return .byLevel(byLevel.compactMapValues(\.first))
    }
    return .byDepth(byDepth.compactMapValues { mostUsed($0) })
  }

  private static func prefix(of item: NodeID, in document: Document) -> [UInt8] {
    guard let marker = document.tree.item(item)?.marker else { return [] }
    let line = document.lines.range(ofLine: document.line(at: marker.lowerBound))
    return Array(document.source[line.lowerBound..<marker.lowerBound])
  }

  /// Returns the most frequent value; of equals the first.
  private static func mostUsed<Value: Hashable>(_ values: [Value]) -> Value? {
    var counts: [Value: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    let highest = counts.values.max()
    return values.first { counts[$0] == highest }
  }
}
