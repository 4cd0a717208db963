package import CurateCore
import LinkIdentity
import MarkdownSyntax

/// Writes the whole model as NDJSON: documents, sections, links, duplicates, events and findings, one object a line.
package struct EmitJSONStage: Stage {
  package struct Options: StageOptions {
    package var to = FixedPath("model.ndjson")
    package init() {}

    package static let specs = [OptionSpec<Self>("to", \.to, "The path of the file below the output folder.")]
  }

  package static let manual = StageManual(
    name: "emit-json",
    summary: "Writes the whole model as NDJSON: documents, sections, links, duplicates, events and findings.",
    discussion: """
      Each line is one JSON object; its member `t` names its kind. Members without a value are omitted. Later versions may \
      add members. Ids are numbers from 1. `line` and `column` count from 1 in the input.

      - `document`: `id`, `path`, `bytes`, `lines`
      - `section`: `id`, `document`, `opening` (`start`, `heading` or `item`), `parent`, `level`, `title`, `anchor`, `line`
      - `link`: `id`, `document`, `section`, `path` (section titles, outermost first), `line`, `column`, `role`, \
      `opens`, `syntax`, `title`, `description`, `original`, `url`, `host`, `domain`, `key`, `fragment`, `work`, \
      `host_class`, `category`, `site`, `institution`, `label_rule`, `fate`, `survivor`
      - `duplicates`: `id`, `level`, `key`, `members`, each with `link`, `verdict`, `survivor`, `reason`
      - `event` (only events that took effect): `kind` (`set`, `remove`, `merge`, `add` or `edit`), `document`, `line`, \
      `output_line`, `link`, `other`, `stage`, `rule`, `field`, `before`, `after`, `reason`
      - `finding`: `document`, `line`, `column`, `link`, `severity`, `stage`, `rule`, `message`

      Passwords in URLs are written as `***`.
      """,
    emits: true,
    examples: [
      StageExample(
        "the documents are not changed", input: "- [Oolong](https://tea.example)\n",
        output: "- [Oolong](https://tea.example)\n")
    ])

  let options: Options
  package init(_ options: Options) { self.options = options }

  package func places(for documents: [String]) -> [OutputPlace] { [.output(options.to.text)] }

  package func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    var writer = JSONLineWriter(try context.outputs.open(.output(options.to.text)))
    try writeDocuments(of: collection, to: &writer)
    try writeSections(of: collection, to: &writer)
    try writeLinks(of: &collection, to: &writer)
    try writeDuplicates(of: collection, to: &writer)
    try writeEvents(of: collection, to: &writer)
    try writeFindings(of: collection, to: &writer)
    try writer.close()
    collection.summarize(options.to.text)
  }
}

extension EmitJSONStage {
  private func writeDocuments(of collection: Collection, to writer: inout JSONLineWriter) throws(StageError) {
    for document in collection.documents {
      writer.begin("document")
      writer.member("id", document.id.index + 1)
      writer.member("path", document.path)
      writer.member("bytes", document.source.count)
      writer.member("lines", document.lines.count)
      try writer.end()
    }
  }

  private func writeSections(of collection: Collection, to writer: inout JSONLineWriter) throws(StageError) {
    for section in collection.sections {
      writer.begin("section")
      writer.member("id", section.id.index + 1)
      writer.member("document", section.document.index + 1)
      switch section.opening {
      case .start: writer.member("opening", "start")
      case .heading: writer.member("opening", "heading")
      case .item: writer.member("opening", "item")
      }
      writer.member("parent", section.parent.map { $0.index + 1 })
      writer.member("level", section.level)
      writer.member("title", section.title)
      writer.optional("anchor", section.anchor)
      writer.member("line", collection[section.document].line(at: section.offset))
      try writer.end()
    }
  }

  private func writeLinks(of collection: inout Collection, to writer: inout JSONLineWriter) throws(StageError) {
    let paths = collection.sections.map { collection.path(of: $0.id) }
    for link in collection.links {
      let position = collection.position(of: link.id)
      writer.begin("link")
      writer.member("id", link.id.number)
      writer.member("document", link.document.index + 1)
      writer.member("section", link.section.index + 1)
      writer.member("path", paths[link.section.index])
      writer.member("line", position.line)
      writer.member("column", position.column)
      writer.member("role", link.role.rawValue)
      writer.member("opens", link.opensItem)
      writer.member("syntax", link.syntax.rawValue)
      writer.optional("title", collection.title(of: link.id))
      writer.optional("description", collection.description(of: link.id))
      writeIdentity(of: link, in: &collection, to: &writer)
      writer.member("fate", link.fate.name)
      writer.member("survivor", link.fate.survivor?.number)
      try writer.end()
    }
  }

  private func writeIdentity(of link: Link, in collection: inout Collection, to writer: inout JSONLineWriter) {
    let url = collection.url(of: link.id)
    let (host, domain) = hostAndDomain(of: url)
    writer.member("original", collection.original(of: link.id))
    writer.member("url", url)
    writer.optional("host", host)
    writer.optional("domain", domain)
    if let identity = collection.identity(of: link.id) {
      writer.member("key", identity.key)
      writer.optional("fragment", identity.fragment)
      writer.optional("work", identity.work?.description)
    }
    if let labels = collection.labels(of: link.id) {
      writer.member("host_class", labels.hostClass.rawValue)
      writer.member("category", labels.category.rawValue)
      writer.optional("site", labels.site)
      writer.optional("institution", labels.institution)
      writer.optional("label_rule", ReportIndex.rule(of: labels))
    }
  }

  private func writeDuplicates(of collection: Collection, to writer: inout JSONLineWriter) throws(StageError) {
    for (index, group) in collection.duplicates.enumerated() {
      writer.begin("duplicates")
      writer.member("id", index + 1)
      writer.member("level", group.level.rawValue)
      writer.member("key", group.key)
      writer.objects("members", group.members) { writer, member in
        writer.member("link", member.link.number)
        writer.member("verdict", member.verdict.rawValue)
        writer.member("survivor", member.survivor?.number)
        writer.optional("reason", member.reason)
      }
      try writer.end()
    }
  }

  private func writeEvents(of collection: Collection, to writer: inout JSONLineWriter) throws(StageError) {
    let resolvedEdits = collection.resolveEdits()
    let lines = resolvedEdits.map { OutputLines($0, of: collection[$0.document]) }
    for event in collection.journal.effectiveEvents(in: resolvedEdits) {
      writer.begin("event")
      writer.member("kind", event.kind.rawValue)
      writer.member("document", event.document.index + 1)
      writer.member("line", collection[event.document].line(at: event.offset))
      writer.member("output_line", lines[event.document.index].line(at: event.offset))
      writer.member("link", event.link?.number)
      writer.member("other", event.other?.number)
      writer.member("stage", event.stage)
      writer.member("rule", event.rule)
      writer.member("field", event.field)
      writer.member("before", event.before)
      writer.member("after", event.after)
      writer.member("reason", event.reason)
      try writer.end()
    }
  }

  private func writeFindings(of collection: Collection, to writer: inout JSONLineWriter) throws(StageError) {
    for finding in collection.sortedFindings {
      let position = collection[finding.document].position(at: finding.offset)
      writer.begin("finding")
      writer.member("document", finding.document.index + 1)
      writer.member("line", position.line)
      writer.member("column", position.column)
      writer.member("link", finding.link?.number)
      writer.member("severity", finding.severity.rawValue)
      writer.member("stage", finding.stage)
      writer.member("rule", finding.rule)
      writer.member("message", finding.message)
      try writer.end()
    }
  }
}
