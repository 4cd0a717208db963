import CurateCore
import FoundationEssentials
import GRDB

/// Writes one finished run: documents and their links first, then what stages did to them.
struct RunWriter {
  let db: Database
  let record: RunRecord
  let run: Int64
  var collection: Collection
  /// The id in the database of each link and document of the collection.
  private var linkIDs: [Int64] = []
  private var documentIDs: [Int64] = []
  private var versions: [DocumentVersion] = []

  init(_ record: RunRecord, run: Int64, collection: Collection, in db: Database) {
    self.db = db
    self.record = record
    self.run = run
    self.collection = collection
  }

  mutating func write() throws {
    let sequence = try Int64.fetchOne(db, sql: "SELECT coalesce(max(sequence), 0) + 1 FROM run") ?? 1
    try readDocuments()
    try writeStates(sequence)
    try writeStages()
    let outcome = try OutcomeWriter(
      db: db, record: record, collection: collection, versions: versions, linkIDs: linkIDs
    ).write()
    try db.execute(
      sql: """
        UPDATE run SET status = 'done', milliseconds = ?, outcome = ?, sequence = ?, process = NULL,
          process_start = NULL
        WHERE id = ?
        """,
      arguments: [record.milliseconds, outcome, sequence, run])
  }

  private mutating func readDocuments() throws {
    linkIDs.reserveCapacity(collection.links.count)
    for index in collection.documents.indices {
      var reader = DocumentWriter(db: db, collection: collection, document: DocumentID(index))
      let version = try reader.write()
      collection = reader.collection
      documentIDs.append(version.document)
      linkIDs += version.links
      versions.append(version)
    }
  }

  private mutating func writeStates(_ sequence: Int64) throws {
    var writer = try StateWriter(db: db, sequence: sequence, collection: collection, linkIDs: linkIDs)
    for version in versions { try writer.write(version, curateVersion: record.curateVersion) }
  }

  private func writeStages() throws {
    let writer = EventWriter(db: db, collection: collection, linkIDs: linkIDs, documentIDs: documentIDs)
    let sets = try writer.write(record.stages)
    for (position, (stage, set)) in zip(record.stages, sets).enumerated() {
      try db.cachedStatement(sql: "INSERT INTO stage_run VALUES (?, ?, ?, ?)")
        .execute(arguments: [run, position, set, stage.milliseconds])
    }
  }
}
