public import CurateCore

/// What a list gained, lost and changed between two runs.
public struct RunDiff: Sendable, Equatable {
  /// In the order of the later run.
  public var added: [LinkSnapshot] = []
  /// In the order of the earlier run.
  public var gone: [LinkSnapshot] = []
  /// In the order of the later run.
  public var changed: [Change] = []

  public struct Change: Sendable, Equatable {
    public var before: LinkSnapshot
    public var after: LinkSnapshot
    /// Never empty.
    public var aspects: [Aspect]
  }

  public enum Aspect: String, Sendable, CaseIterable {
    /// It stands in another section. Another line is no change.
    case section
    case title
    /// The URL that is written out.
    case url
    case labels
    /// Its role or syntax.
    case form
    /// Whether it is kept, changed, merged or removed, and into what.
    case fate
  }

  public var isEmpty: Bool { added.isEmpty && gone.isEmpty && changed.isEmpty }
}

extension History {
  /// What changed from run `a` to run `b`.
  ///
  /// A link that goes while another with its title comes in its section is one link with another URL.
  public func diff(from a: Int64, to b: Int64) throws(HistoryFailure) -> RunDiff {
    let (before, after) = (try states(in: a), try states(in: b))
    var differing: Set<Int64> = []
    for (link, since) in before where after[link] != since { differing.insert(link) }
    for (link, since) in after where before[link] != since { differing.insert(link) }
    guard !differing.isEmpty else { return RunDiff() }
    return RunDiff(from: try links(of: a, amongst: differing), to: try links(of: b, amongst: differing))
  }

  /// Which state each link of a run was in.
  private func states(in run: Int64) throws(HistoryFailure) -> [Int64: Int64] {
    try connection.read { db throws(HistoryFailure) in
      let states = try db.rows(
        """
        SELECT place.link, max(link_state.since)
        FROM run
          JOIN outcome_input ON outcome_input.outcome = run.outcome
          JOIN place ON place.version = outcome_input.version
          JOIN link_state ON link_state.link = place.link AND link_state.since <= run.sequence
        WHERE run.id = ? GROUP BY place.link
        """, run
      ) { row in (row[0] as Int64, row[1] as Int64) }
      return Dictionary(states, uniquingKeysWith: { first, _ in first })
    }
  }
}

extension RunDiff {
  /// - Parameters: links that differ, each as its run had it.
  init(from before: [LinkSnapshot], to after: [LinkSnapshot]) {
    let old = Dictionary(before.map { ($0.link, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(after.map(\.link))
    gone = before.filter { !kept.contains($0.link) }
    for link in after {
      if let was = old[link.link] {
        note(was, link)
      } else if let twin = gone.firstIndex(where: { $0.isSuccessor(link) }) {
        note(gone.remove(at: twin), link)
      } else {
        added.append(link)
      }
    }
  }

  private mutating func note(_ before: LinkSnapshot, _ after: LinkSnapshot) {
    let aspects = Aspect.allCases.filter { $0.differs(before, after) }
    if !aspects.isEmpty { changed.append(Change(before: before, after: after, aspects: aspects)) }
  }
}

extension RunDiff.Aspect {
  func differs(_ a: LinkSnapshot, _ b: LinkSnapshot) -> Bool {
    switch self {
    case .section: (a.document, a.section) != (b.document, b.section)
    case .title: a.title != b.title
    case .url: a.url != b.url || a.originalURL != b.originalURL
    case .labels: (a.hostClass, a.category, a.site, a.institution) != (b.hostClass, b.category, b.site, b.institution)
    case .form: (a.role, a.syntax) != (b.role, b.syntax)
    case .fate: a.fate != b.fate || a.survivor != b.survivor
    }
  }
}

extension LinkSnapshot {
  /// Whether another link took this one's place under the same title.
  func isSuccessor(_ other: LinkSnapshot) -> Bool {
    !title.isEmpty && (title, document, section, role) == (other.title, other.document, other.section, other.role)
  }
}
