package import CurateCore

/// Writes each document with the edits of all stages; bytes outside of edits are those of the input.
package struct EmitMarkdownStage: Stage {
  package struct Options: StageOptions {
    /// Where documents are written.
    package enum Write: String, CaseIterable, OptionConvertible {
      /// Below the output folder.
      case copy
      /// Over the inputs that change.
      case inPlace = "in-place"
    }

    package var to = PathTemplate("{path}")
    package var write = Write.copy
    package init() {}

    package static let specs = [
      OptionSpec<Self>(
        "to", \.to,
        "The path of a copy below the output folder: {path} is the path of the input, {name} its last part, {stem} that part without its extension."
      ),
      OptionSpec<Self>(
        "write", \.write, "Writes copies to the output folder (`copy`), or replaces the inputs (`in-place`)."),
    ]
  }

  package static let manual = StageManual(
    name: "emit-markdown",
    summary: "Writes the documents with all changes.",
    discussion: """
      The output is the input with the edits applied; every other byte is unchanged. A document without edits is copied \
      byte for byte. `write: in-place` replaces the inputs that change and leaves the others untouched.
      """,
    rules: [
      RuleManual(
        "relative-link",
        "Reports a relative link that does not lead to its target from the path of the copy. Not reported if all copies keep the paths of their inputs (`to: \"{path}\"`), or with `write: in-place`.",
        severity: .warning)
    ],
    emits: true,
    examples: [
      StageExample(
        "a document without edits is copied byte for byte", input: "# Tea\n\n* [Oolong](https://tea.example)\n",
        output: "# Tea\n\n* [Oolong](https://tea.example)\n"),
      StageExample(
        "a relative link breaks in another folder", options: "{to: \"clean/{name}\"}",
        input: "See [more](more.md#x).\n",
        output: "See [more](more.md#x).\n", findings: ["relative-link"]),
    ])

  let options: Options
  package init(_ options: Options) { self.options = options }

  package func places(for documents: [String]) -> [OutputPlace] {
    documents.indices.map { index in
      options.write == .inPlace ? .input(DocumentID(index)) : .output(options.to.path(for: documents[index]))
    }
  }

  package func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    if options.write == .copy {
      RelativeLinkCheck(collection, outputs: collection.documents.map { options.to.path(for: $0.path) })
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

/// Reports relative links that do not lead to their targets from the paths of the copies.
private struct RelativeLinkCheck {
  /// The path of each document's copy, by document.
  private let outputs: [String]
  /// Documents by the path of their input.
  private let documents: [String: DocumentID]

  init(_ collection: Collection, outputs: [String]) {
    self.outputs = outputs
    documents = Dictionary(
      collection.documents.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  func report(to collection: inout Collection) {
    // By default every copy has the path of its input, and no link can break.
    guard zip(outputs, collection.documents).contains(where: { $0 != $1.path }) else { return }
    for link in collection.links where link.fate.isPresent {
      let url = collection.url(of: link.id)
      let document = collection[link.document]
      let output = outputs[document.id.index]
      guard let target = DocumentPath.resolve(url, from: document.path) else { continue }
      let expected = documents[target].map { outputs[$0.index] } ?? target
      guard DocumentPath.resolve(url, from: output) != expected else { continue }
      let path = url.prefix { $0 != "?" && $0 != "#" }
      collection.report(
        "'\(path)' does not lead to \(target) from \(output)", rule: "relative-link", severity: .warning, link: link.id)
    }
  }
}
