import LinkIdentity

/// Several documents as one model: flat arrays of documents, sections and links, and a journal of all changes.
///
/// Links are ordered by input, then by position in the text.
public struct Collection: Sendable {
  /// The files to parse, in the order given.
  public let inputs: [Input]
  /// One document for each input, in the same order; empty before `parse`.
  public internal(set) var documents: [Document] = []
  /// The sections of all documents, in document order.
  public internal(set) var sections: [Section] = []
  /// The links of all documents, in document order.
  public internal(set) var links: [Link] = []
  /// The events, edits and findings of all stages so far.
  public internal(set) var journal = Journal()
  /// The duplicate groups that stages have reported.
  public internal(set) var duplicates: [DuplicateGroup] = []
  /// The entries of the recipe's `ignore:`.
  package internal(set) var ignores: [Ignore] = []

  /// Labels by link, after a stage has set them.
  var labels = LinkLabels()
  /// Changed URLs and texts of links.
  var rewrites: [LinkID: Rewrite] = [:]
  /// Page keys and work ids by link, computed on first use.
  var identities = IdentityTable()
  /// The number of items left in each list and table, so that none becomes empty.
  var itemCounts = ItemCounts()
  /// Reference links by the definition they use, for documents in which one of them has changed.
  var definitionUses: [DocumentID: [ByteRange: [LinkID]]] = [:]
  /// Blocks that were rewritten as a whole. Nothing inside them can be changed again.
  var replacedBlocks: [DocumentID: [Range<Int>]] = [:]

  /// The changed URL and text of a link.
  struct Rewrite: Sendable {
    var url: String?
    /// The destination's bytes for `url`.
    var destination: [UInt8]?
    /// The stage and link for which `url` was set: all uses of one definition must agree.
    var origin: (stage: String, link: LinkID)?
    var title: String?
    /// The bytes of the link text for `title`.
    var text: [UInt8]?
    /// All bytes of the link, if it was replaced as a whole instead of in parts.
    var whole: [UInt8]?
  }

  /// Creates a collection; `parse` must run before it has documents.
  public init(_ inputs: [Input]) { self.inputs = inputs }

  /// The document with an id.
  public subscript(id: DocumentID) -> Document { documents[id.index] }
  /// The section with an id.
  public subscript(id: SectionID) -> Section { sections[id.index] }
  /// The link with an id.
  public subscript(id: LinkID) -> Link { links[id.index] }
}

/// A typed index: the position of a document, section or link in its array of `Collection`.
public struct ID<Value>: Hashable, Comparable, Sendable {
  let position: UInt32

  /// Creates the id of the value at an index.
  public init(_ index: Int) { position = UInt32(truncatingIfNeeded: index) }
  /// The index in the collection's array.
  public var index: Int { Int(position) }
  /// Orders ids by index.
  public static func < (a: Self, b: Self) -> Bool { a.position < b.position }
}

/// Identifies a document of a collection.
public typealias DocumentID = ID<Document>
/// Identifies a section of a collection.
public typealias SectionID = ID<Section>
/// Identifies a link of a collection.
public typealias LinkID = ID<Link>
