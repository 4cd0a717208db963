/// Links that are duplicates at one level, and the verdict on each.
public struct DuplicateGroup: Sendable, Equatable {
  /// The criterion by which links are compared.
  public enum Level: String, Sendable, CaseIterable {
    /// The same URL, byte for byte.
    case exact
    /// The same page key.
    case page
    /// The same work (a paper, a repository, a video).
    case work
    /// The same title with different keys.
    case title
    /// Another view of the same work or page: a mirror, a reader, another section of the page. Never merged.
    case related
  }

  /// The decision about a member.
  public enum Verdict: String, Sendable {
    /// The others were merged into this link.
    case survivor
    /// The link was merged into the survivor.
    case merged
    /// The link was not merged; the reason says why.
    case kept
    /// The link is outside the scope of merging and only reported.
    case reported
  }

  /// One link of a group.
  public struct Member: Sendable, Equatable {
    /// The link.
    public var link: LinkID
    /// The decision about the link.
    public var verdict: Verdict
    /// For a merged link: the link that it was merged into.
    public var survivor: LinkID?
    /// Why the verdict was reached.
    public var reason: String

    /// Creates a member.
    public init(link: LinkID, verdict: Verdict, survivor: LinkID? = nil, reason: String) {
      self.link = link
      self.verdict = verdict
      self.survivor = survivor
      self.reason = reason
    }
  }

  /// The criterion by which the links were compared.
  public var level: Level
  /// The value that the members share: a URL, a page key, a work id or a title.
  public var key: String
  /// The members in the order of the collection.
  public var members: [Member]

  /// Creates a group.
  public init(level: Level, key: String, members: [Member]) {
    self.level = level
    self.key = key
    self.members = members
  }
}
