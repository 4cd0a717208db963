import CurateCore
import LinkIdentity

/// Reports links that are related but not duplicates: two parts of one page, or a work and a page that mirrors it.
struct RelatedPages {
  private struct RelatedLink {
    let id: LinkID
    /// The page key with the fragment that counts.
    let page: String
    let identity: Identity
  }

  private let links: [RelatedLink]

  /// - Parameter collection: with all links identified.
  init(in collection: Collection) {
    links = collection.relationCandidates.compactMap { id in
      guard DuplicateCandidate.isCandidate(collection[id], in: collection),
        let identity = collection.knownIdentity(of: id), let page = collection.knownPage(of: id)
      else { return nil }
      return RelatedLink(id: id, page: page, identity: identity)
    }
  }

  func report(to collection: inout Collection) {
    for group in parts() where Set(group.map { links[$0].page }).count > 1 {
      report(group, key: links[group[0]].identity.key, "another part of the page on", to: &collection)
    }
    for group in mirrors()
    where group.contains(where: isMirror) && Set(group.map { links[$0].identity.key }).count > 1 {
      let identity = links[group[0]].identity
      let key = (identity.work ?? identity.related.first)?.description ?? ""
      report(group, key: key, "shows the same work as", to: &collection)
    }
  }

  /// Groups the links to each page that has a link to one of its parts.
  private func parts() -> [[Int]] {
    // Few links have a fragment, and only their pages can have parts.
    var pages: Set<String> = []
    for link in links where !link.identity.fragment.isEmpty { pages.insert(link.identity.key) }
    guard !pages.isEmpty else { return [] }
    var groups = NamedGroups()
    for (index, link) in links.enumerated() where pages.contains(link.identity.key) {
      groups.add(index, to: link.identity.key)
    }
    return groups.ofSeveral
  }

  /// Groups the links to each work that a page mirrors with the links to its mirrors.
  private func mirrors() -> [[Int]] {
    let mirrored = Set(links.flatMap { $0.identity.related.map(\.description) })
    guard !mirrored.isEmpty else { return [] }
    var groups = NamedGroups()
    for (index, link) in links.enumerated() {
      if let work = link.identity.work?.description, mirrored.contains(work) { groups.add(index, to: work) }
      for work in link.identity.related.lazy.map(\.description) where mirrored.contains(work) {
        groups.add(index, to: work)
      }
    }
    return groups.ofSeveral
  }

  private func isMirror(_ index: Int) -> Bool { !links[index].identity.related.isEmpty }

  private func report(_ group: [Int], key: String, _ relation: String, to collection: inout Collection) {
    let first = links[group[0]].id
    var members = [DuplicateGroup.Member(link: first, verdict: .reported, reason: "first of \(group.count.grouped)")]
    for index in group.dropFirst() {
      let id = links[index].id
      let reason = "\(relation) \(collection.linePhrase(of: first, from: collection[id].document))"
      members.append(DuplicateGroup.Member(link: id, verdict: .reported, survivor: first, reason: reason))
      if members.count == 2 { collection.report(reason, rule: "related-page", severity: .note, link: id) }
    }
    collection.report(DuplicateGroup(level: .related, key: key, members: members))
  }
}
