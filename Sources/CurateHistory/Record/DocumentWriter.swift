import CurateCore
import LinkIdentity

/// A document version of the database, and who its links are.
struct DocumentVersion {
  var id: Int64
  var document: Int64
  var source: DocumentID
  var sha256: [UInt8]
  var content: BlobStore.Stored
  /// The ids of the document's links, in its order.
  var links: [Int64]
  /// The version that the last run saw; nil for a new document.
  var previous: Int64?
}

/// Finds or writes the version of one document, and gives its links their ids.
struct DocumentWriter {
  let db: Database
  var collection: Collection
  let document: DocumentID

  mutating func write() throws(HistoryFailure) -> DocumentVersion {
    let source = collection[document]
    let sha256 = Digest.sha256(of: source.source)
    let (id, previous) = try documentRow(path: source.path)
    let content = try store(source.source, sha256, after: previous)
    let layout = layoutHash(of: source)
    var version = DocumentVersion(
      id: 0, document: id, source: document, sha256: sha256, content: content, links: [], previous: previous)
    if let known = try db.number(
      "SELECT id FROM document_version WHERE document = ? AND content = ? AND layout = ?", id, content.id, layout)
    {
      version.id = known
      version.links = try db.rows("SELECT link FROM place WHERE version = ? ORDER BY position", known) { $0[0] }
      return version
    }
    let candidates = candidates(in: source)
    let matcher = LinkMatcher(db: db, document: id, previous: previous, candidates: candidates) {
      [collection] position in
      let link = LinkID(source.links.lowerBound + position)
      return LinkMatcher.Context(
        title: maskingCredentials(in: collection.title(of: link)),
        section: collection.joinedPath(of: collection[link].section))
    }
    version.links = try matcher.ids()
    try db.run(
      "INSERT INTO document_version (document, content, layout, links) VALUES (?, ?, ?, ?)",
      id, content.id, layout, source.links.count)
    version.id = db.lastInsertedRowID
    try writePlaces(version, source)
    return version
  }

  private func documentRow(path: String) throws(HistoryFailure) -> (id: Int64, version: Int64?) {
    let known = try db.first("SELECT id, version FROM document WHERE path = ?", path) { row in
      (id: row[0] as Int64, version: row[1] as Int64?)
    }
    if let known { return known }
    try db.run("INSERT INTO document (path) VALUES (?)", path)
    return (db.lastInsertedRowID, nil)
  }

  private func store(
    _ bytes: [UInt8], _ sha256: [UInt8], after previous: Int64?
  ) throws(HistoryFailure) -> BlobStore.Stored {
    let blobs = BlobStore(db: db)
    if let known = try blobs.find(sha256) { return known }
    let base = try db.first(
      """
      SELECT blob.id, depth, redacted FROM document_version JOIN blob ON blob.id = content
      WHERE document_version.id = ?
      """, previous
    ) { BlobStore.Stored(id: $0[0], depth: $0[1], isRedacted: $0[2]) }
    guard let base, let baseBytes = try blobs.contents(of: base.id) else {
      return try blobs.store(bytes, sha256: sha256)
    }
    return try blobs.store(bytes, sha256: sha256, base: (base, baseBytes))
  }

  /// What a parser makes of a content: another parser, other places.
  private func layoutHash(of source: Document) -> [UInt8] {
    var digest = Digest()
    for index in source.links {
      let link = collection.links[index]
      for number in [
        link.range.lowerBound, link.range.upperBound, link.text.lowerBound, link.text.upperBound,
        link.destination.lowerBound, link.destination.upperBound, link.section.index - source.sections.lowerBound,
      ] {
        digest.add(number)
      }
      digest.add(link.role.rawValue)
    }
    return digest.finish()
  }

  private mutating func candidates(in source: Document) -> [LinkMatcher.Candidate] {
    source.links.map { index in
      let id = LinkID(index)
      let url = collection.sourceURL(of: id)
      // The identity at hand is that of the URL written out; that of the input differs only for rewritten links.
      let identity = collection[id].fate == .changed ? Identity(of: url) : collection.identity(of: id)
      let key = LinkKey.text(identity, url: url)
      return LinkMatcher.Candidate(key: key, hash: FNV1a.hash(key))
    }
  }

  private func writePlaces(_ version: DocumentVersion, _ source: Document) throws(HistoryFailure) {
    let insert = try db.prepare("INSERT INTO place VALUES (?, ?, ?, ?, ?)")
    for (position, index) in source.links.enumerated() {
      let (line, column) = collection.position(of: LinkID(index))
      try insert.run(version.id, position, version.links[position], line, column)
    }
  }
}

/// What makes a link the same in two runs.
enum LinkKey {
  /// The page key and fragment; for what is not http or https the URL itself.
  static func text(_ identity: Identity?, url: String) -> String {
    guard let identity else { return maskingCredentials(in: url) }
    return identity.fragment.isEmpty ? identity.key : identity.key + "#" + identity.fragment
  }
}

extension Collection {
  /// A section's path as the history has it.
  func joinedPath(of section: SectionID) -> String { path(of: section).joined(separator: " > ") }
}
