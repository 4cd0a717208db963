import CurateCore
import CurateStages
import Testing

/// Links without a scheme: to files next to the document, and to fragments of documents.
struct LocalLinkTests {
  /// A file lookup in which exactly these files exist.
  struct Files: FileLookup {
    var paths: Set<String>
    func exists(_ path: String) -> Bool? { paths.contains(path) }
  }

  private static let files = Files(paths: ["LICENSE", "docs", "docs/rules.md", "img/a b.png"])

  @Test(arguments: [
    ("[a](LICENSE)", nil),
    ("[a](./LICENSE)", nil),
    ("[a](docs/)", nil),
    ("[a](docs/../LICENSE#part)", nil),
    ("![a](img/a%20b.png)", nil),
    ("![a](<img/a b.png>)", nil),
    ("<img src=\"img/a b.png\">", nil),
    ("[a](licence)", "the file 'licence' does not exist"),
    ("[a](docs/rules)", "the file 'docs/rules' does not exist; did you mean 'docs/rules.md'?"),
    ("[a](docs/x.md#part)", "the file 'docs/x.md' does not exist"),
    ("[a](x.md?raw=1)", "the file 'x.md' does not exist"),
    ("[a][r]\n\n[r]: gone.md", "the file 'gone.md' does not exist"),
    ("![a](img/c.png)", "the file 'img/c.png' does not exist"),
    ("<a href=\"gone\">a</a>", "the file 'gone' does not exist"),
    // Not next to the inputs: the root of a site, a folder above, another host, another scheme.
    ("[a](/gone)", nil),
    ("[a](../gone)", nil),
    ("[a](//gone.example/x)", nil),
    ("[a](mailto:a@gone.example) <a@gone.example> a@gone.example www.gone.example", nil),
    ("[a](?tab=readme)", nil),
    ("[a]()", nil),
    ("[a](list.md)", nil),
    ("[a](list.md?plain=1#gone)", nil),
  ])
  func missingFiles(text: String, message: String?) throws {
    let trial = try StageTrial("toc", documents: [("list.md", text + "\n")], files: Self.files)
    #expect(trial.findings.map(\.message) == (message.map { [$0] } ?? []))
    #expect(trial.rules.allSatisfy { $0 == "missing-file" })
    #expect(trial.edits.isEmpty)
  }

  @Test func rootedPathsAreCheckedInARepository() throws {
    var files = Self.files
    files.paths.insert(".git")
    let trial = try StageTrial(
      "toc", documents: [("docs/a.md", "[a](/LICENSE) [b](/gone) [c](rules.md)\n")], files: files)
    #expect(trial.findings.map(\.message) == ["the file 'gone' does not exist"])
  }

  /// For documents without a folder nothing is known about files.
  @Test func unknownFilesAreNotChecked() throws {
    #expect(try StageTrial("toc", "[a](gone.md) ![b](gone.png)\n").rules.isEmpty)
  }

  @Test func theNearestAnchorOfAnotherInputIsSuggested() throws {
    let trial = try StageTrial(
      "toc",
      documents: [
        ("a.md", "# A\n\n[x](sub/b.md#green-tee) [y](./sub/../sub/b.md#Pots) [z](sub/b.md#xyzzyxyzzy)\n"),
        ("sub/b.md", "# Green tea\n\n# Pots\n\n<a id=\"cups\"></a>\n\n[x](../a.md#b) [y](b.md#cup)\n"),
      ], files: Self.files)
    #expect(
      trial.lines == [
        "3: no heading or anchor of sub/b.md matches '#green-tee'; did you mean '#green-tea'? [broken-fragment]",
        "3: no heading or anchor of sub/b.md matches '#xyzzyxyzzy' [broken-fragment]",
        "7: no heading or anchor of a.md matches '#b'; did you mean '#a'? [broken-fragment]",
        "7: no heading or anchor matches '#cup'; did you mean '#cups'? [broken-fragment]",
      ])
  }
}
