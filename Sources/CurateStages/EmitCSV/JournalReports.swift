import CurateCore

/// One row for each event that took effect, in the order of the journal.
struct ChangesReport {
  func write(_ collection: Collection, to writer: inout CSVWriter) throws(StageError) {
    let resolvedEdits = collection.resolveEdits()
    let lines = resolvedEdits.map { OutputLines($0, of: collection[$0.document]) }
    for event in collection.journal.effectiveEvents(in: resolvedEdits) {
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

/// One row for each finding, in the order of documents and places; many of one kind share a row. What is wrong with the
/// recipe itself comes last.
struct FindingsReport {
  let groupAfter: Int
  /// The name of the recipe's file.
  let recipe: String

  func write(_ collection: Collection, to writer: inout CSVWriter) throws(StageError) {
    for finding in collection.groupedFindings(after: groupAfter) {
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
    for finding in collection.journal.recipeFindings {
      writer.number(nil)
      writer.text(recipe)
      writer.number(finding.place.line)
      writer.number(finding.place.column)
      writer.text(finding.severity.rawValue)
      writer.text(RecipeFinding.stage)
      writer.text(finding.rule)
      writer.text(finding.message)
      try writer.endRow()
    }
  }
}
