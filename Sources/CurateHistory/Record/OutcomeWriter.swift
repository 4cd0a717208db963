import CurateCore
import LinkIdentity

/// Writes what a run read and wrote and which duplicates it found, once for all runs with the same outcome.
struct OutcomeWriter {
  let db: Database
  let record: RunRecord
  let collection: Collection
  let versions: [DocumentVersion]
  let linkIDs: [Int64]

  /// Finds or writes the outcome.
  ///
  /// - Returns: its id.
  func write() throws(HistoryFailure) -> Int64 {
    let sha256 = hash()
    if let known = try db.number("SELECT id FROM outcome WHERE sha256 = ?", sha256) { return known }
    try db.run("INSERT INTO outcome (sha256) VALUES (?)", sha256)
    let outcome = db.lastInsertedRowID
    let input = try db.prepare("INSERT INTO outcome_input VALUES (?, ?, ?)")
    for (position, version) in versions.enumerated() { try input.run(outcome, position, version.id) }
    try writeOutputs(outcome)
    try writeDuplicates(outcome)
    for path in record.missingFiles { try db.run("INSERT INTO outcome_missing_file VALUES (?, ?)", outcome, path) }
    return outcome
  }

  private func hash() -> [UInt8] {
    var digest = Digest()
    digest.add(versions.count)
    for version in versions { digest.add(version.id) }
    digest.add(record.outputs.count)
    for output in record.outputs {
      digest.add(output.path)
      digest.add(output.isInPlace ? 1 : 0)
      digest.add(output.bytes)
      digest.add(output.sha256)
    }
    digest.add(record.missingFiles.count)
    for path in record.missingFiles { digest.add(path) }
    for group in collection.duplicates {
      digest.add(group.level.rawValue)
      digest.add(group.key)
      digest.add(group.members.count)
      for member in group.members {
        digest.add(linkIDs[member.link.index])
        digest.add(member.verdict.rawValue)
        digest.add(member.survivor.map { linkIDs[$0.index] } ?? 0)
        digest.add(member.reason)
      }
    }
    return digest.finish()
  }

  private func writeOutputs(_ outcome: Int64) throws(HistoryFailure) {
    let contents = try storeDocuments()
    let blobs = BlobStore(db: db)
    let insert = try db.prepare("INSERT OR REPLACE INTO outcome_output VALUES (?, ?, ?, ?, ?, ?)")
    for output in record.outputs {
      let sha256 = Hex.bytes(output.sha256) ?? []
      // A content that an undo restores was stored by an earlier run.
      let content = if let known = contents[sha256] { known as Int64? } else { try blobs.find(sha256)?.id }
      try insert.run(outcome, output.path, output.isInPlace, output.bytes, sha256, content)
    }
  }

  /// Stores the contents of the outputs that are documents, with their inputs as base.
  ///
  /// - Returns: the blob ids by SHA-256.
  private func storeDocuments() throws(HistoryFailure) -> [[UInt8]: Int64] {
    let blobs = BlobStore(db: db)
    let wanted = Dictionary(record.outputs.map { ($0.bytes, [$0]) }, uniquingKeysWith: +)
    var stored: [[UInt8]: Int64] = [:]
    for (version, resolved) in zip(versions, record.resolvedEdits) {
      let source = collection[resolved.document].source
      let size = source.count + resolved.edits.reduce(0) { $0 + $1.replacement.count - $1.range.count }
      guard let candidates = wanted[size] else { continue }
      if resolved.edits.isEmpty {
        stored[version.sha256] = version.content.id
        continue
      }
      // Frees the memory of the cache before a large output is built.
      if source.count > 4 << 20 { try db.emptyCache() }
      let bytes = resolved.apply(to: source)
      let sha256 = Digest.sha256(of: bytes)
      guard candidates.contains(where: { Hex.bytes($0.sha256) == sha256 }) else { continue }
      stored[sha256] = try blobs.store(bytes, sha256: sha256, base: (version.content, source)).id
    }
    return stored
  }

  private func writeDuplicates(_ outcome: Int64) throws(HistoryFailure) {
    let insert = try db.prepare("INSERT INTO outcome_duplicate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for (number, group) in collection.duplicates.enumerated() {
      for (position, member) in group.members.enumerated() {
        try insert.run(
          outcome, number + 1, position, group.level.rawValue, maskingCredentials(in: group.key),
          linkIDs[member.link.index], member.verdict.rawValue, member.survivor.map { linkIDs[$0.index] },
          maskingCredentials(in: member.reason))
      }
    }
  }
}
