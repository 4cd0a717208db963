import LinkIdentity

/// Many documents as one model: flat arrays of documents, sections and links, and the journal of what stages did to
/// them. Links stand in the order of the inputs, then of their place in the text.
public struct Collection: Sendable {
  public let inputs: [Input]
  public internal(set) var documents: [Document] = []
  public internal(set) var sections: [Section] = []
  public internal(set) var links: [Link] = []
  public internal(set) var journal = Journal()
  public internal(set) var duplicates: [DuplicateGroup] = []
  /// What the recipe wants left alone.
  public internal(set) var ignores: [Ignore] = []

  /// Labels by link, once a stage has given them.
  var labels = LinkLabels()
  /// What stages wrote for a link, where it differs from its document.
  var rewrites: [LinkID: Rewrite] = [:]
  /// Page keys and works by link, worked out when first asked for.
  var identities = IdentityTable()
  /// How many items each list and table still has, so that none is emptied.
  var itemCounts = ItemCounts()
  /// Reference links by the definition that they use, once one of them is to change.
  var definitionUses: [DocumentID: [ByteRange: [LinkID]]] = [:]
  /// Blocks that were rewritten as a whole: what stands inside them is beyond the reach of other changes.
  var replacedBlocks: [DocumentID: [Range<Int>]] = [:]

  struct Rewrite: Sendable {
    var url: String?
    /// The destination's bytes for `url`.
    var destination: [UInt8]?
    /// The stage that set `url`, and for which link: uses of one definition must agree.
    var origin: (stage: String, link: LinkID)?
    var title: String?
    /// The text's bytes for `title`.
    var text: [UInt8]?
    /// The whole link as it now reads, where it is no longer put together from its own parts.
    var whole: [UInt8]?
  }

  public init(_ inputs: [Input]) { self.inputs = inputs }

  public subscript(id: DocumentID) -> Document { documents[id.index] }
  public subscript(id: SectionID) -> Section { sections[id.index] }
  public subscript(id: LinkID) -> Link { links[id.index] }
}

/// The place of a value in its collection's array, typed by what it names.
public struct ID<Value>: Hashable, Comparable, Sendable {
  let position: UInt32

  public init(_ index: Int) { position = UInt32(truncatingIfNeeded: index) }
  public var index: Int { Int(position) }
  public static func < (a: Self, b: Self) -> Bool { a.position < b.position }
}

public typealias DocumentID = ID<Document>
public typealias SectionID = ID<Section>
public typealias LinkID = ID<Link>
