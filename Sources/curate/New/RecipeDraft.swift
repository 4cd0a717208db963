import CuratePipeline
import Platform

/// A recipe to start from, for the lists that are there.
struct RecipeDraft {
  /// With `.yaml` at its end.
  let path: String
  /// The file's name without `.yaml`.
  let name: String
  private let folder: String

  /// - Parameter path: of the recipe, with or without `.yaml`.
  init(path: String) {
    let isWhole = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
    self.path = isWhole ? path : path + ".yaml"
    let last = self.path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    name = String(last.prefix { $0 != "." })
    folder = String(self.path.dropLast(last.count))
  }

  /// The recipe; and a list, if there is none that it could read.
  var files: [NewFile] {
    let found = Self.inputs(in: folder) ?? up.flatMap { up in Self.inputs(in: "").map { up + $0 } }
    let recipe = NewFile(path: path, text: text(inputs: found ?? "\(name).md"))
    return found == nil ? [recipe, NewFile(path: folder + name + ".md", text: Self.list)] : [recipe]
  }

  /// The way from the recipe's folder up to the working folder; nil if the recipe stands elsewhere.
  private var up: String? {
    let parts = folder.split(separator: "/").filter { $0 != "." }
    return folder.hasPrefix("/") || parts.contains("..") ? nil : String(repeating: "../", count: parts.count)
  }

  /// What the recipe reads: the README, or all lists of a folder; nil if it has none.
  private static func inputs(in folder: String) -> String? {
    if FileSystem.allows(.read, of: folder + "README.md") { return "README.md" }
    let names = (try? FileSystem.names(in: folder.isEmpty ? "." : folder)) ?? []
    return names.contains { $0.hasSuffix(".md") && !$0.hasPrefix(".") } ? "*.md" : nil
  }

  private var hasSchema: Bool { FileSystem.allows(.read, of: folder + "pipeline.schema.json") }

  private func text(inputs: String) -> String {
    let path = ShellWord(path)
    return """
      \(hasSchema ? "# yaml-language-server: $schema=pipeline.schema.json\n" : "")# What is read, what is done with it, and where the results go.
      #
      #   curate check \(path)     looks for slips, and runs nothing
      #   curate \(path) --diff    shows what would change, and writes nothing
      #   curate \(path)           runs it
      #   curate test \(path)      runs the tests at the end
      #
      # `curate stages` lists all stages, `curate stages dedupe` tells all about one, and `curate schema --help` how an
      # editor learns to complete and check this file.

      curate: 1
      name: \(name)

      # Lists to read, relative to this file. Globs work too: "lists/**/*.md", and "!lists/drafts/*.md" leaves some out.
      inputs: ["\(inputs)"]

      # The folder for all results and for the history of runs.
      output: \(up ?? "")output

      stages:
        - parse                       # reads the lists into sections and links
        - tidy                        # list markers, stray spaces: what no reader sees
        - normalize-urls              # upper-case hosts, default ports, click ids

        - uses: dedupe                # one entry for a page
          with: {scope: section}      # or: document, collection
          limits: {removed: 10%}      # more is a mistake: the run stops and writes nothing

        - classify                    # who serves a link, and what it is
        - toc                         # mends links of the table of contents that lead nowhere
        - inspect                     # reports what only a person can mend

        - uses: emit-markdown         # the cleaned lists
          with: {to: "{path}"}        # write: in-place changes the lists themselves
        - emit-csv                    # links, duplicates, changes, findings, sections, domains as tables

      # What the stages make of small documents: Markdown, or links by their fields.
      tests:
        - name: a page that is listed twice is listed once
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
