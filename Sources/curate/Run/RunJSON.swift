import CurateCore
import CuratePipeline
import Platform

/// Prints the summary of a run as JSON (`--json`).
enum RunJSON {
  static func print(_ result: RunResult, plan: Plan, wroteFiles: Bool) {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member("recipe", plan.recipe.name)
      // Absent without a history.
      json.member("run", result.number)
      json.member("written", wroteFiles)
      writeCounts(of: result, to: &json)
      json.array("stages") { json in
        for stage in result.record.stages { write(stage, to: &json) }
      }
      json.array("outputs") { json in
        for output in result.record.outputs { write(output, to: &json) }
      }
    }
    json.endLine()
    Terminal.write(json.bytes, to: .output)
  }

  private static func writeCounts(of result: RunResult, to json: inout JSONWriter) {
    let collection = result.collection
    let roles = Dictionary(grouping: collection.links, by: \.role)
    json.member("documents", collection.documents.count)
    json.member("lines", collection.documents.reduce(0) { $0 + $1.lineCount })
    json.member("changedLines", result.changedLines.reduce(0, +))
    json.object("links") { json in
      for role in Role.allCases { json.member(role.rawValue, roles[role]?.count ?? 0) }
      json.member("total", collection.links.count)
    }
    json.member("sections", collection.sections.count { $0.level > 0 })
    json.member("merged", result.record.stages.reduce(0) { $0 + $1.merged })
    json.member("removed", result.record.stages.reduce(0) { $0 + $1.removed })
    json.object("findings") { json in
      for severity in Severity.allCases { json.member(severity.rawValue, collection.journal.findingCount(severity)) }
    }
  }

  static func write(_ stage: StageRecord, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", stage.id)
      json.member("uses", stage.uses)
      json.member("milliseconds", stage.milliseconds)
      json.member("edits", stage.edits)
      json.member("merged", stage.merged)
      json.member("removed", stage.removed)
      json.member("findings", stage.findings)
      json.member("summary", stage.summary)
    }
  }

  private static func write(_ output: OutputRecord, to json: inout JSONWriter) {
    json.object { json in
      json.member("path", output.path)
      json.member("bytes", output.bytes)
      json.member("sha256", output.sha256)
    }
  }
}
