import CurateCore

/// Groups elements that share a number, by counting: one `Int32` an element is all the memory it needs.
struct NumberedGroups {
  /// By element; -1 for an element without a group.
  private var numbers: [Int32] = []

  init(minimumCapacity: Int = 0) { numbers.reserveCapacity(minimumCapacity) }

  /// Adds the next element (from 0).
  ///
  /// - Parameter number: the number that the members of a group share; nil for an element without a group.
  mutating func append(_ number: Int?) { numbers.append(number.map { Int32(truncatingIfNeeded: $0) } ?? -1) }

  /// Returns the groups of at least two elements, in the order of their first members.
  ///
  /// - Parameter count: greater than every number.
  func ofSeveral(below count: Int) -> [[Int]] {
    // By number: below zero, minus the number of members; from zero on, the index of the group.
    var state = Array(repeating: Int32(0), count: count)
    for number in numbers where number >= 0 { state[Int(number)] -= 1 }
    var groups: [[Int]] = []
    for (element, number) in numbers.enumerated() where number >= 0 {
      let found = state[Int(number)]
      if found >= 0 {
        groups[Int(found)].append(element)
      } else if found < -1 {
        state[Int(number)] = Int32(truncatingIfNeeded: groups.count)
        var group: [Int] = []
        group.reserveCapacity(-Int(found))
        group.append(element)
        groups.append(group)
      }
    }
    return groups
  }
}

/// Groups elements that share a string.
struct NamedGroups {
  // Nearly all links are alone in their group: a group becomes an array with its second member.
  private var groups: [(first: Int, others: [Int])] = []
  private var names = StringInterner()

  /// Adds an element to a group. An element that is added twice in a row to one group counts once.
  mutating func add(_ element: Int, to name: String) {
    let number = names.intern(name)
    if number == groups.count { return groups.append((element, [])) }
    if (groups[number].others.last ?? groups[number].first) != element { groups[number].others.append(element) }
  }

  /// The groups of at least two elements, in the order of their first members.
  var ofSeveral: [[Int]] { groups.compactMap { $0.others.isEmpty ? nil : [$0.first] + $0.others } }
}
