import CurateCore
import LinkIdentity

/// A document version of the database, and who its links are.
struct DocumentVersion {
  var id: Int64
  var document: Int64
  var source: DocumentID
  var sha256: [UInt8]
  var content: BlobStore.Stored
  /// The version that the last run saw; nil for a new document.
  var previous: Int64?
}

/// Finds or writes the version of one document, and gives its links their ids. All links are identified.
struct DocumentWriter {
  let db: Database
  let collection: Collection
  let document: DocumentID
  let digests: DocumentDigests
  /// The ids of the document's links, in its order, once it is written.
  private(set) var links: [Int64] = []

  init(db: Database, collection: Collection, document: DocumentID, digests: DocumentDigests) {
    self.db = db
    self.collection = collection
    self.document = document
    self.digests = digests
  }

  mutating func write() throws(HistoryFailure) -> DocumentVersion {
    let source = collection[document]
    let sha256 = digests.content
    let (id, previous) = try documentRow(path: source.path)
    let content = try store(source.source, sha256, after: previous)
    var version = DocumentVersion(
      id: 0, document: id, source: document, sha256: sha256, content: content, previous: previous)
    if let known = try db.number(
      "SELECT id FROM document_version WHERE document = ? AND content = ? AND layout = ?", id, content.id,
      digests.layout)
    {
      version.id = known
      links = try db.rows("SELECT link FROM place WHERE version = ? ORDER BY position", known) { $0[0] }
      return version
    }
    let hashes = source.links.map { FNV1a.hash(key(of: LinkID($0))) }
    let matcher = LinkMatcher(
      db: db, document: id, previous: previous, hashes: hashes,
      key: { [self] in key(of: LinkID(source.links.lowerBound + $0)) },
      context: { [self] in context(of: LinkID(source.links.lowerBound + $0)) })
    links = try matcher.ids()
    try db.run(
      "INSERT INTO document_version (document, content, layout, links) VALUES (?, ?, ?, ?)",
      id, content.id, digests.layout, source.links.count)
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

  /// What makes a link the same in two runs, see `LinkKey`.
  private func key(of id: LinkID) -> String {
    // The identity at hand is that of the URL written out; that of the input differs only for rewritten links.
    if collection[id].fate != .changed, let page = collection.knownPage(of: id) { return page }
    let url = collection.sourceURL(of: id)
    return LinkKey.text(collection[id].fate == .changed ? Identity(of: url) : nil, url: url)
  }

  private func context(of id: LinkID) -> LinkMatcher.Context {
    LinkMatcher.Context(
      title: maskingCredentials(in: collection.title(of: id)),
      section: collection.joinedPath(of: collection[id].section))
  }

  private func writePlaces(_ version: DocumentVersion, _ source: Document) throws(HistoryFailure) {
    let insert = try db.prepare("INSERT INTO place VALUES (?, ?, ?, ?, ?)")
    for (position, index) in source.links.enumerated() {
      let (line, column) = collection.position(of: LinkID(index))
      try insert.run(version.id, position, links[position], line, column)
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
