import Testing

/// Recipes and lists that cannot be read: one clear error, its exit code, and unchanged earlier results.
@Suite struct BadInputTests {
  @Test func missingRecipe() throws {
    let trial = try FinishedTrial()
    let outcome = try Curate.run("recipes/nothing.yaml", in: trial.folder.path)
    expectFailure(outcome, code: 2, saying: "recipes/nothing.yaml", "no such file")
    trial.expectIntact()
  }

  @Test func misspelledRecipeIsSuggested() throws {
    let trial = try FinishedTrial()
    expectFailure(
      try Curate.run("recpie.yaml", in: trial.folder.path), code: 2, saying: "recpie.yaml", "did you mean recipe.yaml")
  }

  @Test func missingInputPointsIntoTheRecipe() throws {
    let trial = try FinishedTrial()
    let recipe = try trial.folder.writeRecipe("other.yaml", inputs: ["gone.md"], stages: ["parse", "emit-markdown"])
    expectFailure(try Curate.run(recipe), code: 2, saying: "other.yaml:3:10", "gone.md", "no such file")
    expectFailure(
      try Curate.run(trial.recipe, "elsewhere.md", in: trial.folder.path), code: 2, saying: "elsewhere.md",
      "no such file")
    trial.expectIntact()
  }

  @Test func folderAsInput() throws {
    let trial = try FinishedTrial()
    try trial.folder.makeFolder("lists.md")
    let outcome = try Curate.run(trial.recipe, "lists.md", in: trial.folder.path)
    expectFailure(outcome, code: 2, saying: "lists.md is a folder")
    expectFailure(try Curate.run("lists.md", in: trial.folder.path), code: 2, saying: "lists.md is a folder")
    trial.expectIntact()
  }

  @Test func folderAsRecipe() throws {
    let trial = try FinishedTrial()
    let outcome = try Curate.run("./out", in: trial.folder.path)
    expectFailure(outcome, code: 2, saying: "./out", "it is a folder")
    trial.expectIntact()
  }

  @Test(.enabled(if: Unprivileged.isPossible, Unprivileged.reason)) func unreadableInput() throws {
    let trial = try FinishedTrial()
    try trial.folder.write("list.md", SampleList.untidy)
    let list = trial.folder.path("list.md")
    _ = try Command("chmod", ["000", list]).run()
    let outcome = try Unprivileged.run([trial.recipe, "--dry-run"], in: trial.folder)
    #expect(outcome.ending == .exited(2) || outcome.ending == .exited(4), "\(outcome.error)")
    #expect(outcome.error.contains("list.md") && outcome.error.contains("permission denied"), "\(outcome.error)")
    trial.expectIntact()
  }

  /// The offset counts from 0, as an editor's "go to byte" and `xxd` do.
  @Test(arguments: [
    ("- ok\n- \u{FFFD}", [0x80], 7, 2), ("", [0xFF, 0xFE], 0, 1), ("# A\n\n", [0xE2, 0x82], 5, 3),
    ("# B\n", [0xC0, 0xAF], 4, 2), ("", [0xED, 0xA0, 0x80], 0, 1), ("ab", [0xF5, 0x80, 0x80, 0x80], 2, 1),
  ])
  func invalidUTF8(before: String, bytes: [Int], offset: Int, line: Int) throws {
    // U+FFFD is three valid bytes: text that was decoded with errors and saved is valid again.
    let expected = before.contains("\u{FFFD}") ? offset + 3 : offset
    let trial = try FinishedTrial()
    let list = Array(before.utf8) + bytes.map { UInt8($0) } + Array("\n- [x](https://x.example)\n".utf8)
    let outcome = try trial.run(list)
    expectFailure(
      outcome, code: 3, saying: "list.md:\(line): not UTF-8 at offset \(expected) of the file (counted from 0);",
      "save the file as")
    trial.expectIntact()
  }

  @Test func invalidUTF8IsRefusedWithoutARecipeToo() throws {
    let folder = try TemporaryFolder()
    try folder.write("list.md", Array("- [x](https://x.example) \n".utf8) + [0xFF])
    let outcome = try Curate.run("list.md", "--write", in: folder.path)
    expectFailure(outcome, code: 3, saying: "list.md:2: not UTF-8 at offset 26 of the file (counted from 0)")
    #expect(folder.names == ["list.md"])
  }
}
