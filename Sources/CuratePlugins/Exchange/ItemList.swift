import CurateCore
import LinkIdentity

/// What a plugin is asked about, in order: links, sections or documents of a collection that does not change meanwhile.
struct ItemList: Sendable {
  enum Targets: Sendable {
    case links([LinkID])
    case sections([SectionID])
    case documents([DocumentID])
  }

  let collection: Collection
  let targets: Targets
  let reads: Set<ItemField>
  /// By section; empty where sections are not what is asked about.
  let linksBySection: [[LinkID]]
  /// Items tell what a later version of the protocol might tell, which plugins must ignore.
  var isLaterVersion = false

  /// - Parameter collection: with its identities worked out if the plugin reads them.
  init(_ collection: Collection, for manifest: PluginManifest) {
    self.collection = collection
    reads = manifest.reads
    var linksBySection: [[LinkID]] = []
    if manifest.scope == .section {
      linksBySection = Array(repeating: [], count: collection.sections.count)
      for link in collection.links { linksBySection[link.section.index].append(link.id) }
    }
    self.linksBySection = linksBySection
    switch manifest.scope {
    case .link: targets = .links(collection.links.lazy.filter(\.fate.isPresent).map(\.id))
    case .section: targets = .sections(collection.sections.map(\.id))
    case .document: targets = .documents(collection.documents.map(\.id))
    }
  }

  var count: Int {
    switch targets {
    case .links(let links): links.count
    case .sections(let sections): sections.count
    case .documents(let documents): documents.count
    }
  }

  /// How errors name an item.
  func place(of n: Int) -> String {
    let (document, line): (DocumentID, Int?) =
      switch targets {
      case .links(let links): (collection[links[n]].document, collection.line(of: links[n]))
      case .sections(let sections): (collection[sections[n]].document, startLine(of: sections[n]))
      case .documents(let documents): (documents[n], nil)
      }
    return "item \(n) (\(collection[document].path)\(line.map { ":\($0)" } ?? ""))"
  }

  func startLine(of section: SectionID) -> Int {
    let section = collection[section]
    return collection[section.document].line(at: section.offset)
  }
}
