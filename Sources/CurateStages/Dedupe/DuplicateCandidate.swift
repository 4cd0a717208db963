import CurateCore
import LinkIdentity

/// A link as far as its duplicates are concerned.
struct DuplicateCandidate {
  let id: LinkID
  let url: String
  /// The page key with the fragment that counts; the URL itself for what has no key.
  let page: String
  let identity: Identity?
  /// What makes links one group: the work, the page or the URL, by the levels that are on.
  var bucket: String
  /// What makes entries of one group candidates for merging, by the levels that merge; empty if none does.
  var mergeKey: String
  /// The section, document or collection within which entries are merged.
  let scope: Int
  let isEntry: Bool

  /// Links that lead somewhere, in the order of the collection.
  static func all(in collection: inout Collection, _ options: DedupeStage.Options) -> [Self] {
    var candidates: [Self] = []
    candidates.reserveCapacity(collection.links.count)
    collection.identifyAll()
    for index in collection.links.indices {
      let link = collection.links[index]
      guard link.fate.isPresent, collection.isExternal(link) else { continue }
      let url = collection.url(of: link.id)
      guard !url.isEmpty else { continue }
      let identity = collection.knownIdentity(of: link.id)
      candidates.append(Self(link, url: url, identity, options))
    }
    return candidates
  }

  private init(_ link: Link, url: String, _ identity: Identity?, _ options: DedupeStage.Options) {
    id = link.id
    self.url = url
    self.identity = identity
    let fragment = identity.map { $0.fragment.isEmpty ? "" : "#" + $0.fragment } ?? ""
    page = identity.map { $0.key + fragment } ?? "url " + url
    let work = identity?.work
    // Versions of a work may merge; two moments of a video, or two parts of a page, may not.
    let attributes = work?.attributes.filter { $0.name != "version" }.map { " \($0.name)=\($0.value)" }.joined() ?? ""
    let workKey = work.map { "work \($0)\(attributes)\(fragment)" }
    let levels = options.levels
    bucket = Self.first([
      (levels.work != .off, work.map { "work \($0)" }), (levels.page != .off, page),
      (levels.exact != .off, "url " + url),
    ])
    mergeKey = Self.first([
      (levels.work == .merge, workKey), (levels.page == .merge, page), (levels.exact == .merge, "url " + url),
    ])
    switch options.scope {
    case .section: scope = link.section.index
    case .document: scope = link.document.index
    case .collection: scope = 0
    }
    isEntry = link.role == .entry
  }

  private static func first(_ choices: [(isOn: Bool, key: String?)]) -> String {
    choices.first { $0.isOn && $0.key != nil }?.key ?? ""
  }

  /// Links with one title of at least four words that are no duplicates by their URLs.
  static func titleBuckets(of candidates: [Self], in collection: Collection, _ options: DedupeStage.Options) -> [[Self]]
  {
    let titled = candidates.compactMap { candidate -> Self? in
      guard collection[candidate.id].fate.isPresent else { return nil }
      let fold = TitleFold(collection.title(of: candidate.id), url: candidate.url)
      guard fold.kind == .titled, fold.wordCount >= 4 else { return nil }
      var byTitle = candidate
      byTitle.bucket = fold.text
      byTitle.mergeKey = options.levels.title == .merge ? fold.text : ""
      return byTitle
    }
    return Buckets(titled, by: \.bucket).filter { bucket in
      bucket.contains { $0.page != bucket[0].page && !$0.isSameWork(as: bucket[0]) }
    }
  }

  func isSameWork(as other: Self) -> Bool {
    guard let work = identity?.work, let twin = other.identity?.work else { return false }
    return work.isSameWork(as: twin)
  }

  /// By what measure two links of one group are the same.
  func level(to other: Self) -> DuplicateGroup.Level {
    if url.utf8.elementsEqual(other.url.utf8) { return .exact }
    if page.utf8.elementsEqual(other.page.utf8) { return .page }
    return isSameWork(as: other) ? .work : .title
  }
}

/// Groups of at least two, in the order of their first members.
struct Buckets: Sequence {
  private var groups: [[DuplicateCandidate]] = []

  init(_ candidates: [DuplicateCandidate], by key: KeyPath<DuplicateCandidate, String>) {
    var places: [ByteString: Int] = [:]
    places.reserveCapacity(candidates.count)
    // Nearly all links have no twin: a group becomes an array of its own with its second member.
    var members: [(first: Int, others: [Int])] = []
    for index in candidates.indices where !candidates[index][keyPath: key].isEmpty {
      let name = ByteString(candidates[index][keyPath: key])
      if let place = places[name] {
        members[place].others.append(index)
      } else {
        places[name] = members.count
        members.append((index, []))
      }
    }
    for (first, others) in members where !others.isEmpty {
      groups.append([candidates[first]] + others.map { candidates[$0] })
    }
  }

  func makeIterator() -> IndexingIterator<[[DuplicateCandidate]]> { groups.makeIterator() }
}
