import CurateCore

/// The verdicts of a plugin so far. A kept item costs one bit.
struct Ledger {
  let count: Int
  private(set) var verdicts = 0
  /// Verdicts that are more than `keep`, in the order in which they came.
  private(set) var decisions: [(n: Int, verdict: Verdict)] = []
  private(set) var remarks: [(n: Int, remark: Remark)] = []
  private(set) var additions: [(n: Int, addition: Addition)] = []
  private var judged: [UInt64]

  init(count: Int) {
    self.count = count
    judged = Array(repeating: 0, count: (count + 63) / 64)
  }

  func contains(_ n: Int) -> Bool { n >= 0 && n < count }

  /// - Returns: whether it is the first verdict on the item.
  mutating func judge(_ n: Int, _ verdict: Verdict) -> Bool {
    let bit: UInt64 = 1 << UInt64(n % 64)
    guard judged[n / 64] & bit == 0 else { return false }
    judged[n / 64] |= bit
    verdicts += 1
    if verdict != .keep { decisions.append((n, verdict)) }
    return true
  }

  mutating func add(_ n: Int, _ remark: Remark) { remarks.append((n, remark)) }
  mutating func add(_ n: Int, _ addition: Addition) { additions.append((n, addition)) }

  /// The first items without a verdict, `most` of them.
  func missing(most: Int) -> [Int] {
    var missing: [Int] = []
    for (index, word) in judged.enumerated() where word != .max {
      for bit in 0..<64 where word & (1 << UInt64(bit)) == 0 {
        let n = index * 64 + bit
        if n >= count || missing.count == most { return missing }
        missing.append(n)
      }
    }
    return missing
  }
}
