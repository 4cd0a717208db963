import CurateCore

/// Clusters of entries of one group and scope that may be merged. Each member matches the first one directly, never through
/// a third.
struct DuplicateClusters {
  struct Member {
    var index: Int
    var title: FoldedTitle
    var document: DocumentID
  }

  struct Cluster {
    /// The first is the survivor.
    var members: [Member]
    /// The first titled entry with the same merge key, if its title differs.
    var titleConflict: Int?
  }

  private(set) var all: [Cluster] = []
  private let translations: TranslationFamilies
  /// Clusters by merge key and title. Only translations have several for one key.
  private var titled: [TitleKey: [Int]] = [:]
  /// Clusters without a titled member by merge key, in the order of their creation. Only translations have several for one
  /// key.
  private var untitled: [String: [Int]] = [:]
  /// The first titled cluster of each merge key.
  private var firstTitled: [String: Int] = [:]

  private struct TitleKey: Hashable {
    var merge: String
    var title: String
  }

  init(_ translations: TranslationFamilies) { self.translations = translations }

  mutating func add(_ index: Int, _ candidate: DuplicateCandidate, _ title: FoldedTitle, document: DocumentID) {
    guard !candidate.mergeKey.isEmpty else { return }
    let member = Member(index: index, title: title, document: document)
    let merge = candidate.mergeKey
    if title.kind == .titled {
      addTitled(member, TitleKey(merge: merge, title: title.text))
    } else if let cluster = accepting(member, among: untitled[merge])
      ?? accepting(member, among: firstTitled[merge].map { [$0] })
    {
      all[cluster].members.append(member)
    } else {
      untitled[merge, default: []].append(all.count)
      all.append(Cluster(members: [member]))
    }
  }

  private mutating func addTitled(_ member: Member, _ key: TitleKey) {
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
    let conflict = titled[key] == nil ? firstTitled[key.merge].map { all[$0].titledMember } : nil
    titled[key, default: []].append(all.count)
    firstTitled[key.merge] = firstTitled[key.merge] ?? all.count
    all.append(Cluster(members: [member], titleConflict: conflict))
  }

  /// Returns the first of some clusters whose survivor is not in a translation of the member's document.
  private func accepting(_ member: Member, among clusters: [Int]?) -> Int? {
    clusters?.first { !translations.areTranslations(all[$0].members[0].document, member.document) }
  }

  /// Survivors whose title differs from that of the first titled entry with their key, each with that entry.
  var titleConflicts: [(index: Int, other: Int)] {
    all.compactMap { cluster in cluster.titleConflict.map { (cluster.members[0].index, $0) } }
  }
}

extension DuplicateClusters.Cluster {
  /// The index of the first titled member, or of the first member if none is titled.
  fileprivate var titledMember: Int { (members.first { $0.title.kind == .titled } ?? members[0]).index }
}
