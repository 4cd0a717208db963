import CurateCore

/// Writes one finished run: first the documents and their links, then the events and findings of the stages.
struct RunWriter {
  let db: Database
  let record: RunRecord
  let run: Int64
  private let isBulk: Bool
  private let collection: Collection
  /// The database id of each link of the collection.
  private var linkIDs: [Int64] = []
  /// The database id of each document of the collection.
  private var documentIDs: [Int64] = []
  private var versions: [DocumentVersion] = []

  /// - Parameter isBulk: whether the history has no links yet and the run has very many.
  init(_ record: RunRecord, run: Int64, collection: Collection, isBulk: Bool, in db: Database) {
    self.db = db
    self.record = record
    self.run = run
    self.isBulk = isBulk
    var collection = collection
    collection.identifyAll()
    self.collection = collection
  }

  mutating func write() throws(HistoryFailure) {
    // Links are looked up by the hash of their keys. A cache that holds that index (24 bytes per link) makes their
    // order irrelevant. In bulk mode the index is built last, and a large cache would only be more memory to scan.
    try db.limitCache(toKilobytes: isBulk ? 16_384 : 8192 + collection.links.count / 32)
    let sequence = try db.number("SELECT coalesce(max(sequence), 0) + 1 FROM run") ?? 1
    if isBulk {
      try db.buildingIndexesLast(on: "link") { () throws(HistoryFailure) in try readDocuments() }
    } else {
      try readDocuments()
    }
    try writeStates(sequence)
    if isBulk {
      try db.buildingIndexesLast(on: "event") { () throws(HistoryFailure) in try writeStages() }
    } else {
      try writeStages()
    }
    let outcome = try OutcomeWriter(
      db: db, record: record, collection: collection, versions: versions, linkIDs: linkIDs
    ).write()
    try db.run(
      """
      UPDATE run SET status = 'done', milliseconds = ?, outcome = ?, sequence = ?, process = NULL, process_start = NULL
      WHERE id = ?
      """,
      record.milliseconds, outcome, sequence, run)
  }

  private mutating func readDocuments() throws(HistoryFailure) {
    linkIDs.reserveCapacity(collection.links.count)
    for (index, digests) in DocumentDigests.all(in: collection).enumerated() {
      var reader = DocumentWriter(db: db, collection: collection, document: DocumentID(index), digests: digests)
      let version = try reader.write()
      documentIDs.append(version.document)
      linkIDs += reader.links
      versions.append(version)
    }
  }

  private func writeStates(_ sequence: Int64) throws(HistoryFailure) {
    var writer = try StateWriter(db: db, sequence: sequence, collection: collection, linkIDs: linkIDs)
    for version in versions { try writer.write(version, curateVersion: record.curateVersion) }
  }

  private func writeStages() throws(HistoryFailure) {
    let writer = EventWriter(db: db, collection: collection, linkIDs: linkIDs, documentIDs: documentIDs)
    let sets = try writer.write(record.stages)
    for (position, (stage, set)) in zip(record.stages, sets).enumerated() {
      try db.run("INSERT INTO stage_run VALUES (?, ?, ?, ?)", run, position, set, stage.milliseconds)
    }
  }
}

extension Database {
  /// Runs `body`, which fills `table`, and builds the indexes of the table afterwards, so that their entries are sorted
  /// once and written in order. Row by row, each entry is written to another place of a file that is larger than the
  /// cache. With ten million links, this and the foreign key checks took 23 of 281 seconds.
  ///
  /// Must be called within a transaction: if the transaction fails, the indexes are as before.
  fileprivate func buildingIndexesLast(
    on table: String, _ body: () throws(HistoryFailure) -> Void
  ) throws(HistoryFailure) {
    let indexes = try rows(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL", table
    ) { (name: $0[0] as String, sql: $0[1] as String) }
    for index in indexes { try execute("DROP INDEX \(index.name)") }
    try body()
    for index in indexes { try execute(index.sql) }
  }
}
