import MarkdownSyntax
import Platform

/// The account of a run: every link of the input is in the output, or merged into a survivor, or removed by a named rule
/// (as a survivor may be, by a later stage); and nothing is in the output that no rule put there.
///
/// It trusts no stage: it parses the output anew and counts.
public struct LinkAccount: Sendable, Equatable {
  /// Links that should be in the output and are not, and how often.
  public var missing: [Discrepancy] = []
  /// Links in the output that nothing accounts for.
  public var unexplained: [Discrepancy] = []

  public struct Discrepancy: Sendable, Equatable {
    public var document: DocumentID
    public var url: String
    public var count: Int
    /// The input's line of a link with this URL; nil if no link of the input has it.
    public var line: Int?
  }

  public var isBalanced: Bool { missing.isEmpty && unexplained.isEmpty }

  /// The account of what the settled edits make of every document.
  public init(of collection: Collection, resolvedEdits: [ResolvedEdits]) {
    self.init(of: collection) { index in
      let resolved = resolvedEdits[index]
      return resolved.edits.isEmpty ? nil : resolved.apply(to: collection[resolved.document].source)
    }
  }

  /// - Parameter outputs: the bytes of each output, nil where a document has no edits (its output is its source).
  public init(of collection: Collection, resolvedEdits: [ResolvedEdits], outputs: [[UInt8]?]) {
    self.init(of: collection) { outputs[$0] }
  }

  /// - Parameter output: gives the bytes of a document's output by its place, nil where it is its source. No more of them
  ///   are held than there are cores.
  private init(of collection: Collection, output: @Sendable (Int) -> [UInt8]?) {
    var added: [DocumentID: [String]] = [:]
    for event in collection.journal.events where event.kind == .add {
      added[event.document, default: []].append(event.after)
    }
    let additions = added
    let tallies = concurrentMap(collection.documents.count, stretch: 1) { range in
      var account = LinkAccount()
      let document = collection.documents[range.lowerBound]
      let output = output(range.lowerBound)
      let isUntouched = output == nil && collection.links[document.links].allSatisfy { $0.fate == .kept }
      guard !isUntouched else { return account }
      account.tally(document, additions[document.id] ?? [], output: output ?? document.source, in: collection)
      return account
    }
    missing = tallies.flatMap(\.missing)
    unexplained = tallies.flatMap(\.unexplained)
  }

  private init() {}

  private mutating func tally(
    _ document: Document, _ added: [String], output: [UInt8], in collection: Collection
  ) {
    for index in document.links {
      let id = LinkID(index)
      guard case .merged(let survivor) = collection[id].fate, !collection.survivorChainEnds(from: survivor) else {
        continue
      }
      missing.append(
        Discrepancy(document: document.id, url: collection.url(of: id), count: 1, line: collection.line(of: id)))
    }
    let present = document.links.lazy.map { LinkID($0) }.filter { collection[$0].fate.isPresent }
    // The usual case: the same links in the same order, told without a list of either.
    var next = present.makeIterator()
    let holdsNoOther = LinkScan.allURLs(in: output) { url in
      next.next().map { collection.withURL(of: $0) { $0.hasBytes(of: url) } } ?? false
    }
    if added.isEmpty, holdsNoOther, next.next() == nil { return }
    let expected = present.map { (collection.url(of: $0), Optional(collection.line(of: $0))) }
    weigh(expected + added.map { ($0, nil) }, against: Array(LinkScan.urls(in: output)), in: document.id)
  }

  /// Counts each URL on both sides, whatever the order.
  private mutating func weigh(
    _ expected: [(url: String, line: Int?)], against actual: [String], in document: DocumentID
  ) {
    var balance: [ByteString: Int] = [:]
    for (url, _) in expected { balance[ByteString(url), default: 0] += 1 }
    for url in actual { balance[ByteString(url), default: 0] -= 1 }
    for (url, line) in expected + actual.map({ ($0, nil) }) {
      guard let count = balance.removeValue(forKey: ByteString(url)), count != 0 else { continue }
      let discrepancy = Discrepancy(document: document, url: url, count: abs(count), line: line)
      if count > 0 { missing.append(discrepancy) } else { unexplained.append(discrepancy) }
    }
  }
}

extension Collection {
  /// Whether the chain of survivors from `id` on ends: at a link in the output, or at one that a later rule removed.
  func survivorChainEnds(from id: LinkID) -> Bool {
    var next = id
    // A chain visits each link at most once; more steps mean a circle.
    for _ in 0...links.count {
      guard case .merged(let survivor) = self[next].fate else { return true }
      next = survivor
    }
    return false
  }
}
