package import CurateCore

/// Parses the inputs into documents, sections and links.
package struct ParseStage: Stage {
  package static let manual = StageManual(
    name: "parse",
    summary: "Parses the inputs into documents, sections and links.",
    discussion: """
      Markdown is CommonMark with GitHub's extensions: tables, task items, footnotes, bare URLs and math. Every byte is \
      kept, including a byte order mark and CRLF line endings. A file that is not UTF-8 fails the run with the offset of \
      its first invalid byte.
      """,
    needs: [], provides: [.model],
    examples: [
      StageExample(
        "the document is not changed", input: "# Tea\n\n- [Oolong](https://tea.example/oolong)\n",
        output: "# Tea\n\n- [Oolong](https://tea.example/oolong)\n")
    ])

  package init(_ options: NoOptions) {}

  package func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    try collection.parse(progress: context.progress)
    let sections = collection.sections.count { $0.level > 0 }
    let tables = collection.documents.reduce(0) { $0 + $1.tablesOfContents.count }
    var parts = [collection.links.count.pluralized("link"), sections.pluralized("section")]
    if tables > 0 { parts.append(tables.pluralized("table of contents", "tables of contents")) }
    collection.summarize(parts.joined(separator: ", "))
  }
}
