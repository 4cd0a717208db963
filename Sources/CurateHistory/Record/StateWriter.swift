import CurateCore
import LinkIdentity

/// Writes the states of links that differ from the last run.
struct StateWriter {
  private let db: Database
  private let sequence: Int64
  private let collection: Collection
  private let linkIDs: [Int64]
  /// The events about links, by document, as indices in the journal.
  private let events: [[Int]]
  private var sections: [SectionID: Int64] = [:]
  /// The hashes of the distinct labels of the collection.
  private let labelHashes: [Int64]
  /// The ids of label rows by hash.
  private var labelRows: [Int64: Int64] = [:]
  private let rows: SharedRows
  private var document: Int64 = 0
  private let insert: Statement
  private let close: Statement

  init(db: Database, sequence: Int64, collection: Collection, linkIDs: [Int64]) throws(HistoryFailure) {
    self.db = db
    self.sequence = sequence
    self.collection = collection
    self.linkIDs = linkIDs
    var events = Array(repeating: [Int](), count: collection.documents.count)
    for (place, event) in collection.journal.events.enumerated() where event.link != nil {
      events[event.document.index].append(place)
    }
    self.events = events
    labelHashes = collection.distinctLabels.map(\.contentHash)
    insert = try db.prepare(
      """
      INSERT INTO link_state (link, since, content, section, role, syntax, title, original_url, url, work, label, fate,
        survivor)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    rows = SharedRows(database: db)
    close = try db.prepare("UPDATE link_state SET until = ? WHERE link = ? AND since = ?")
  }

  /// Writes the states of the links of one document.
  mutating func write(_ version: DocumentVersion, curateVersion: String) throws(HistoryFailure) {
    let fingerprint = fingerprint(of: version, curateVersion)
    let known: [UInt8]?? = try db.first("SELECT fingerprint FROM document WHERE id = ?", version.document) { $0[0] }
    guard known != fingerprint else { return }
    document = version.document
    var open = try openStates(of: version)
    for index in collection[version.source].links {
      let id = linkIDs[index]
      let state = try state(of: LinkID(index))
      if let before = open.take(id) {
        guard before.content != state.content else { continue }
        try close.run(sequence, id, before.since)
      }
      try insert.run(
        id, sequence, state.content, state.section, state.role, state.syntax, state.title, state.original, state.url,
        state.work, state.label, state.fate, state.survivor)
    }
    for state in open.remaining { try close.run(sequence, state.link, state.since) }
    try db.run(
      "UPDATE document SET version = ?, fingerprint = ? WHERE id = ?", version.id, fingerprint, version.document)
  }

  /// Returns a digest of everything that determines the link states of a document: its parsed content, the events, the
  /// labels.
  private func fingerprint(of version: DocumentVersion, _ curateVersion: String) -> [UInt8] {
    var digest = Digest()
    digest.add(curateVersion)
    digest.add(version.id)
    for event in events[version.source.index].lazy.map({ collection.journal.events[$0] }) {
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
      if let number = collection.labelsIndex(of: LinkID(index)) { digest.add(labelHashes[number]) }
    }
    return digest.finish()
  }

  /// Returns the states that hold for the links of the previous version.
  private func openStates(of version: DocumentVersion) throws(HistoryFailure) -> OpenStates {
    guard let previous = version.previous else { return OpenStates([]) }
    return OpenStates(
      try db.rows(
        """
        SELECT place.link, since, content FROM place JOIN link_state ON link_state.link = place.link
        WHERE version = ? AND until IS NULL
        """, previous
      ) { OpenStates.State(link: $0[0], since: $0[1], content: $0[2]) })
  }

  /// A row of `link_state`.
  private struct State {
    var section: Int64
    var role: String
    var syntax: String
    var title: String
    var original: String
    /// Nil if it equals the original.
    var url: String?
    var work: String?
    var label: Int64?
    var fate: String
    var survivor: Int64?

    /// The hash of all columns.
    var content: Int64 {
      var hash = FNV1a()
      hash.add(section)
      hash.add(label ?? 0)
      hash.add(survivor ?? 0)
      hash.add(role)
      hash.add(syntax)
      hash.add(title)
      hash.add(original)
      hash.add(url ?? "")
      hash.add(work ?? "")
      hash.add(fate)
      return hash.value
    }
  }

  private mutating func state(of id: LinkID) throws(HistoryFailure) -> State {
    let link = collection[id]
    var survivor: Int64?
    if case .merged(let other) = link.fate { survivor = linkIDs[other.index] }
    let original = maskingCredentials(in: collection.original(of: id))
    let url = maskingCredentials(in: collection.url(of: id))
    var label: Int64?
    if let number = collection.labelsIndex(of: id) { label = try labelRow(number) }
    return State(
      section: try sectionID(link.section), role: link.role.rawValue, syntax: link.syntax.rawValue,
      title: maskingCredentials(in: collection.title(of: id)),
      original: original, url: url == original ? nil : url,
      work: collection.knownWork(of: id),
      label: label,
      fate: link.fate.name, survivor: survivor)
  }

  private mutating func sectionID(_ section: SectionID) throws(HistoryFailure) -> Int64 {
    if let known = sections[section] { return known }
    let path = maskingCredentials(in: collection.joinedPath(of: section))
    let id = try rows.id(ofSection: path, document: document)
    sections[section] = id
    return id
  }

  /// - Parameter number: an index in the distinct labels.
  private mutating func labelRow(_ number: Int) throws(HistoryFailure) -> Int64 {
    let hash = labelHashes[number]
    if let known = labelRows[hash] { return known }
    let id = try rows.id(of: collection.distinctLabels[number], content: hash)
    labelRows[hash] = id
    return id
  }
}

/// The states of links that still hold.
private struct OpenStates {
  struct State {
    var link: Int64
    var since: Int64
    var content: Int64
  }

  /// Sorted by link.
  private let states: [State]
  private var isTaken: [Bool]

  init(_ states: [State]) {
    self.states = states.sorted { $0.link < $1.link }
    isTaken = Array(repeating: false, count: states.count)
  }

  /// Takes the state of a link. Returns nil if there is none or it was taken before.
  mutating func take(_ link: Int64) -> State? {
    var (low, high) = (0, states.count)
    while low < high {
      let middle = (low + high) / 2
      if states[middle].link < link { low = middle + 1 } else { high = middle }
    }
    guard low < states.count, states[low].link == link, !isTaken[low] else { return nil }
    isTaken[low] = true
    return states[low]
  }

  /// The states that were not taken, sorted by link.
  var remaining: [State] { states.indices.filter { !isTaken[$0] }.map { states[$0] } }
}

/// Finds or inserts the rows that many link states share.
private struct SharedRows {
  let database: Database

  func id(ofSection path: String, document: Int64) throws(HistoryFailure) -> Int64 {
    if let known = try database.number("SELECT id FROM section WHERE document = ? AND path = ?", document, path) {
      return known
    }
    try database.run("INSERT INTO section (document, path) VALUES (?, ?)", document, path)
    return database.lastInsertedRowID
  }

  /// - Parameter content: the hash of the label's columns.
  func id(of label: Labels, content: Int64) throws(HistoryFailure) -> Int64 {
    if let known = try database.number("SELECT id FROM label WHERE content = ?", content) { return known }
    try database.run(
      """
      INSERT INTO label (content, host_class, host_class_rule, category, category_rule, site, institution)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      content, label.hostClass.rawValue, label.hostClassRule, label.category.rawValue, label.categoryRule, label.site,
      label.institution)
    return database.lastInsertedRowID
  }
}

extension Labels {
  /// A hash of the columns of `label`.
  var contentHash: Int64 {
    var hash = FNV1a()
    for column in [hostClass.rawValue, hostClassRule, category.rawValue, categoryRule, site, institution] {
      hash.add(column)
    }
    return hash.value
  }
}
