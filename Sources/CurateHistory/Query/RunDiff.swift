public import CurateCore

/// The links that were added, removed and changed between two runs.
public struct RunDiff: Sendable, Equatable {
  /// Links that only the later run read, in its order.
  public var added: [LinkSnapshot] = []
  /// Links that only the earlier run read, in its order.
  public var gone: [LinkSnapshot] = []
  /// Links that differ, in the order of the later run.
  public var changed: [Change] = []

  /// A link that differs between the two runs.
  public struct Change: Sendable, Equatable {
    public var before: LinkSnapshot
    public var after: LinkSnapshot
    /// The properties that differ; never empty.
    public var aspects: [Aspect]
  }

  /// A property of a link that can differ.
  public enum Aspect: String, Sendable, CaseIterable {
    /// The document or section. Another line is not a change.
    case section
    case title
    /// The URL in the input or in the output.
    case url
    case labels
    /// The role or syntax.
    case form
    /// Whether the link is kept, changed, merged or removed, and its survivor.
    case fate
  }

  /// Whether the runs do not differ.
  public var isEmpty: Bool { added.isEmpty && gone.isEmpty && changed.isEmpty }
}

extension History {
  /// Returns what changed from run `a` to run `b`.
  ///
  /// A removed link and an added link with the same title, section and role count as one link with a new URL.
  public func diff(from a: Int64, to b: Int64) throws(HistoryFailure) -> RunDiff {
    let (before, after) = (try states(in: a), try states(in: b))
    var differing: Set<Int64> = []
    for (link, since) in before where after[link] != since { differing.insert(link) }
    for (link, since) in after where before[link] != since { differing.insert(link) }
    guard !differing.isEmpty else { return RunDiff() }
    return RunDiff(from: try links(of: a, among: differing), to: try links(of: b, among: differing))
  }

  /// Returns the state of each link of a run, identified by its `since`.
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
  /// Compares links that differ.
  ///
  /// - Parameters:
  ///   - before: the links as the earlier run read them.
  ///   - after: the links as the later run read them.
  init(from before: [LinkSnapshot], to after: [LinkSnapshot]) {
    let old = Dictionary(before.map { ($0.link, $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(after.map(\.link))
    gone = before.filter { !kept.contains($0.link) }
    for link in after {
      if let before = old[link.link] {
        add(before, link)
      } else if let index = gone.firstIndex(where: { $0.isReplaced(by: link) }) {
        add(gone.remove(at: index), link)
      } else {
        added.append(link)
      }
    }
  }

  private mutating func add(_ before: LinkSnapshot, _ after: LinkSnapshot) {
    let aspects = Aspect.allCases.filter { $0.differs(before, after) }
    if !aspects.isEmpty { changed.append(Change(before: before, after: after, aspects: aspects)) }
  }
}

extension RunDiff.Aspect {
  /// Returns whether two states of a link differ in this property.
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
  /// Returns whether `other` replaced this link: it has the same title, document, section and role.
  func isReplaced(by other: LinkSnapshot) -> Bool {
    !title.isEmpty && (title, document, section, role) == (other.title, other.document, other.section, other.role)
  }
}
