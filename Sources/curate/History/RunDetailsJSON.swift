import CurateCore
import CurateHistory
import Platform

/// A run for programs, with every change and finding.
enum RunDetailsJSON {
  static func print(_ details: RunDetails) {
    var json = JSONWriter(.indented)
    json.object { json in
      RunListJSON.write(details.run, to: &json)
      json.array("stages") { json in
        for stage in details.stages { RunJSON.write(stage, to: &json) }
      }
      json.array("changes") { json in
        for event in details.changes.flatMap(\.events) { write(event, to: &json) }
      }
      json.array("findingList") { json in
        for event in details.findings.flatMap(\.events) { write(event, to: &json) }
      }
      json.array("read") { json in
        for file in details.inputs { write(file, to: &json) }
      }
      json.array("written") { json in
        for file in details.outputs { write(file, to: &json) }
      }
    }
    json.endLine()
    Terminal.write(json.bytes, to: .output)
  }

  /// Members that say nothing are left out.
  private static func write(_ event: EventSummary, to json: inout JSONWriter) {
    json.object { json in
      json.member("kind", event.kind)
      json.member("stage", event.stage)
      json.member("rule", event.rule)
      json.member("severity", event.severity)
      json.member("reason", event.reason)
      json.member("document", event.document)
      json.member("line", event.line)
      json.member("link", event.link)
      json.member("survivor", event.other)
      if event.kind != "find" {
        json.member("field", event.field)
        json.member("before", event.before)
        json.member("after", event.after)
      }
    }
  }

  private static func write(_ file: FileSummary, to json: inout JSONWriter) {
    json.object { json in
      json.member("path", file.path)
      json.member("bytes", file.bytes)
      json.member("sha256", file.sha256)
      json.member("inPlace", file.isInPlace)
      json.member("restorable", file.isRestorable)
    }
  }
}
