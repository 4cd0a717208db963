public import LinkIdentity

/// Everything that stages did to a collection, in order: what happened (events), how the text changes (edits), and what
/// people should know (findings).
public struct Journal: Sendable {
  public internal(set) var events: [Event] = []
  public internal(set) var edits: [Edit] = []
  public internal(set) var findings: [Finding] = []
  /// What is wrong with the recipe's own wishes, in the recipe's order.
  public internal(set) var recipeFindings: [RecipeFinding] = []
  /// The stage whose changes are being recorded; set by the runner.
  public internal(set) var stage = ""
  /// What the stage says of its work in one line, if it says more than its counts.
  public internal(set) var summary: String?

  public var hasFindings: Bool { !findings.isEmpty || !recipeFindings.isEmpty }

  /// How many findings there are of a severity, those about the recipe included.
  public func findingCount(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity } + recipeFindings.count { $0.severity == severity }
  }
}

/// One decision of a stage and its reason: a row of the history.
public struct Event: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A field of a link got another value.
    case set
    /// A link went without a survivor.
    case remove
    /// A link went; `other` stands for it.
    case merge
    /// A link came that was not in the input.
    case add
    /// Markers, white space or a whole block were rewritten.
    case edit
  }

  public var kind: Kind
  public var document: DocumentID
  /// Byte offset in the input.
  public var offset: Int
  public var link: LinkID?
  /// For a merge: the survivor.
  public var other: LinkID?
  public var stage: String
  public var rule: RuleID
  public var reason: String
  /// What changed: `url`, `title`, `link`, `item`, `marker`, `space`, `toc` …
  public var field: String
  public var before: String
  public var after: String
}

/// A piece of text that replaces another.
public struct Edit: Sendable, Equatable {
  /// What an edit is about, in the order in which one gives way to another where they overlap.
  public enum Priority: Int, Sendable, Comparable {
    /// Markers and white space.
    case layout
    /// A link, or a part of one.
    case link
    /// An item or row that goes.
    case item
    /// A block that was written anew.
    case block

    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  public var document: DocumentID
  /// Bytes of the source; empty for an insertion.
  public var range: Range<Int>
  public var replacement: [UInt8]
  /// The event that it carries out, by its place in `Journal.events`.
  public var event: Int
  public var priority: Priority
}

/// Which bytes an event is about and what it says, before the journal adds the stage.
struct Change {
  var kind: Event.Kind
  var link: LinkID?
  var other: LinkID?
  var rule: RuleID
  var reason: String
  var field: String
  var before: String
  var after: String
}

extension Collection {
  /// Names the stage whose changes follow.
  public mutating func begin(stage: String) {
    journal.stage = stage
    journal.summary = nil
  }

  /// One line for the terminal in place of the stage's bare counts: `13 merged; 2 kept, titles differ`.
  public mutating func summarize(_ text: String) { journal.summary = text }

  /// Notes an event, and the edit that carries it out if text changes.
  mutating func record(
    _ change: Change, in document: DocumentID, at range: Range<Int>, replacement: [UInt8]?, priority: Edit.Priority
  ) {
    if let replacement {
      journal.edits.append(
        Edit(
          document: document, range: range, replacement: replacement, event: journal.events.count, priority: priority))
    }
    journal.events.append(
      Event(
        kind: change.kind, document: document, offset: range.lowerBound, link: change.link, other: change.other,
        stage: journal.stage, rule: change.rule, reason: change.reason, field: change.field, before: change.before,
        after: change.after))
  }

  /// Tells people something about a place in a document, unless a shield or the recipe wants silence there.
  public mutating func report(
    _ message: String, rule: RuleID, severity: Severity, in document: DocumentID, at offset: Int, link: LinkID? = nil
  ) {
    if documents.indices.contains(document.index), self[document].suppressions.line(covering: offset) != nil { return }
    if ignoringLine(rule, in: document, link: link) != nil { return }
    journal.findings.append(
      Finding(
        document: document, offset: offset, link: link, severity: severity, stage: journal.stage, rule: rule,
        message: message))
  }

  /// Tells people something about a link.
  public mutating func report(_ message: String, rule: RuleID, severity: Severity, link id: LinkID) {
    let link = self[id]
    report(message, rule: rule, severity: severity, in: link.document, at: link.range.lowerBound, link: id)
  }

  /// Tells people something about the recipe that surfaced while it ran.
  public mutating func report(_ message: String, rule: RuleID, severity: Severity, inRecipeAt place: SourceSpan) {
    journal.recipeFindings.append(
      RecipeFinding(place: place, severity: severity, rule: rule, message: message))
  }

  public mutating func report(_ group: DuplicateGroup) { duplicates.append(group) }

  public mutating func label(_ id: LinkID, _ newLabels: Labels) {
    labels.set(labels.intern(newLabels), of: id, of: links.count)
  }

  /// The number of labels that several links may have, for `label(_:number:)`.
  package mutating func internLabels(_ labels: Labels) -> Int { self.labels.intern(labels) }

  /// - Parameter number: what `number(of:)` gave for its labels.
  package mutating func label(_ id: LinkID, index: Int) { labels.set(index, of: id, of: links.count) }

  /// Findings in the order of documents and offsets; equal places keep the order in which they were noted.
  public var sortedFindings: [Finding] {
    journal.findings.enumerated().sorted {
      ($0.element.document, $0.element.offset, $0.offset) < ($1.element.document, $1.element.offset, $1.offset)
    }.map(\.element)
  }
}
