import CurateCore

/// The verdicts, findings and new entries that a plugin has sent so far. A kept item costs one bit.
struct PluginResponse {
  /// The number of items.
  let itemCount: Int
  /// The number of items that have a verdict.
  private(set) var verdictCount = 0
  /// All verdicts other than `keep`, in the order of arrival.
  private(set) var decisions: [(n: Int, verdict: Verdict)] = []
  private(set) var findings: [(n: Int, finding: PluginFinding)] = []
  private(set) var additions: [(n: Int, addition: Addition)] = []
  /// One bit per item: whether it has a verdict.
  private var hasVerdict: [UInt64]

  init(itemCount: Int) {
    self.itemCount = itemCount
    hasVerdict = Array(repeating: 0, count: (itemCount + 63) / 64)
  }

  /// Whether `n` is the number of an item.
  func contains(_ n: Int) -> Bool { n >= 0 && n < itemCount }

  /// Records a verdict on an item.
  ///
  /// - Returns: false if the item already has a verdict.
  mutating func record(_ verdict: Verdict, on n: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(n % 64)
    guard hasVerdict[n / 64] & bit == 0 else { return false }
    hasVerdict[n / 64] |= bit
    verdictCount += 1
    if verdict != .keep { decisions.append((n, verdict)) }
    return true
  }

  /// Records a finding about an item.
  mutating func record(_ finding: PluginFinding, on n: Int) { findings.append((n, finding)) }
  /// Records a new entry for a section.
  mutating func record(_ addition: Addition, on n: Int) { additions.append((n, addition)) }

  /// Returns the first items without a verdict, at most `limit` of them.
  func itemsWithoutVerdict(limit: Int) -> [Int] {
    var items: [Int] = []
    for (index, word) in hasVerdict.enumerated() where word != .max {
      for bit in 0..<64 where word & (1 << UInt64(bit)) == 0 {
        let n = index * 64 + bit
        if n >= itemCount || items.count == limit { return items }
        items.append(n)
      }
    }
    return items
  }

  /// The survivor of each merged item.
  var mergeTargets: [Int: Int] {
    var targets: [Int: Int] = [:]
    for case (let n, .merge(let into, _)) in decisions { targets[n] = into }
    return targets
  }
}
