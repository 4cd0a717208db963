import CurateCore
import LinkIdentity

/// Matches the links of a document with the links of its previous version.
///
/// Links with the same key are matched in order. If their number has changed, links with equal title and section are
/// matched first, then the links that are nearest to the position to which the text around the old link has moved. A
/// link that was removed and is added again gets its old id.
struct LinkMatcher {
  let db: Database
  let document: Int64
  /// The previous version of the document; nil for a new document.
  let previous: Int64?
  /// The hashes of the keys of the new version's links, in order.
  let hashes: [Int64]
  /// Returns the key of the link at a position of the new version.
  let key: (Int) -> String
  /// Returns the title and section of the link at a position of the new version.
  let context: (Int) -> Context

  /// The properties that distinguish links with the same key.
  struct Context: Hashable {
    var title: String
    var section: String
  }

  /// A link of the previous version.
  private struct Known {
    var id: Int64
    var hash: Int64
  }

  /// Finds or inserts the rows of the links.
  ///
  /// - Returns: the id of each link of the new version.
  func ids() throws(HistoryFailure) -> [Int64] {
    var ids = [Int64](repeating: 0, count: hashes.count)
    let known = try knownLinks()
    let groups = KeyGroups(old: known.map(\.hash), new: hashes)
    var anchors: [(old: Int, new: Int)] = []
    groups.forEach { old, new in
      guard old.count == new.count else { return }
      for (old, new) in zip(old, new) {
        ids[new.position] = known[old.position].id
        anchors.append((old.position, new.position))
      }
    }
    anchors.sort { $0.old < $1.old }
    // The occurrence of each link that is new in the history, by position; -1 for other links.
    var fresh = [Int32](repeating: -1, count: hashes.count)
    try groups.forEach { old, new throws(HistoryFailure) in
      guard old.count != new.count else { return }
      guard previous != nil else {
        for (occurrence, place) in new.enumerated() { fresh[place.position] = Int32(truncatingIfNeeded: occurrence) }
        return
      }
      let positions = new.map(\.position)
      for (old, new) in try pairs(old.map(\.position), positions, known, anchors) { ids[new] = known[old].id }
      for (position, occurrence) in try restore(positions, &ids) {
        fresh[position] = Int32(truncatingIfNeeded: occurrence)
      }
    }
    try insert(fresh, into: &ids)
    return ids
  }

  /// Assigns unmatched links the ids of links with the same key that were in the document before the previous version.
  ///
  /// - Returns: the links that are new in the history, with their occurrence.
  private func restore(
    _ group: [Int], _ ids: inout [Int64]
  ) throws(HistoryFailure) -> [(position: Int, occurrence: Int64)] {
    let unmatched = group.filter { ids[$0] == 0 }
    guard let first = unmatched.first else { return [] }
    let taken = Set(group.map { ids[$0] })
    let earlier = try earlierLinks(with: hashes[first])
    let restorable = earlier.filter { !taken.contains($0.id) }
    for (position, link) in zip(unmatched, restorable) { ids[position] = link.id }
    let next = (earlier.last?.occurrence ?? -1) + 1
    return unmatched.dropFirst(restorable.count).enumerated().map { ($1, next + Int64($0)) }
  }

  /// Returns the links of the previous version in document order.
  private func knownLinks() throws(HistoryFailure) -> [Known] {
    guard let previous else { return [] }
    return try db.rows(
      "SELECT id, key_hash FROM place JOIN link ON id = link WHERE version = ? ORDER BY position", previous
    ) { Known(id: $0[0], hash: $0[1]) }
  }

  /// Pairs links with the same key if some were added or removed.
  private func pairs(
    _ old: [Int], _ new: [Int], _ known: [Known], _ anchors: [(old: Int, new: Int)]
  ) throws(HistoryFailure) -> [(old: Int, new: Int)] {
    guard !old.isEmpty else { return [] }
    var pairs: [(old: Int, new: Int)] = []
    // The positions of each title and section in reverse order, so that `popLast` takes the first.
    var alike: [Context: [Int]] = [:]
    for position in new.reversed() { alike[context(position), default: []].append(position) }
    var unmatched: [Int] = []
    for position in old {
      if let context = try earlierContext(of: known[position].id), let same = alike[context]?.popLast() {
        pairs.append((position, same))
      } else {
        unmatched.append(position)
      }
    }
    let free = alike.values.flatMap { $0 }.sorted()
    let places = unmatched.map { expected($0, anchors) }
    if places.count <= free.count {
      for (i, j) in Self.nearest(places, among: free) { pairs.append((unmatched[i], free[j])) }
    } else {
      for (j, i) in Self.nearest(free, among: places) { pairs.append((unmatched[i], free[j])) }
    }
    return pairs
  }

  /// Pairs each position in `few` with a near position in `many`, without crossing. Both are sorted, and `many` is at
  /// least as long.
  private static func nearest(_ few: [Int], among many: [Int]) -> [(few: Int, many: Int)] {
    var next = 0
    return few.indices.map { index in
      let last = many.count - (few.count - index)
      while next < last, abs(many[next + 1] - few[index]) < abs(many[next] - few[index]) { next += 1 }
      defer { next += 1 }
      return (index, next)
    }
  }

  /// Returns the position that a link of the old version would have now if it had moved with the matched link before
  /// it.
  private func expected(_ old: Int, _ anchors: [(old: Int, new: Int)]) -> Int {
    var (low, high) = (0, anchors.count)
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].old < old { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return old }
    return anchors[low - 1].new + old - anchors[low - 1].old
  }

  private func earlierContext(of link: Int64) throws(HistoryFailure) -> Context? {
    try db.first(
      """
      SELECT title, path FROM link_state JOIN section ON section.id = link_state.section
      WHERE link = ? AND until IS NULL
      """, link
    ) { Context(title: $0[0], section: $0[1]) }
  }

  /// Returns all links that ever had this key in the document, in the order of their occurrence.
  private func earlierLinks(with hash: Int64) throws(HistoryFailure) -> [(id: Int64, occurrence: Int64)] {
    guard previous != nil else { return [] }
    return try db.rows(
      "SELECT id, occurrence FROM link WHERE document = ? AND key_hash = ? ORDER BY occurrence", document, hash
    ) { ($0[0], $0[1]) }
  }

  /// Inserts new links, with ids in document order.
  private func insert(_ fresh: [Int32], into ids: inout [Int64]) throws(HistoryFailure) {
    guard fresh.contains(where: { $0 >= 0 }) else { return }
    var next = try db.number("SELECT coalesce(max(id), 0) + 1 FROM link") ?? 1
    let insert = try db.prepare("INSERT INTO link VALUES (?, ?, ?, ?, ?)")
    for (position, occurrence) in fresh.enumerated() where occurrence >= 0 {
      try insert.run(next, document, key(position), hashes[position], Int64(occurrence))
      ids[position] = next
      next += 1
    }
  }
}

/// Identifies a link across runs, together with its document and occurrence.
enum LinkKey {
  /// Returns the page key and fragment, or the URL itself if it is not http or https.
  static func text(_ identity: Identity?, url: String) -> String {
    guard let identity else { return maskingCredentials(in: url) }
    return identity.fragment.isEmpty ? identity.key : identity.key + "#" + identity.fragment
  }
}

/// Groups the links in two versions of a document by their key.
private struct KeyGroups {
  /// The position of a link, stored together with the hash of its key: sorting takes three times as long if each
  /// comparison looks up the hash elsewhere.
  struct Place: Comparable {
    var hash: Int64
    var position: Int

    static func < (a: Self, b: Self) -> Bool { a.hash != b.hash ? a.hash < b.hash : a.position < b.position }
  }

  private let old: [Place]
  private let new: [Place]

  init(old: [Int64], new: [Int64]) {
    self.old = Self.sorted(old)
    self.new = Self.sorted(new)
  }

  private static func sorted(_ hashes: [Int64]) -> [Place] {
    var places: [Place] = []
    places.reserveCapacity(hashes.count)
    for (position, hash) in hashes.enumerated() { places.append(Place(hash: hash, position: position)) }
    places.sort()
    return places
  }

  /// Calls `body` for each key of the new version, with its positions in both versions in order.
  func forEach<Failure: Error>(
    _ body: (_ old: ArraySlice<Place>, _ new: ArraySlice<Place>) throws(Failure) -> Void
  ) throws(Failure) {
    var (i, j) = (0, 0)
    while j < new.count {
      let hash = new[j].hash
      while i < old.count, old[i].hash < hash { i += 1 }
      let (firstOld, firstNew) = (i, j)
      while i < old.count, old[i].hash == hash { i += 1 }
      while j < new.count, new[j].hash == hash { j += 1 }
      try body(old[firstOld..<i], new[firstNew..<j])
    }
  }
}
