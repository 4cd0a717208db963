import MarkdownSyntax
import Platform

/// Checks that a run loses no link.
///
/// Every link of the input must be in the output, or merged into a survivor, or removed by a rule. A later stage may remove
/// a survivor. The output must not contain a link that no rule added. The account does not rely on the stages: it parses
/// the output again and counts its links.
public struct LinkAccount: Sendable, Equatable {
  /// URLs that the output should contain and does not.
  public var missing: [Discrepancy] = []
  /// URLs in the output that neither the input nor a rule accounts for.
  public var unexplained: [Discrepancy] = []

  /// A URL that occurs too often or not often enough in an output.
  public struct Discrepancy: Sendable, Equatable {
    /// The document whose output differs.
    public var document: DocumentID
    /// The URL of the links.
    public var url: String
    /// The number of links that are missing or unexplained.
    public var count: Int
    /// The line of the first such link in the input; nil if the input has none.
    public var line: Int?
  }

  /// Whether every link is accounted for.
  public var isBalanced: Bool { missing.isEmpty && unexplained.isEmpty }

  /// Applies the resolved edits to every document and checks the outputs.
  public init(of collection: Collection, resolvedEdits: [ResolvedEdits]) {
    self.init(of: collection) { index in
      let resolved = resolvedEdits[index]
      return resolved.edits.isEmpty ? nil : resolved.apply(to: collection[resolved.document].source)
    }
  }

  /// Checks given outputs.
  ///
  /// - Parameter outputs: the bytes of each output; nil for a document without edits, whose output is its source.
  package init(of collection: Collection, resolvedEdits: [ResolvedEdits], outputs: [[UInt8]?]) {
    self.init(of: collection) { outputs[$0] }
  }

  /// Checks the outputs of all documents on all cores.
  ///
  /// - Parameter output: returns the output of the document with an index; nil if the output is the source. At most one
  ///   output for each core is in memory.
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

  /// Compares the links of one output with those that it should have.
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
    // The usual case: the same links in the same order. It needs no list of either.
    var next = present.makeIterator()
    let hasSameURLs = LinkScan.allURLs(in: output) { url in
      next.next().map { collection.withURL(of: $0) { $0.hasBytes(of: url) } } ?? false
    }
    if added.isEmpty, hasSameURLs, next.next() == nil { return }
    let expected = present.map { (collection.url(of: $0), Optional(collection.line(of: $0))) }
    compare(expected + added.map { ($0, nil) }, with: Array(LinkScan.urls(in: output)), in: document.id)
  }

  /// Compares how often each URL occurs, regardless of order.
  private mutating func compare(
    _ expected: [(url: String, line: Int?)], with actual: [String], in document: DocumentID
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
  /// Whether the chain of survivors that starts at `id` ends, at a link in the output or at a removed link.
  func survivorChainEnds(from id: LinkID) -> Bool {
    var next = id
    // A chain visits each link at most once; more steps mean a cycle.
    for _ in 0...links.count {
      guard case .merged(let survivor) = self[next].fate else { return true }
      next = survivor
    }
    return false
  }
}
