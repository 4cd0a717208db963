import CurateCore
import CuratePipeline
import LinkIdentity

/// What `--check` says: one line for each change that would be made and each finding, in the form that editors and CI
/// services read (`file:line:column: severity: message [stage/rule]`).
enum CheckReport {
  static func print(_ result: RunResult, plan: Plan) {
    let collection = result.collection
    var lines: [(document: DocumentID, offset: Int, text: String)] = []
    for event in collection.journal.effectiveEvents(in: result.settlements) {
      lines.append((event.document, event.offset, "change: \(event.reason) [\(event.stage)/\(event.rule)]"))
    }
    for finding in collection.journal.findings {
      lines.append(
        (
          finding.document, finding.offset,
          "\(finding.severity.rawValue): \(finding.message) [\(finding.stage)/\(finding.rule)]"
        ))
    }
    let order = lines.indices.sorted {
      (lines[$0].document, lines[$0].offset, $0) < (lines[$1].document, lines[$1].offset, $1)
    }
    var text = ""
    var last: (document: DocumentID, offset: Int, text: String)?
    for index in order {
      let line = lines[index]
      // A definition that several links use changes once.
      if let last, last == line { continue }
      last = line
      let place = collection[line.document].position(at: line.offset)
      // What is said about a URL may quote it.
      let message = maskingCredentials(in: line.text)
      text += "\(plan.inputs[line.document.index].path):\(place.line):\(place.column): \(message)\n"
    }
    Terminal.write(Array(text.utf8), to: 1)
  }
}
