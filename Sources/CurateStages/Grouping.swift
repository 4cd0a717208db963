import CurateCore

/// Places by what they have in common.
struct Grouping {
  // Nearly all links have no twin: a group becomes an array of its own with its second member.
  private var groups: [(first: Int, others: [Int])] = []
  private var numbers: [ByteString: Int] = [:]

  init(minimumCapacity: Int = 0) { numbers.reserveCapacity(minimumCapacity) }

  /// A place that is added twice to one group in a row counts once.
  mutating func add(_ place: Int, to name: String) {
    let name = ByteString(name)
    guard let number = numbers[name] else {
      numbers[name] = groups.count
      groups.append((place, []))
      return
    }
    if (groups[number].others.last ?? groups[number].first) != place { groups[number].others.append(place) }
  }

  /// Groups of at least two, in the order of their first members.
  var ofSeveral: [[Int]] { groups.compactMap { $0.others.isEmpty ? nil : [$0.first] + $0.others } }
}
