import FoundationEssentials
import GRDB
import LinkIdentity

/// Bytes stored once, compressed against bytes that are much like them.
struct BlobStore {
  let db: Database

  /// Longer chains would make old contents slow to read.
  private static let deepestChain = 16

  struct Stored {
    var id: Int64
    var depth: Int
    var isRedacted: Bool
  }

  func find(_ sha256: [UInt8]) throws -> Stored? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, depth, redacted FROM blob WHERE sha256 = ?"), arguments: [Data(sha256)])
    return row.map { Stored(id: $0[0], depth: $0[1], isRedacted: $0[2]) }
  }

  /// Stores `bytes` unless they are there already.
  ///
  /// - Parameter base: a stored content that shares much with them, and its bytes.
  /// - Returns: the blob's id.
  func store(_ bytes: [UInt8], sha256: [UInt8], base: (blob: Stored, bytes: [UInt8])? = nil) throws -> Stored {
    if let known = try find(sha256) { return known }
    let masked = maskingCredentials(in: bytes)
    let usable = base.flatMap { $0.blob.depth < Self.deepestChain && !$0.blob.isRedacted ? $0 : nil }
    guard let data = Compression.compress(masked ?? bytes, prefix: usable?.bytes ?? []) else {
      throw DatabaseError(resultCode: .SQLITE_NOMEM)
    }
    let depth = usable.map { $0.blob.depth + 1 } ?? 0
    try db.execute(
      sql: "INSERT INTO blob (sha256, size, base, depth, redacted, data) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        Data(sha256), (masked ?? bytes).count, usable?.blob.id, depth, masked != nil, Data(data),
      ])
    return Stored(id: db.lastInsertedRowID, depth: depth, isRedacted: masked != nil)
  }

  /// The bytes of a blob.
  ///
  /// - Returns: nil if it is redacted or does not exist.
  func contents(of id: Int64) throws -> [UInt8]? {
    guard
      let row = try Row.fetchOne(db, sql: "SELECT size, base, redacted, data FROM blob WHERE id = ?", arguments: [id])
    else { return nil }
    let (size, base, isRedacted, data): (Int, Int64?, Bool, Data) = (row[0], row[1], row[2], row[3])
    guard !isRedacted else { return nil }
    let prefix = try base.flatMap { try contents(of: $0) } ?? []
    guard let bytes = Compression.decompress([UInt8](data), size: size, prefix: prefix) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "stored content \(id) is damaged")
    }
    return bytes
  }
}
