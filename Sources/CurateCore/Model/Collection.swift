import LinkIdentity
import MarkdownSyntax

/// Many documents as one model: flat arrays of documents, sections and links, and the journal of what stages did to
/// them. Links stand in the order of the inputs, then of their place in the text.
public struct Collection: Sendable {
  public let inputs: [Input]
  public internal(set) var documents: [Document] = []
  public internal(set) var sections: [Section] = []
  public internal(set) var links: [Link] = []
  public internal(set) var journal = Journal()
  public internal(set) var duplicates: [DuplicateGroup] = []

  /// Labels by link, once a stage has given them.
  var labels: [Labels] = []
  /// What stages wrote for a link, where it differs from its document.
  var rewrites: [LinkID: Rewrite] = [:]
  /// Page keys and works by link, worked out when first asked for.
  var identities: [IdentityState] = []
  /// How many items each list or table has lost, so that none is emptied.
  var losses: [BlockID: Int] = [:]

  struct Rewrite: Sendable {
    var url: String?
    var title: String?
    /// The link whose whole bytes this one took over.
    var source: LinkID?
  }

  enum IdentityState: Sendable {
    case unknown
    case none
    case known(Identity)
  }

  struct BlockID: Hashable, Sendable {
    var document: DocumentID
    var node: NodeID
  }

  public init(_ inputs: [Input]) { self.inputs = inputs }

  public subscript(id: DocumentID) -> Document { documents[id.index] }
  public subscript(id: SectionID) -> Section { sections[id.index] }
  public subscript(id: LinkID) -> Link { links[id.index] }
}
