import CurateCore
import CurateStages
import Testing

/// Links without a scheme: to files beside the document, and to parts of documents.
struct LocalLinkTests {
  /// Files that are there; no other is.
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
    ("[a](licence)", "there is no 'licence'"),
    ("[a](docs/rules)", "there is no 'docs/rules'; did you mean 'docs/rules.md'?"),
    ("[a](docs/x.md#part)", "there is no 'docs/x.md'"),
    ("[a](x.md?raw=1)", "there is no 'x.md'"),
    ("[a][r]\n\n[r]: gone.md", "there is no 'gone.md'"),
    ("![a](img/c.png)", "there is no 'img/c.png'"),
    ("<a href=\"gone\">a</a>", "there is no 'gone'"),
    // Not beside the inputs: a site's root, a folder above, another host, another scheme.
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

  @Test func rootedPathsCountInARepository() throws {
    var files = Self.files
    files.paths.insert(".git")
    let trial = try StageTrial(
      "toc", documents: [("docs/a.md", "[a](/LICENSE) [b](/gone) [c](rules.md)\n")], files: files)
    #expect(trial.findings.map(\.message) == ["there is no 'gone'"])
  }

  /// Documents in no folder: nothing can be told of files.
  @Test func unknownFilesAreNotJudged() throws {
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
        "3: no heading or anchor of sub/b.md has '#green-tee'; did you mean '#green-tea'? [broken-fragment]",
        "3: no heading or anchor of sub/b.md has '#xyzzyxyzzy' [broken-fragment]",
        "7: no heading or anchor of a.md has '#b'; did you mean '#a'? [broken-fragment]",
        "7: no heading or anchor has '#cup'; did you mean '#cups'? [broken-fragment]",
      ])
  }
}
