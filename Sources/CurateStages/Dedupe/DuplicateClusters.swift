import CurateCore

/// Entries of one group and scope that may become one: each with the first of them, never through a third.
struct DuplicateClusters {
  struct Member {
    var index: Int
    var fold: TitleFold
    var document: DocumentID
  }

  struct Cluster {
    /// The first is the survivor.
    var members: [Member]
    /// The first of its merge key that has a title, if that is another one.
    var rival: Int?
  }

  private(set) var all: [Cluster] = []
  private let translations: TranslationFamilies
  /// Clusters by merge key and title, several only for translations.
  private var titled: [Key: [Int]] = [:]
  /// Clusters by merge key in the order of their making, several only for translations, none of whose members has a
  /// title yet.
  private var untitled: [String: [Int]] = [:]
  /// The first titled cluster of each merge key.
  private var firstTitled: [String: Int] = [:]

  private struct Key: Hashable {
    var merge: String
    var title: String
  }

  init(_ translations: TranslationFamilies) { self.translations = translations }

  mutating func add(_ index: Int, _ candidate: DuplicateCandidate, _ fold: TitleFold, document: DocumentID) {
    guard !candidate.mergeKey.isEmpty else { return }
    let member = Member(index: index, fold: fold, document: document)
    let merge = candidate.mergeKey
    if fold.kind == .titled {
      addTitled(member, Key(merge: merge, title: fold.text))
    } else if let cluster = accepting(member, among: untitled[merge])
      ?? accepting(member, among: firstTitled[merge].map { [$0] })
    {
      all[cluster].members.append(member)
    } else {
      untitled[merge, default: []].append(all.count)
      all.append(Cluster(members: [member]))
    }
  }

  private mutating func addTitled(_ member: Member, _ key: Key) {
    if let cluster = accepting(member, among: titled[key]) {
      all[cluster].members.append(member)
      return
    }
    if let cluster = accepting(member, among: untitled[key.merge]) {
      all[cluster].members.append(member)
      untitled[key.merge]?.removeAll { $0 == cluster }
      titled[key, default: []].append(cluster)
      firstTitled[key.merge] = firstTitled[key.merge] ?? cluster
      return
    }
    let rival = titled[key] == nil ? firstTitled[key.merge].map { all[$0].titledMember } : nil
    titled[key, default: []].append(all.count)
    firstTitled[key.merge] = firstTitled[key.merge] ?? all.count
    all.append(Cluster(members: [member], rival: rival))
  }

  /// The first of some clusters whose survivor is no translation of the member.
  private func accepting(_ member: Member, among clusters: [Int]?) -> Int? {
    clusters?.first { !translations.areTranslations(all[$0].members[0].document, member.document) }
  }

  /// Survivors whose title differs from that of the first titled entry with their URL, with that entry.
  func rivals(of report: GroupReport) -> [(index: Int, rival: Int)] {
    all.compactMap { cluster in cluster.rival.map { (cluster.members[0].index, $0) } }
  }
}

extension DuplicateClusters.Cluster {
  /// The first member with a title, or the first of all.
  fileprivate var titledMember: Int { (members.first { $0.fold.kind == .titled } ?? members[0]).index }
}
