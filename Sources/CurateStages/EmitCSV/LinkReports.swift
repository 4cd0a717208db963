import CurateCore
import LinkIdentity

/// One row for each link of the input.
struct LinksReport {
  let facts: ReportFacts

  func write(_ collection: Collection, to writer: inout CSVWriter) throws(StageError) {
    let labels = collection.distinctLabels.map { labels in
      writer.cells(of: [
        labels.hostClass.rawValue, labels.category.rawValue, labels.site, labels.institution,
        ReportFacts.rule(of: labels),
      ])
    }
    let noLabels = writer.cells(of: ["", "", "", "", ""])
    try writer.rows(collection.links.count) { index, row in
      let link = collection.links[index]
      place(link, in: collection, to: &row)
      content(link, in: collection, to: &row)
      row.cells(collection.labelsIndex(of: link.id).map { labels[$0] } ?? noLabels)
      identity(link, in: collection, to: &row)
      fate(link, in: collection, to: &row)
    }
  }

  private func place(_ link: Link, in collection: Collection, to writer: inout CSVWriter) {
    let position = collection.position(of: link.id)
    writer.number(link.id.number)
    writer.text(collection[link.document].path)
    writer.number(position.line)
    writer.number(position.column)
    writer.text(facts.sectionPaths[link.section.index])
    writer.name(link.role.rawValue)
    writer.name(link.opensItem ? "yes" : "no")
    writer.name(link.syntax.rawValue)
  }

  private func content(_ link: Link, in collection: Collection, to writer: inout CSVWriter) {
    collection.withTitle(of: link.id) { writer.text($0) }
    writer.text(collection.description(of: link.id))
    let source = collection[link.document].source
    writer.text(source.span.extracting(link.destination.range))
    collection.withURL(of: link.id) { writer.text($0) }
    let host = facts.host(of: link.id)
    writer.text(host.host)
    writer.text(host.domain)
  }

  private func identity(_ link: Link, in collection: Collection, to writer: inout CSVWriter) {
    if collection.withKnownPage(of: link.id, { writer.text($0) }) == nil { writer.name("") }
    if collection.withKnownWork(of: link.id, { writer.text($0) }) == nil { writer.name("") }
  }

  private func fate(_ link: Link, in collection: Collection, to writer: inout CSVWriter) {
    let decision = facts.decision(on: link.id, in: collection)
    writer.name(link.fate.name)
    writer.number(link.fate.survivor?.number)
    writer.number(link.fate.survivor.map { collection.line(of: $0) })
    writer.text(decision?.stage ?? "")
    writer.text(decision?.rule ?? "")
    writer.text(decision?.reason ?? "")
  }
}

/// One row for each member of each group of duplicates.
struct DuplicatesReport {
  let facts: ReportFacts

  func write(_ collection: Collection, to writer: inout CSVWriter) throws(StageError) {
    let rows = collection.duplicates.enumerated().flatMap { group, duplicates in
      duplicates.members.indices.map { (group: group, member: $0) }
    }
    try writer.rows(rows.count) { index, row in
      let (group, member) = rows[index]
      write(collection.duplicates[group].members[member], ofGroup: group, in: collection, to: &row)
    }
  }

  private func write(
    _ member: DuplicateGroup.Member, ofGroup index: Int, in collection: Collection, to writer: inout CSVWriter
  ) {
    let (group, link) = (collection.duplicates[index], collection[member.link])
    writer.number(index + 1)
    writer.name(group.level.rawValue)
    writer.text(group.key)
    writer.number(link.id.number)
    writer.text(collection[link.document].path)
    writer.number(collection.line(of: link.id))
    writer.text(facts.sectionPaths[link.section.index])
    writer.name(link.role.rawValue)
    collection.withTitle(of: link.id) { writer.text($0) }
    collection.withURL(of: link.id) { writer.text($0) }
    writer.name(member.verdict.rawValue)
    writer.number(member.survivor?.number)
    writer.number(member.survivor.map { collection.line(of: $0) })
    writer.text(member.reason)
  }
}
