import CurateCore

/// One row for each event that took effect, in the order of the journal.
struct ChangesReport {
  func write(_ collection: Collection, to writer: inout CSVWriter) throws(StageError) {
    let settlements = collection.settle()
    let lines = settlements.map { OutputLines($0, of: collection[$0.document]) }
    for event in collection.journal.effectiveEvents(in: settlements) {
      let document = collection[event.document]
      writer.number(event.link?.number)
      writer.text(document.path)
      writer.number(document.line(at: event.offset))
      writer.number(lines[event.document.index].line(at: event.offset))
      writer.text(event.stage)
      writer.text(event.rule)
      writer.text(event.field)
      writer.text(event.before)
      writer.text(event.after)
      writer.text(event.reason)
      try writer.endRow()
    }
  }
}

/// One row for each finding, in the order of documents and places.
struct FindingsReport {
  func write(_ collection: Collection, to writer: inout CSVWriter) throws(StageError) {
    for finding in collection.sortedFindings {
      let document = collection[finding.document]
      let position = document.position(at: finding.offset)
      writer.number(finding.link?.number)
      writer.text(document.path)
      writer.number(position.line)
      writer.number(position.column)
      writer.name(finding.severity.rawValue)
      writer.text(finding.stage)
      writer.text(finding.rule)
      writer.text(finding.message)
      try writer.endRow()
    }
  }
}
