import CurateCore
import LinkIdentity
import Platform

/// A row of `document_version`.
struct DocumentVersion {
  var id: Int64
  /// The id of the document in the database.
  var document: Int64
  /// The document in the collection.
  var source: DocumentID
  /// The SHA-256 of the content.
  var sha256: [UInt8]
  var content: BlobStore.Blob
  /// The version that the last run read; nil for a new document.
  var previous: Int64?
}

/// Finds or writes the version of one document and assigns the ids of its links. All links must be identified.
struct DocumentWriter {
  let db: Database
  let collection: Collection
  let document: DocumentID
  let digests: DocumentDigests
  /// The ids of the document's links in document order, set by `write`.
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

  /// Finds or inserts the row of the document, and returns its id and the version that the last run read.
  private func documentRow(path: String) throws(HistoryFailure) -> (id: Int64, version: Int64?) {
    let known = try db.first("SELECT id, version FROM document WHERE path = ?", path) { row in
      (id: row[0] as Int64, version: row[1] as Int64?)
    }
    if let known { return known }
    try db.run("INSERT INTO document (path) VALUES (?)", path)
    return (db.lastInsertedRowID, nil)
  }

  /// Stores the content, with the content of the previous version as base.
  private func store(
    _ bytes: [UInt8], _ sha256: [UInt8], after previous: Int64?
  ) throws(HistoryFailure) -> BlobStore.Blob {
    let blobs = BlobStore(db: db)
    if let known = try blobs.find(sha256) { return known }
    let base = try db.first(
      """
      SELECT blob.id, depth, redacted FROM document_version JOIN blob ON blob.id = content
      WHERE document_version.id = ?
      """, previous
    ) { BlobStore.Blob(id: $0[0], depth: $0[1], isRedacted: $0[2]) }
    guard let base, let baseBytes = try blobs.contents(of: base.id) else {
      return try blobs.store(bytes, sha256: sha256)
    }
    return try blobs.store(bytes, sha256: sha256, base: (base, baseBytes))
  }

  /// Returns what identifies a link across runs, see `LinkKey`.
  private func key(of id: LinkID) -> String {
    // The known page key is that of the URL in the output. The key of the URL in the input differs only for changed
    // links.
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

extension Collection {
  /// Returns the path of a section in the form that the history stores.
  func joinedPath(of section: SectionID) -> String { path(of: section).joined(separator: " > ") }
}

/// Digests that show whether a document is the same as in another run.
struct DocumentDigests: Sendable {
  /// The SHA-256 of its bytes.
  var content: [UInt8] = []
  /// The SHA-256 of the links that the parser found: another parser may find them at other positions.
  var layout: [UInt8] = []

  /// Computes the digests of all documents of a collection, on all cores.
  static func all(in collection: Collection) -> [DocumentDigests] {
    let documents = collection.documents
    let digests = concurrentMap(2 * documents.count, stretch: 1) { range in
      let document = documents[range.lowerBound / 2]
      return range.lowerBound.isMultiple(of: 2)
        ? Digest.sha256(of: document.source) : layout(of: document, in: collection)
    }
    return documents.indices.map { DocumentDigests(content: digests[2 * $0], layout: digests[2 * $0 + 1]) }
  }

  private static func layout(of source: Document, in collection: Collection) -> [UInt8] {
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
}
