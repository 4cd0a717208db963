import CurateCore
import CurateHistory

/// All that `curate show` tells of a run.
struct RunDetails {
  /// What one rule of a stage did or found.
  struct RuleTally {
    var stage: String
    var rule: String
    /// Of findings.
    var severity: String?
    /// In the order of the documents; never empty.
    var events: [EventSummary]
  }

  var run: RunSummary
  var stages: [StageRecord]
  var inputs: [FileSummary]
  var outputs: [FileSummary]
  /// Stage by stage, then by rule in the order of their first events.
  var changes: [RuleTally]
  /// The severe ones first, then as the changes.
  var findings: [RuleTally]

  init(of run: RunSummary, in history: History) throws {
    self.run = run
    stages = try history.stages(of: run.number)
    inputs = try history.inputs(of: run.number)
    outputs = try history.outputs(of: run.number)
    let events = try history.events(of: run.number)
    changes = Self.tallies(of: events.filter { $0.kind != "find" })
    let found = Self.tallies(of: events.filter { $0.kind == "find" })
    findings = ["error", "warning", "note"].flatMap { severity in found.filter { $0.severity == severity } }
  }

  private static func tallies(of events: [EventSummary]) -> [RuleTally] {
    var tallies: [RuleTally] = []
    var places: [[String]: Int] = [:]
    for event in events {
      let key = [event.stage, event.rule, event.severity ?? ""]
      if let place = places[key] {
        tallies[place].events.append(event)
      } else {
        places[key] = tallies.count
        tallies.append(RuleTally(stage: event.stage, rule: event.rule, severity: event.severity, events: [event]))
      }
    }
    return tallies
  }
}
