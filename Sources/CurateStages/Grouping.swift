import CurateCore

/// Places that share a number, found by counting: a number a place is all that it takes.
struct NumberedGroups {
  /// By place; -1 for those that belong to no group.
  private var numbers: [Int32] = []

  init(minimumCapacity: Int = 0) { numbers.reserveCapacity(minimumCapacity) }

  /// Adds the next place, from 0.
  ///
  /// - Parameter number: what it has in common with others; nil if it has nothing.
  mutating func append(_ number: Int?) { numbers.append(number.map { Int32(truncatingIfNeeded: $0) } ?? -1) }

  /// Groups of at least two, in the order of their first members.
  ///
  /// - Parameter count: more than every number.
  func ofSeveral(below count: Int) -> [[Int]] {
    // Below zero how many there are, from zero on the group that they form.
    var state = Array(repeating: Int32(0), count: count)
    for number in numbers where number >= 0 { state[Int(number)] -= 1 }
    var groups: [[Int]] = []
    for (place, number) in numbers.enumerated() where number >= 0 {
      let found = state[Int(number)]
      if found >= 0 {
        groups[Int(found)].append(place)
      } else if found < -1 {
        state[Int(number)] = Int32(truncatingIfNeeded: groups.count)
        var group: [Int] = []
        group.reserveCapacity(-Int(found))
        group.append(place)
        groups.append(group)
      }
    }
    return groups
  }
}

/// Places by the texts that they have in common.
struct Grouping {
  // Nearly all links have no twin: a group becomes an array of its own with its second member.
  private var groups: [(first: Int, others: [Int])] = []
  private var texts = StringInterner()

  /// A place that is added twice to one group in a row counts once.
  mutating func add(_ place: Int, to name: String) {
    let number = texts.intern(name)
    if number == groups.count { return groups.append((place, [])) }
    if (groups[number].others.last ?? groups[number].first) != place { groups[number].others.append(place) }
  }

  /// Groups of at least two, in the order of their first members.
  var ofSeveral: [[Int]] { groups.compactMap { $0.others.isEmpty ? nil : [$0.first] + $0.others } }
}
