import CurateCore
import CurateHistory
import Platform

/// Runs for programs: an array of objects, the newest first.
enum RunListJSON {
  static func print(_ runs: [RunSummary]) {
    var json = JSONWriter(.indented)
    json.array { json in
      for run in runs {
        json.object { json in write(run, to: &json) }
      }
    }
    json.endLine()
    Terminal.write(json.bytes, to: .output)
  }

  /// The members of a run's object.
  static func write(_ run: RunSummary, to json: inout JSONWriter) {
    json.member("run", run.number)
    json.member("started", LocalTime.utc(run.startedAt))
    json.member("milliseconds", run.milliseconds)
    json.member("status", run.status.rawValue)
    json.member("recipe", run.recipeName)
    json.member("recipePath", run.recipePath)
    json.member("arguments", run.argumentList)
    // Absent unless the run put back what another had changed.
    json.member("undid", run.undone)
    json.member("curate", run.curateVersion)
    json.member("suffixData", run.suffixDataVersion)
    json.member("reason", run.reason)
    json.member("links", run.links)
    json.member("edits", run.edits)
    json.member("merged", run.merged)
    json.member("removed", run.removed)
    json.member("findings", run.findings)
  }
}
