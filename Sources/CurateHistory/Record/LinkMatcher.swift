import CurateCore
import GRDB

/// Finds out which links of a document are those of its previous version.
///
/// Links with the same key are the same in their order. Where their number has changed, those that agree in title and
/// section are the same, then those that stand nearest to where the text around them has moved. A link that was gone
/// and comes back is the one it was.
struct LinkMatcher {
  let db: Database
  let document: Int64
  /// The document's previous version; nil for a new document.
  let previous: Int64?
  /// The links of the new version, in order.
  let candidates: [Candidate]
  /// What stands around a link of the new version, by its position.
  let context: (Int) -> Context

  struct Candidate {
    var key: String
    var hash: Int64
  }

  struct Context: Equatable {
    var title: String
    var section: String
  }

  private struct Known {
    var id: Int64
    var hash: Int64
  }

  /// - Returns: an id for each candidate.
  func ids() throws -> [Int64] {
    var ids = [Int64](repeating: 0, count: candidates.count)
    let known = try knownLinks()
    let groups = group(known)
    var anchors: [(old: Int, new: Int)] = []
    for group in groups where group.old.count == group.new.count {
      for (old, new) in zip(group.old, group.new) {
        ids[new] = known[old].id
        anchors.append((old, new))
      }
    }
    anchors.sort { $0.old < $1.old }
    var fresh: [(position: Int, occurrence: Int64)] = []
    for group in groups where group.old.count != group.new.count {
      for (old, new) in try pairs(group, known, anchors) { ids[new] = known[old].id }
      let unmatched = group.new.filter { ids[$0] == 0 }
      guard !unmatched.isEmpty else { continue }
      let taken = Set(group.new.map { ids[$0] })
      let earlier = try earlierLinks(with: candidates[unmatched[0]].hash)
      let returning = earlier.filter { !taken.contains($0.id) }
      for (position, link) in zip(unmatched, returning) { ids[position] = link.id }
      let next = (earlier.last?.occurrence ?? -1) + 1
      for (number, position) in unmatched.dropFirst(returning.count).enumerated() {
        fresh.append((position, next + Int64(number)))
      }
    }
    try insert(fresh, into: &ids)
    return ids
  }

  private func knownLinks() throws -> [Known] {
    guard let previous else { return [] }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT id, key_hash FROM place JOIN link ON id = link WHERE version = ? ORDER BY position"),
      arguments: [previous])
    var known: [Known] = []
    while let row = try rows.next() { known.append(Known(id: row[0], hash: row[1])) }
    return known
  }

  /// Positions of the links that have one key, in the old version and in the new.
  private struct Group {
    var old: [Int] = []
    var new: [Int] = []
  }

  private func group(_ known: [Known]) -> [Group] {
    let old = known.indices.sorted { (known[$0].hash, $0) < (known[$1].hash, $1) }
    let new = candidates.indices.sorted { (candidates[$0].hash, $0) < (candidates[$1].hash, $1) }
    var groups: [Group] = []
    groups.reserveCapacity(new.count)
    var (i, j) = (0, 0)
    while j < new.count {
      let hash = candidates[new[j]].hash
      var group = Group()
      while i < old.count, known[old[i]].hash < hash { i += 1 }
      while i < old.count, known[old[i]].hash == hash {
        group.old.append(old[i])
        i += 1
      }
      while j < new.count, candidates[new[j]].hash == hash {
        group.new.append(new[j])
        j += 1
      }
      groups.append(group)
    }
    return groups
  }

  /// Pairs the links of a group of which some came or went.
  private func pairs(
    _ group: Group, _ known: [Known], _ anchors: [(old: Int, new: Int)]
  ) throws -> [(old: Int, new: Int)] {
    guard !group.old.isEmpty else { return [] }
    var pairs: [(old: Int, new: Int)] = []
    var (old, new) = (group.old, group.new)
    for position in group.old {
      guard let was = try earlierContext(of: known[position].id),
        let same = new.firstIndex(where: { context($0) == was })
      else { continue }
      pairs.append((position, new.remove(at: same)))
      old.removeAll { $0 == position }
    }
    let byDistance = old.flatMap { old in
      new.map { new in (old, new, distance: abs(expected(old, anchors) - new)) }
    }.sorted { ($0.distance, $0.0, $0.1) < ($1.distance, $1.0, $1.1) }
    var (takenOld, takenNew): (Set<Int>, Set<Int>) = ([], [])
    for (old, new, _) in byDistance where !takenOld.contains(old) && !takenNew.contains(new) {
      takenOld.insert(old)
      takenNew.insert(new)
      pairs.append((old, new))
    }
    return pairs
  }

  /// Where a link of the old version would stand now if it had moved with the link before it.
  private func expected(_ old: Int, _ anchors: [(old: Int, new: Int)]) -> Int {
    var (low, high) = (0, anchors.count)
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].old < old { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return old }
    return anchors[low - 1].new + old - anchors[low - 1].old
  }

  private func earlierContext(of link: Int64) throws -> Context? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT title, path FROM link_state JOIN section ON section.id = link_state.section
          WHERE link = ? AND until IS NULL
          """), arguments: [link])
    return row.map { Context(title: $0[0], section: $0[1]) }
  }

  /// All links that ever had this key in the document, in the order of their occurrence.
  private func earlierLinks(with hash: Int64) throws -> [(id: Int64, occurrence: Int64)] {
    guard previous != nil else { return [] }
    return try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT id, occurrence FROM link WHERE document = ? AND key_hash = ? ORDER BY occurrence"),
      arguments: [document, hash]
    ).map { ($0[0], $0[1]) }
  }

  /// Gives new links their ids in the order of the document.
  private func insert(_ fresh: [(position: Int, occurrence: Int64)], into ids: inout [Int64]) throws {
    guard !fresh.isEmpty else { return }
    var next = try Int64.fetchOne(db, sql: "SELECT coalesce(max(id), 0) + 1 FROM link") ?? 1
    let insert = try BulkStatement(db, "INSERT INTO link VALUES (?, ?, ?, ?, ?)")
    for (position, occurrence) in fresh.sorted(by: { $0.position < $1.position }) {
      let candidate = candidates[position]
      try insert.run(next, document, candidate.key, candidate.hash, occurrence)
      ids[position] = next
      next += 1
    }
  }
}
