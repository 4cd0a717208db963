import CurateCore
import LinkIdentity

/// A link with the keys by which its duplicates are found.
struct DuplicateCandidate: Sendable {
  let id: LinkID
  let url: String
  /// The page key with the fragment that counts; the URL itself for a link without a key.
  let page: String
  let identity: Identity?
  /// The key that the links of one group share: work, page or URL, by the levels that are enabled; empty if none is.
  let bucket: String
  /// The key that entries must share to be merged, by the levels that merge; empty if none does.
  private(set) var mergeKey: String
  /// The number of the section or document within which entries are merged; 0 for the collection.
  let scope: Int
  let isEntry: Bool

  /// Whether a link is present and leads out of its document.
  static func isCandidate(_ link: Link, in collection: Collection) -> Bool {
    link.fate.isPresent && collection.isExternal(link)
  }

  /// Returns nil for a link without a destination.
  ///
  /// - Parameter collection: with all links identified.
  init?(_ id: LinkID, in collection: Collection, _ options: DedupeStage.Options) {
    let (link, url) = (collection[id], collection.url(of: id))
    guard Self.isCandidate(link, in: collection), !url.isEmpty else { return nil }
    self.init(link, url: url, collection.knownIdentity(of: id), options)
  }

  private init(_ link: Link, url: String, _ identity: Identity?, _ options: DedupeStage.Options) {
    id = link.id
    self.url = url
    self.identity = identity
    let work = identity?.work
    if let identity {
      page = identity.fragment.isEmpty ? identity.key : "\(identity.key)#\(identity.fragment)"
    } else {
      page = "url " + url
    }
    let levels = options.levels
    if levels.work != .off, let work {
      bucket = "work \(work)"
    } else {
      bucket = levels.page != .off ? page : levels.exact != .off ? "url " + url : ""
    }
    if levels.work == .merge, let work {
      mergeKey = Self.mergeKey(of: work, fragment: identity?.fragment ?? "")
    } else {
      mergeKey = levels.page == .merge ? page : levels.exact == .merge ? "url " + url : ""
    }
    switch options.scope {
    case .section: scope = link.section.index
    case .document: scope = link.document.index
    case .collection: scope = 0
    }
    isEntry = link.role == .entry
  }

  /// Versions of a work may be merged; two moments of a video, or two parts of a page, may not.
  private static func mergeKey(of work: WorkID, fragment: String) -> String {
    let attributes = work.attributes.filter { $0.name != "version" }.map { " \($0.name)=\($0.value)" }.joined()
    return "work \(work)\(attributes)" + (fragment.isEmpty ? "" : "#\(fragment)")
  }

  /// Returns the candidate with another merge key; it merges with none if the key is empty.
  func merging(by key: String) -> Self {
    var candidate = self
    candidate.mergeKey = key
    return candidate
  }

  /// The key of the work or page as a whole.
  var whole: String { identity.map { $0.work?.description ?? $0.key } ?? page }

  /// The key of the part that the link leads to: a section of a page, a moment of a video.
  var part: String {
    guard let identity, let work = identity.work else { return page }
    return Self.mergeKey(of: work, fragment: identity.fragment)
  }

  func isSameWork(as other: Self) -> Bool {
    guard let work = identity?.work, let otherWork = other.identity?.work else { return false }
    return work.isSameWork(as: otherWork)
  }

  /// Returns the strictest level at which two links of one group are duplicates.
  func level(to other: Self) -> DuplicateGroup.Level {
    if url.hasBytes(of: other.url) { return .exact }
    if page.hasBytes(of: other.page) { return .page }
    return isSameWork(as: other) ? .work : .title
  }
}
