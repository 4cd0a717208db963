import CurateCore
import LinkIdentity

/// A link as far as its duplicates are concerned.
struct DuplicateCandidate: Sendable {
  let id: LinkID
  let url: String
  /// The page key with the fragment that counts; the URL itself for what has no key.
  let page: String
  let identity: Identity?
  /// What makes links one group: the work, the page or the URL, by the levels that are on; empty if none is.
  let bucket: String
  /// What makes entries of one group candidates for merging, by the levels that merge; empty if none does.
  private(set) var mergeKey: String
  /// The section, document or collection within which entries are merged.
  let scope: Int
  let isEntry: Bool

  /// Whether a link stands in the document, and leads out of it.
  static func isOne(_ link: Link, in collection: Collection) -> Bool {
    link.fate.isPresent && collection.isExternal(link)
  }

  /// Nil for a link that leads nowhere.
  ///
  /// - Parameter collection: with all links identified.
  init?(_ id: LinkID, in collection: Collection, _ options: DedupeStage.Options) {
    let (link, url) = (collection[id], collection.url(of: id))
    guard Self.isOne(link, in: collection), !url.isEmpty else { return nil }
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

  /// Versions of a work may merge; two moments of a video, or two parts of a page, may not.
  private static func mergeKey(of work: WorkID, fragment: String) -> String {
    let attributes = work.attributes.filter { $0.name != "version" }.map { " \($0.name)=\($0.value)" }.joined()
    return "work \(work)\(attributes)" + (fragment.isEmpty ? "" : "#\(fragment)")
  }

  /// As a candidate for merging with others of one key; with none if it is empty.
  func merging(by key: String) -> Self {
    var candidate = self
    candidate.mergeKey = key
    return candidate
  }

  /// The work or page as a whole.
  var whole: String { identity.map { $0.work?.description ?? $0.key } ?? page }

  /// Which part of the whole it is: a section, a moment.
  var part: String {
    guard let identity, let work = identity.work else { return page }
    return Self.mergeKey(of: work, fragment: identity.fragment)
  }

  func isSameWork(as other: Self) -> Bool {
    guard let work = identity?.work, let twin = other.identity?.work else { return false }
    return work.isSameWork(as: twin)
  }

  /// By what measure two links of one group are the same.
  func level(to other: Self) -> DuplicateGroup.Level {
    if url.hasBytes(of: other.url) { return .exact }
    if page.hasBytes(of: other.page) { return .page }
    return isSameWork(as: other) ? .work : .title
  }
}
