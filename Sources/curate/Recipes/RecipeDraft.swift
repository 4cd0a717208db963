import CuratePipeline
import Platform

/// A recipe template for the lists in a folder.
struct RecipeDraft {
  /// The path of the recipe, with its extension.
  let path: String
  /// The file's name without `.yaml`.
  let name: String
  private let folder: String

  /// - Parameter path: the path of the recipe, with or without `.yaml`.
  init(path: String) {
    let isWhole = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    self.path = isWhole ? path : path + ".yaml"
    let last = self.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    name = String(last.prefix { $0 != "." })
    folder = String(self.path.dropLast(last.count))
  }

  /// The recipe, and a sample list if there is no list to read.
  var files: [NewFile] {
    let found = Self.inputs(in: folder) ?? up.flatMap { up in Self.inputs(in: "").map { up + $0 } }
    let recipe = NewFile(path: path, text: text(inputs: found ?? "\(name).md"))
    return found == nil ? [recipe, NewFile(path: folder + name + ".md", text: Self.list)] : [recipe]
  }

  /// The relative path from the recipe's folder up to the working folder; nil if the recipe is not below it.
  private var up: String? {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    return folder.hasPrefix("/") || parts.contains("..") ? nil : String(repeating: "../", count: parts.count)
  }

  /// Returns the inputs of the recipe: README.md, or all lists of a folder; nil if there are none.
  private static func inputs(in folder: String) -> String? {
    if FileSystem.allows(.read, of: folder + "README.md") { return "README.md" }
    let names = (try? FileSystem.names(in: folder.isEmpty ? "." : folder)) ?? []
    return names.contains { $0.hasSuffix(".md") && !$0.hasPrefix(".") } ? "*.md" : nil
  }

  private var hasSchema: Bool { FileSystem.allows(.read, of: folder + "pipeline.schema.json") }

  private func text(inputs: String) -> String {
    let path = ShellWord(path)
    return """
      \(hasSchema ? "# yaml-language-server: $schema=pipeline.schema.json\n" : "")# A recipe: the lists to read, the stages to run, and the folder for the results.
      #
      #   curate check \(path)     validates the recipe; runs nothing
      #   curate \(path) --diff    prints the changes as a diff; writes nothing
      #   curate \(path)           runs the recipe
      #   curate test \(path)      runs the tests at the end of the recipe
      #
      # `curate stages` lists all stages, `curate stages dedupe` prints the manual of one, and `curate schema --help`
      # explains how to get completion and validation of this file in an editor.

      curate: 1
      name: \(name)

      # Lists to read, relative to this file. Globs work too: "lists/**/*.md"; "!lists/drafts/*.md" excludes files.
      inputs: ["\(inputs)"]

      # The folder for all results and for the history of runs.
      output: \(up ?? "")output

      stages:
        - parse                       # reads sections and links
        - tidy                        # list markers, trailing spaces, blank lines; the rendered page does not change
        - normalize-urls              # upper-case hosts, default ports, click ids

        - uses: dedupe                # merges entries with the same page
          with: {scope: section}      # or: document, collection
          limits: {removed: 10%}      # if more links are removed, the run stops and writes nothing

        - classify                    # labels: host class and category
        - toc                         # repairs dead links in tables of contents
        - inspect                     # reports problems that need a person

        - uses: emit-markdown         # writes the cleaned lists
          with: {to: "{path}"}        # `write: in-place` changes the lists themselves
        - emit-csv                    # writes tables: links, duplicates, changes, findings, sections, domains

      # Tests run stages on small documents: Markdown, or links by their fields.
      tests:
        - name: entries with the same page are merged
          stage: normalize-urls..dedupe
          given: |
            - [Oolong](https://tea.example/oolong)
            - [Sencha](https://tea.example/sencha)
            - <HTTPS://tea.example/oolong/>
          expect: |
            - [Oolong](https://tea.example/oolong)
            - [Sencha](https://tea.example/sencha)

      """
  }

  private static let list = """
    # Links

    ## Tea

    - [Oolong](https://tea.example/oolong) - half way between green and black
    - [Sencha](https://tea.example/sencha) - steamed, not roasted

    """
}
