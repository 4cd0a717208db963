/// The record of all stages' work on a collection, in order: decisions (events), text changes (edits), and messages for the
/// user (findings).
public struct Journal: Sendable {
  /// The decisions of stages.
  public internal(set) var events: [Event] = []
  /// The text changes, in the order in which they were made. They may overlap; `Collection.resolveEdits` resolves this.
  public internal(set) var edits: [Edit] = []
  /// The findings about documents and links.
  public internal(set) var findings: [Finding] = []
  /// The findings about the recipe, in the order of the recipe.
  public internal(set) var recipeFindings: [RecipeFinding] = []
  /// The id of the stage whose changes are being recorded.
  package internal(set) var stage = ""
  /// The summary of the current stage, if it set one.
  package internal(set) var summary: String?

  /// Whether there are findings about documents, links or the recipe.
  package var hasFindings: Bool { !findings.isEmpty || !recipeFindings.isEmpty }

  /// Returns the number of findings with a severity, including those about the recipe.
  package func findingCount(_ severity: Severity) -> Int {
    findings.count { $0.severity == severity } + recipeFindings.count { $0.severity == severity }
  }
}

/// One decision of a stage and its reason. Each event is a row of the history.
public struct Event: Sendable, Equatable {
  /// The kind of event.
  public enum Kind: String, Sendable, CaseIterable {
    /// A field of a link was changed.
    case set
    /// A link was removed without a survivor.
    case remove
    /// A link was merged into the survivor `other`.
    case merge
    /// A link that is not in the input was added.
    case add
    /// Markers, white space or a whole block were rewritten.
    case edit
  }

  /// The kind of event.
  public var kind: Kind
  /// The document in which it happened.
  public var document: DocumentID
  /// The byte offset in the input.
  public var offset: Int
  /// The link that the event is about, if any.
  public var link: LinkID?
  /// For a merge the survivor; for a copy the link that was copied.
  public var other: LinkID?
  /// The id of the stage.
  public var stage: String
  /// The rule that caused the event.
  public var rule: RuleID
  /// Why it happened.
  public var reason: String
  /// The part that changed: `url`, `title`, `link`, `item`, `marker`, `space`, `toc` …
  public var field: String
  /// The old value or text; empty for an addition.
  public var before: String
  /// The new value or text; empty for a removal.
  public var after: String
}

/// A replacement of a range of a document's bytes.
public struct Edit: Sendable, Equatable {
  /// The part that an edit changes, in ascending order: where edits overlap, the one with the higher priority wins.
  package enum Priority: Int, Sendable, Comparable {
    /// Markers and white space.
    case layout
    /// A link or a part of a link.
    case link
    /// A removed item or row.
    case item
    /// A rewritten block.
    case block

    package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The document that changes.
  public var document: DocumentID
  /// The replaced bytes of the source; empty for an insertion.
  public var range: Range<Int>
  /// The new bytes; empty for a removal.
  public var replacement: [UInt8]
  /// The index in `Journal.events` of the event that the edit implements.
  package var event: Int
  /// Which edit wins where edits overlap.
  package var priority: Priority
}

/// The content of an event, before the journal adds the stage and position.
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
  /// Sets the stage that the following changes are recorded for.
  public mutating func begin(stage: String) {
    journal.stage = stage
    journal.summary = nil
  }

  /// Sets a one-line summary that replaces the stage's counts in the terminal: `13 merged; 2 kept, titles differ`.
  public mutating func summarize(_ text: String) { journal.summary = text }

  /// Records an event, and its edit if text changes.
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

  /// Reports a finding at a byte offset of a document, unless a suppression comment or an `ignore:` entry excludes it.
  public mutating func report(
    _ message: String, rule: RuleID, severity: Severity, in document: DocumentID, at offset: Int, link: LinkID? = nil
  ) {
    if documents.indices.contains(document.index), self[document].suppressions.line(covering: offset) != nil { return }
    if ignoreLine(rule, in: document, link: link) != nil { return }
    journal.findings.append(
      Finding(
        document: document, offset: offset, link: link, severity: severity, stage: journal.stage, rule: rule,
        message: message))
  }

  /// Reports a finding about a link, unless a suppression comment or an `ignore:` entry excludes it.
  public mutating func report(_ message: String, rule: RuleID, severity: Severity, link id: LinkID) {
    let link = self[id]
    report(message, rule: rule, severity: severity, in: link.document, at: link.range.lowerBound, link: id)
  }

  /// Reports a finding about the recipe.
  package mutating func report(_ message: String, rule: RuleID, severity: Severity, inRecipeAt place: SourceSpan) {
    journal.recipeFindings.append(
      RecipeFinding(place: place, severity: severity, rule: rule, message: message))
  }

  /// Reports a group of duplicates.
  public mutating func report(_ group: DuplicateGroup) { duplicates.append(group) }
}
