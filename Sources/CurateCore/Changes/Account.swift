import MarkdownSyntax

/// The account of a run: every link of the input is in the output, or merged into a survivor, or removed by a named rule
/// (as a survivor may be, by a later stage); and nothing is in the output that no rule put there.
///
/// It trusts no stage: it parses the output anew and counts.
public struct Account: Sendable, Equatable {
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

  /// - Parameters:
  ///   - settlements: the settled edits of every document.
  ///   - outputs: the bytes of each output, nil where a document has no edits (its output is its source).
  public init(of collection: Collection, settlements: [Settlement], outputs: [[UInt8]?]) {
    var added: [DocumentID: [String]] = [:]
    for event in collection.journal.events where event.kind == .add {
      added[event.document, default: []].append(event.after)
    }
    for (settlement, output) in zip(settlements, outputs) {
      let document = collection[settlement.document]
      let isUntouched = output == nil && collection.links[document.links].allSatisfy { $0.fate == .kept }
      guard !isUntouched else { continue }
      let tree = output.map { MarkdownTree(parsing: $0) } ?? document.tree
      tally(document, added[document.id] ?? [], output: tree, in: collection)
    }
  }

  private mutating func tally(
    _ document: Document, _ added: [String], output: MarkdownTree, in collection: Collection
  ) {
    var expected: [(url: String, line: Int?)] = []
    for index in document.links {
      let id = LinkID(index)
      switch collection[id].fate {
      case .kept, .changed: expected.append((collection.url(of: id), collection.line(of: id)))
      case .merged(let survivor):
        if !collection.hasEnd(survivor) {
          missing.append(
            Discrepancy(
              document: document.id, url: collection.url(of: id), count: 1, line: collection.line(of: id)))
        }
      case .removed: break
      }
    }
    expected += added.map { ($0, nil) }
    let actual = LinkScan.urls(in: output)
    // The usual case: the same links in the same order, told without a table of counts.
    let isSame =
      expected.count == actual.count
      && zip(expected, actual).allSatisfy { $0.url.hasBytes(of: $1) }
    if !isSame { weigh(expected, against: actual, in: document.id) }
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
  func hasEnd(_ id: LinkID) -> Bool {
    var next = id
    // A chain visits each link at most once; more steps mean a circle.
    for _ in 0...links.count {
      guard case .merged(let survivor) = self[next].fate else { return true }
      next = survivor
    }
    return false
  }
}
