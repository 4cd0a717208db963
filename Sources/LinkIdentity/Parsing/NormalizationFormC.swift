/// Normalization Form C of code points (UAX 15).
enum NormalizationFormC {
  static func normalize(_ points: [UInt32]) -> [UInt32] {
    var decomposed: [Entry] = []
    decomposed.reserveCapacity(points.count)
    for point in points { decompose(point, into: &decomposed) }
    sortMarks(in: &decomposed)
    return compose(decomposed)
  }

  private struct Entry {
    var point: UInt32
    var combiningClass: UInt8
  }

  /// Hangul syllables are composed by arithmetic (The Unicode Standard, section 3.12).
  private enum Hangul {
    static let syllables: UInt32 = 0xac00, leading: UInt32 = 0x1100, vowels: UInt32 = 0x1161, trailing: UInt32 = 0x11a7
    static let leadingCount: UInt32 = 19, vowelCount: UInt32 = 21, trailingCount: UInt32 = 28
    static let syllableCount = leadingCount * vowelCount * trailingCount

    static func isSyllable(_ point: UInt32) -> Bool { point &- syllables < syllableCount }

    static func composite(_ first: UInt32, _ second: UInt32) -> UInt32? {
      if first &- leading < leadingCount, second &- vowels < vowelCount {
        return syllables + ((first - leading) * vowelCount + (second - vowels)) * trailingCount
      }
      if isSyllable(first), (first - syllables) % trailingCount == 0, second > trailing,
        second < trailing + trailingCount
      {
        return first + (second - trailing)
      }
      return nil
    }
  }

  /// Appends the full canonical decomposition of a code point. The recursion is at most four deep, as no decomposition
  /// chain of Unicode is longer.
  private static func decompose(_ point: UInt32, into result: inout [Entry]) {
    if Hangul.isSyllable(point) {
      let index = point - Hangul.syllables
      let vowelsAndTrailing = Hangul.vowelCount * Hangul.trailingCount
      result.append(Entry(point: Hangul.leading + index / vowelsAndTrailing, combiningClass: 0))
      result.append(
        Entry(point: Hangul.vowels + index % vowelsAndTrailing / Hangul.trailingCount, combiningClass: 0))
      let trailing = index % Hangul.trailingCount
      if trailing > 0 { result.append(Entry(point: Hangul.trailing + trailing, combiningClass: 0)) }
    } else if let parts = UnicodeTable.decomposition(of: point) {
      decompose(parts.first, into: &result)
      if parts.second != 0 { decompose(parts.second, into: &result) }
    } else {
      result.append(Entry(point: point, combiningClass: UnicodeTable.properties(of: point).combiningClass))
    }
  }

  /// Sorts the marks between two starters by class (canonical ordering); the sort is stable. A host of 100 KB may consist of
  /// marks, so the sort must not be quadratic.
  private static func sortMarks(in entries: inout [Entry]) {
    var start = 0
    while start < entries.count {
      guard entries[start].combiningClass != 0 else {
        start += 1
        continue
      }
      var end = start
      while end < entries.count, entries[end].combiningClass != 0 { end += 1 }
      let sorted = entries[start..<end].enumerated().sorted {
        ($0.element.combiningClass, $0.offset) < ($1.element.combiningClass, $1.offset)
      }
      entries.replaceSubrange(start..<end, with: sorted.map(\.element))
      start = end
    }
  }

  private static func compose(_ entries: [Entry]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(entries.count)
    var starter: Int?
    var lastClass: UInt8 = 0
    for entry in entries {
      // A mark is blocked from its starter by one of the same or a higher class between them.
      let isFree = starter.map { $0 == result.count - 1 || lastClass < entry.combiningClass } ?? false
      if let index = starter, isFree, let composite = pair(result[index], entry.point) {
        result[index] = composite
        continue
      }
      if entry.combiningClass == 0 { starter = result.count }
      lastClass = entry.combiningClass
      result.append(entry.point)
    }
    return result
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt32? {
    Hangul.composite(first, second) ?? UnicodeTable.composite(of: first, second)
  }
}
