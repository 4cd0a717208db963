import CurateCore
import LinkIdentity

/// The items that curate sends to a plugin, as lines: those of a collection, or those of a recording.
protocol ItemSource: Sendable {
  var count: Int { get }
  /// Returns the name of an item in error messages, such as "item 3 (list.md:12)".
  func place(of n: Int) -> String
  /// Appends at least one item as a line, and more until there are `limit` bytes.
  ///
  /// - Parameter next: the number of the first item to write; advanced past the last one written.
  mutating func write(from next: inout Int, upTo limit: Int, to bytes: inout [UInt8])
}

/// The links, sections or documents of a collection as items, in order. The collection does not change during the
/// exchange.
struct ItemList: Sendable {
  enum Targets: Sendable {
    case links([LinkID])
    case sections([SectionID])
    case documents([DocumentID])
  }

  let collection: Collection
  let targets: Targets
  let reads: Set<ItemField>
  /// The links of each section; empty unless items are sections.
  let linksBySection: [[LinkID]]
  /// Whether items have additional fields, as in a later version of the protocol. Plugins must ignore those.
  var isLaterVersion = false

  /// - Parameter collection: has its identities computed if the plugin reads them.
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

  /// The number of items.
  var count: Int {
    switch targets {
    case .links(let links): links.count
    case .sections(let sections): sections.count
    case .documents(let documents): documents.count
    }
  }

  /// Returns the name of an item in error messages.
  func place(of n: Int) -> String {
    let (document, line): (DocumentID, Int?) =
      switch targets {
      case .links(let links): (collection[links[n]].document, collection.line(of: links[n]))
      case .sections(let sections): (collection[sections[n]].document, startLine(of: sections[n]))
      case .documents(let documents): (documents[n], nil)
      }
    return "item \(n) (\(collection[document].path)\(line.map { ":\($0)" } ?? ""))"
  }

  /// Returns the line of a section's heading, counted from 1.
  func startLine(of section: SectionID) -> Int {
    let section = collection[section]
    return collection[section.document].line(at: section.offset)
  }
}
