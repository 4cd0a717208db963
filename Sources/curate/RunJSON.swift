import CurateCore
import CuratePipeline
import FoundationEssentials

/// The summary of a run for programs: `--json`.
enum RunJSON {
  struct Report: Encodable {
    var recipe: String
    /// The run's number in the history; absent without one.
    var run: Int64?
    var written: Bool
    var documents: Int
    var lines: Int
    var changedLines: Int
    var links: [String: Int]
    var sections: Int
    var merged: Int
    var removed: Int
    var findings: [String: Int]
    var stages: [Stage]
    var outputs: [Output]
  }

  struct Stage: Encodable {
    var id: String
    var uses: String
    var milliseconds: Double
    var edits: Int
    var merged: Int
    var removed: Int
    var findings: Int
    var summary: String
  }

  struct Output: Encodable {
    var path: String
    var bytes: Int
    var sha256: String
  }

  static func print(_ result: RunResult, plan: Plan, wroteFiles: Bool) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data = try encoder.encode(report(of: result, plan: plan, wroteFiles: wroteFiles))
    Terminal.write(Array(data) + [UInt8(ascii: "\n")], to: 1)
  }

  private static func report(of result: RunResult, plan: Plan, wroteFiles: Bool) -> Report {
    let collection = result.collection
    var roles = Dictionary(uniqueKeysWithValues: Role.allCases.map { ($0.rawValue, 0) })
    for link in collection.links { roles[link.role.rawValue, default: 0] += 1 }
    roles["total"] = collection.links.count
    var findings = Dictionary(uniqueKeysWithValues: Severity.allCases.map { ($0.rawValue, 0) })
    for finding in collection.journal.findings { findings[finding.severity.rawValue, default: 0] += 1 }
    return Report(
      recipe: plan.recipe.name, run: result.number, written: wroteFiles, documents: collection.documents.count,
      lines: collection.documents.reduce(0) { $0 + $1.lineCount },
      changedLines: result.changedLines.reduce(0, +), links: roles,
      sections: collection.sections.count { $0.level > 0 },
      merged: result.record.stages.reduce(0) { $0 + $1.merged },
      removed: result.record.stages.reduce(0) { $0 + $1.removed }, findings: findings,
      stages: result.record.stages.map {
        Stage(
          id: $0.id, uses: $0.uses, milliseconds: $0.milliseconds, edits: $0.edits, merged: $0.merged,
          removed: $0.removed, findings: $0.findings, summary: $0.summary)
      },
      outputs: result.record.outputs.map { Output(path: $0.path, bytes: $0.bytes, sha256: $0.sha256) })
  }
}
