import CurateCore

/// Writes one finished run: documents and their links first, then what stages did to them.
struct RunWriter {
  let db: Database
  let record: RunRecord
  let run: Int64
  private let isBulk: Bool
  private let collection: Collection
  /// The id in the database of each link and document of the collection.
  private var linkIDs: [Int64] = []
  private var documentIDs: [Int64] = []
  private var versions: [DocumentVersion] = []

  /// - Parameter isBulk: whether a history without links gets very many.
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
    // Links are found by the hash of their keys: with room for that index (24 bytes a link) their order costs nothing. In
    // bulk it is made at last, and a large cache would only be more memory to go through.
    try db.limitCache(toKilobytes: isBulk ? 16_384 : 8192 + collection.links.count / 32)
    let sequence = try db.number("SELECT coalesce(max(sequence), 0) + 1 FROM run") ?? 1
    if isBulk {
      try db.indexingAfterwards("link") { () throws(HistoryFailure) in try readDocuments() }
    } else {
      try readDocuments()
    }
    try writeStates(sequence)
    if isBulk {
      try db.indexingAfterwards("event") { () throws(HistoryFailure) in try writeStages() }
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
