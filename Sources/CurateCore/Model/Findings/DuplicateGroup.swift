/// Links that are the same by one measure, and what was decided about each.
public struct DuplicateGroup: Sendable, Equatable {
  public enum Level: String, Sendable, CaseIterable {
    /// The same URL, byte for byte.
    case exact
    /// The same page key.
    case page
    /// The same work (a paper, a repository, a video).
    case work
    /// The same title under different keys.
    case title
    /// Another view of a work or page: a mirror, a reader, another section of the page. Never merged.
    case related
  }

  public enum Verdict: String, Sendable {
    /// The link that the others were merged into.
    case survivor
    case merged
    /// It stays, and the reason says why.
    case kept
    /// Beyond the scope of merging: told, not touched.
    case reported
  }

  public struct Member: Sendable, Equatable {
    public var link: LinkID
    public var verdict: Verdict
    public var survivor: LinkID?
    public var reason: String

    public init(link: LinkID, verdict: Verdict, survivor: LinkID? = nil, reason: String) {
      self.link = link
      self.verdict = verdict
      self.survivor = survivor
      self.reason = reason
    }
  }

  public var level: Level
  /// What the members have in common: a URL, a page key, a work id or a title.
  public var key: String
  /// In the order of the collection.
  public var members: [Member]

  public init(level: Level, key: String, members: [Member]) {
    self.level = level
    self.key = key
    self.members = members
  }
}
