public import CurateCore

/// Reads the inputs into documents, sections and links.
public struct ParseStage: Stage {
  public static let manual = StageManual(
    name: "parse",
    summary: "Reads the inputs into documents, sections and links.",
    discussion: """
      Markdown is CommonMark with GitHub's extensions (tables, task items, footnotes, bare URLs, maths). Every byte is \
      kept, a byte order mark and CRLF line endings too. A file that is not UTF-8 is refused with the offset of the \
      first bad byte.
      """,
    needs: [], provides: [.model],
    examples: [
      StageExample(
        "nothing changes", input: "# Tea\n\n- [Oolong](https://tea.example/oolong)\n",
        output: "# Tea\n\n- [Oolong](https://tea.example/oolong)\n")
    ])

  public init(_ options: NoOptions) {}

  public func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    try collection.parse(progress: context.progress)
    let sections = collection.sections.count { $0.level > 0 }
    let tables = collection.documents.reduce(0) { $0 + $1.tablesOfContents.count }
    var parts = [collection.links.count.pluralized("link"), sections.pluralized("section")]
    if tables > 0 { parts.append(tables.pluralized("table of contents", "tables of contents")) }
    collection.summarize(parts.joined(separator: ", "))
  }
}
