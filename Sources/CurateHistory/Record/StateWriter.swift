import CurateCore
import FoundationEssentials
import GRDB
import LinkIdentity

/// Writes what links say and became, where it differs from what the last run saw.
struct StateWriter {
  private let db: Database
  private let run: Int64
  private var collection: Collection
  private let linkIDs: [Int64]
  private var sections: [SectionID: Int64] = [:]
  private var labels: [[String]: Int64] = [:]
  private let insert: BulkStatement
  private let close: BulkStatement

  init(db: Database, run: Int64, collection: Collection, linkIDs: [Int64]) throws {
    self.db = db
    self.run = run
    self.collection = collection
    self.linkIDs = linkIDs
    insert = try BulkStatement(
      db,
      """
      INSERT INTO link_state (link, since, content, section, role, syntax, title, original_url, url, work, label, fate,
        survivor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    close = try BulkStatement(db, "UPDATE link_state SET until = ? WHERE id = ?")
  }

  mutating func write(_ version: DocumentVersion, curateVersion: String) throws {
    let fingerprint = fingerprint(of: version, curateVersion)
    let known = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT fingerprint FROM document WHERE id = ?"), arguments: [version.document])
    guard known != Data(fingerprint) else { return }
    var open = try openStates(of: version)
    for (index, id) in zip(collection[version.source].links, version.links) {
      let state = try state(of: LinkID(index))
      if let before = open.removeValue(forKey: id) {
        guard before.content != state.content else { continue }
        try close.run(run, before.id)
      }
      try insert.run(
        id, run, state.content, state.section, state.role, state.syntax, state.title, state.original, state.url,
        state.work, state.label, state.fate, state.survivor)
    }
    for gone in open.values.map(\.id).sorted() { try close.run(run, gone) }
    try db.execute(
      sql: "UPDATE document SET version = ?, fingerprint = ? WHERE id = ?",
      arguments: [version.id, Data(fingerprint), version.document])
  }

  /// Everything that the states of a document's links follow from: its content as parsed, the events, the labels.
  private func fingerprint(of version: DocumentVersion, _ curateVersion: String) -> [UInt8] {
    var digest = Digest()
    digest.add(curateVersion)
    digest.add(version.id)
    for event in collection.journal.events where event.document == version.source && event.link != nil {
      digest.add(event.kind.rawValue)
      digest.add(event.field)
      digest.add(event.after)
      digest.add(event.link.map { linkIDs[$0.index] } ?? 0)
      digest.add(event.other.map { linkIDs[$0.index] } ?? 0)
    }
    for index in collection[version.source].links {
      let link = collection.links[index]
      digest.add(link.fate.name)
      if case .merged(let survivor) = link.fate { digest.add(linkIDs[survivor.index]) }
      guard let labels = collection.labels(of: LinkID(index)) else { continue }
      for text in labels.columns { digest.add(text) }
    }
    return digest.finish()
  }

  private func openStates(of version: DocumentVersion) throws -> [Int64: (id: Int64, content: Int64)] {
    guard let previous = version.previous else { return [:] }
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT link_state.link, id, content FROM place JOIN link_state INDEXED BY link_state_open
            ON link_state.link = place.link AND until IS NULL
          WHERE version = ?
          """), arguments: [previous])
    var states: [Int64: (id: Int64, content: Int64)] = [:]
    while let row = try rows.next() { states[row[0]] = (row[1], row[2]) }
    return states
  }

  private struct State {
    var section: Int64
    var role: String
    var syntax: String
    var title: String
    var original: String
    var url: String
    var work: String?
    var label: Int64?
    var fate: String
    var survivor: Int64?

    var content: Int64 {
      var hash = FNV1a()
      for number in [section, label ?? 0, survivor ?? 0] { hash.add(number) }
      for text in [role, syntax, title, original, url, work ?? "", fate] { hash.add(text) }
      return hash.value
    }
  }

  private mutating func state(of id: LinkID) throws -> State {
    let link = collection[id]
    var survivor: Int64?
    if case .merged(let other) = link.fate { survivor = linkIDs[other.index] }
    return State(
      section: try sectionID(link.section), role: link.role.rawValue, syntax: link.syntax.rawValue,
      title: Credentials.masked(collection.title(of: id)),
      original: Credentials.masked(collection.original(of: id)), url: Credentials.masked(collection.url(of: id)),
      work: collection.identity(of: id)?.work?.description,
      label: try collection.labels(of: id).map { try labelID($0) },
      fate: link.fate.name, survivor: survivor)
  }

  private mutating func sectionID(_ section: SectionID) throws -> Int64 {
    if let known = sections[section] { return known }
    let document = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM document WHERE path = ?"),
      arguments: [collection[collection[section].document].path])
    let id = try rowID(
      table: "section", columns: ["document", "path"],
      [document, Credentials.masked(collection.joinedPath(of: section))])
    sections[section] = id
    return id
  }

  private mutating func labelID(_ label: Labels) throws -> Int64 {
    let columns = label.columns
    if let known = labels[columns] { return known }
    let id = try rowID(
      table: "label", columns: ["host_class", "host_class_rule", "category", "category_rule", "site", "institution"],
      StatementArguments(columns))
    labels[columns] = id
    return id
  }

  /// The id of the row with these values, which is made if it is new.
  private func rowID(table: String, columns: [String], _ values: StatementArguments) throws -> Int64 {
    let condition = columns.map { "\($0) = ?" }.joined(separator: " AND ")
    if let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM \(table) WHERE \(condition)"), arguments: values)
    {
      return known
    }
    let marks = columns.map { _ in "?" }.joined(separator: ", ")
    try db.cachedStatement(sql: "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))")
      .execute(arguments: values)
    return db.lastInsertedRowID
  }
}

extension Labels {
  /// The columns of `label`.
  var columns: [String] { [hostClass.rawValue, hostClassRule, category.rawValue, categoryRule, site, institution] }
}
