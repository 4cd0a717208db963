public import CurateCore
import LinkIdentity

/// A change or finding of a run at one place, for editors and CI services.
public struct Notice: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case change, note, warning, error

    public init(_ severity: Severity) {
      switch severity {
      case .note: self = .note
      case .warning: self = .warning
      case .error: self = .error
      }
    }
  }

  public var kind: Kind
  /// The document (nil for the recipe).
  public var document: DocumentID?
  /// The path of the file as given on the command line or in the recipe.
  public var path: String
  /// Line and column from 1; columns count Unicode scalars.
  public var line: Int
  public var column: Int
  /// The end, after the last character (nil if only the start is known).
  public var end: (line: Int, column: Int)? { endLine > 0 ? (endLine, endColumn) : nil }
  var endLine = 0
  var endColumn = 0
  /// The id of the stage, and its name (`uses:`).
  public var stage: String
  public var uses: String
  public var rule: RuleID
  /// The message, with credentials in URLs masked.
  public var message: String
  /// The event of a change (nil for a finding).
  public var event: Event?
  /// The text of the link or line, which identifies the place when it moves.
  var content: String

  /// `inspect/level-jump`
  public var ruleName: String { "\(stage)/\(rule)" }

  /// Identifies a place of a rule independently of its position: 16 hexadecimal digits.
  public var fingerprint: String { String(SHA256.hex(of: Array("\(ruleName)\n\(content)".utf8)).prefix(16)) }
}

extension RunResult {
  /// All effective changes and all findings, sorted by document and position; findings about the recipe come last.
  public func notices(plan: Plan) -> [Notice] {
    let names = plan.stageNames
    var found: [(document: DocumentID, offset: Int, notice: Notice)] = []
    for event in collection.journal.effectiveEvents(in: resolvedEdits) {
      var notice = notice(
        .change, event.document, event.offset, event.link, event.stage, names, event.rule, event.reason, plan)
      var last = found.last?.notice
      last?.event = nil
      // A definition that several links use is reported once.
      if last == notice { continue }
      notice.event = event
      found.append((event.document, event.offset, notice))
    }
    for finding in collection.journal.findings {
      found.append(
        (
          finding.document, finding.offset,
          notice(
            Notice.Kind(finding.severity), finding.document, finding.offset, finding.link, finding.stage, names,
            finding.rule, finding.message, plan)
        ))
    }
    let order = found.indices.sorted {
      (found[$0].document, found[$0].offset, $0) < (found[$1].document, found[$1].offset, $1)
    }
    return order.map { found[$0].notice } + collection.journal.recipeFindings.map { Self.notice($0, plan) }
  }

  private func notice(
    _ kind: Notice.Kind, _ id: DocumentID, _ offset: Int, _ link: LinkID?, _ stage: String, _ names: [String: String],
    _ rule: RuleID, _ message: String, _ plan: Plan
  ) -> Notice {
    let document = collection[id]
    let place = document.position(at: offset)
    var notice = Notice(
      kind: kind, document: id, path: plan.inputs[id.index].path, line: place.line, column: place.column, stage: stage,
      uses: names[stage] ?? stage, rule: rule, message: maskingCredentials(in: message), content: "")
    let range = link.map { collection[$0].range.range }
    if let range, range.contains(offset) {
      notice.content = document.text(in: range)
      if range.lowerBound == offset {
        (notice.endLine, notice.endColumn) = document.position(at: range.upperBound)
      }
    } else {
      notice.content = document.text(ofLine: place.line).foldingSpaces
    }
    return notice
  }

  private static func notice(_ finding: RecipeFinding, _ plan: Plan) -> Notice {
    Notice(
      kind: Notice.Kind(finding.severity), document: nil, path: plan.recipe.path, line: finding.place.line,
      column: finding.place.column, stage: RecipeFinding.stage, uses: RecipeFinding.stage, rule: finding.rule,
      message: finding.message, content: finding.message)
  }
}
