public import CurateCore

/// Writes each document with the changes of all stages: the source's bytes, and nothing else but the edits.
public struct EmitMarkdownStage: Stage {
  public struct Options: StageOptions {
    /// Where documents are written.
    public enum Write: String, CaseIterable, OptionConvertible {
      /// Below the output folder.
      case copy
      /// Over the inputs, those that change.
      case inPlace = "in-place"
    }

    public var to = PathTemplate("{path}")
    public var write = Write.copy
    public init() {}

    public static let specs = [
      OptionSpec<Self>(
        "to", \.to,
        "The path below the output folder: {path} is the input's, {name} its last part, {stem} that without .md."),
      OptionSpec<Self>("write", \.write, "Whether copies are written or the inputs themselves."),
    ]
  }

  public static let manual = StageManual(
    name: "emit-markdown",
    summary: "Writes the documents with all changes made to them.",
    discussion: """
      A file is its source with the edits applied: bytes that no edit names are the input's. Without edits it is the \
      same byte for byte. With `write: in-place` the inputs that change are replaced, and the others are not touched.
      """,
    rules: [
      RuleManual("relative-link", "A relative link that leads elsewhere from the copy's place.", severity: .warning)
    ],
    emits: true,
    examples: [
      StageExample(
        "nothing to change", input: "# Tea\n\n* [Oolong](https://tea.example)\n",
        output: "# Tea\n\n* [Oolong](https://tea.example)\n"),
      StageExample(
        "a copy in another folder", options: "{to: \"clean/{name}\"}", input: "See [more](more.md#x).\n",
        output: "See [more](more.md#x).\n", findings: ["relative-link"]),
    ])

  let options: Options
  public init(_ options: Options) { self.options = options }

  public func places(for documents: [String]) -> [OutputPlace] {
    documents.indices.map { index in
      options.write == .inPlace ? .input(DocumentID(index)) : .output(options.to.path(for: documents[index]))
    }
  }

  public func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    if options.write == .copy {
      RelativeLinks(collection, outputs: collection.documents.map { options.to.path(for: $0.path) })
        .report(to: &collection)
    }
    var taken: Set<String> = []
    var written: [String] = []
    for resolved in collection.resolveEdits() {
      let document = collection[resolved.document]
      if options.write == .inPlace {
        guard !resolved.edits.isEmpty else { continue }
        try context.outputs.write(resolved.apply(to: document.source), to: .input(document.id))
        written.append(document.path)
        continue
      }
      let path = options.to.path(for: document.path)
      guard taken.insert(path).inserted else { throw .outputCollision(path: path) }
      try context.outputs.write(resolved.apply(to: document.source), to: .output(path))
      written.append(path)
    }
    collection.summarize(written.count == 1 ? written[0] : written.count.pluralized("document"))
  }
}
