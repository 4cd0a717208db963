import Testing

/// `--changed-since` with real git: only changed lines count.
@Suite(.enabled(if: Tool.exists("git"), "git is not installed"))
struct ChangedSinceTests {
  let folder: TemporaryFolder

  static let old = "# Teas\n\n- [Oolong](htpp://tea.example/oolong) \n- [Sencha](https://tea.example/sencha)\n\nEnd.\n"

  init() throws {
    folder = try TemporaryFolder()
    try git("init", "-q", "-b", "main")
    try commit("lists/tea list.md", Self.old)
  }

  private func git(_ arguments: String...) throws {
    var command = Command("git", arguments, in: folder.path)
    command.environment = [
      "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_COMMITTER_NAME": "A",
      "GIT_COMMITTER_EMAIL": "a@a.example", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
    ]
    let outcome = try command.run()
    try #require(outcome.ending == .exited(0), "\(outcome.error)")
  }

  private func commit(_ name: String, _ text: String) throws {
    try folder.write(name, text)
    try git("add", "-A")
    try git("commit", "-q", "-m", "x")
  }

  private func check(_ revision: String, _ lists: String..., arguments: [String] = []) throws -> Outcome {
    let names = lists.isEmpty ? ["lists/tea list.md"] : lists
    return try Curate.run(
      names + ["--check", "--fail-on", "warning", "--changed-since", revision] + arguments, in: folder.path)
  }

  private func places(_ outcome: Outcome) -> [String] {
    outcome.output.split(separator: "\n").map { line in
      let rule = line.split(separator: "[").last.map { String($0.dropLast()) } ?? ""
      return "\(line.split(separator: ":")[1]) \(rule)"
    }
  }

  @Test func anUntouchedListPasses() throws {
    let outcome = try check("HEAD")
    #expect(outcome.ending == .exited(0) && outcome.output.isEmpty, "\(outcome.output)")
    #expect(try Curate.run("lists/tea list.md", "--check", in: folder.path).ending == .exited(1))
  }

  @Test func onlyChangedLinesCount() throws {
    let new = Self.old.replacing(
      "\n\nEnd.", with: "\n- [Chai](htpp://chai.example)\n- [Rooibos](https://r.example) \n\nEnd.")
    try folder.write("lists/tea list.md", new)
    let outcome = try check("HEAD")
    #expect(outcome.ending == .exited(1))
    #expect(places(outcome) == ["5 inspect/scheme-typo", "6 tidy/trailing-space"], "\(outcome.output)")
    try commit("lists/tea list.md", new)
    #expect(try check("HEAD").ending == .exited(0))
    #expect(places(try check("HEAD~1")) == ["5 inspect/scheme-typo", "6 tidy/trailing-space"])
    #expect(places(try check("HEAD~1", arguments: ["--only-rule", "tidy/*"])) == ["6 tidy/trailing-space"])
  }

  /// Removing lines does not change the remaining lines.
  @Test func removedLinesDoNotCount() throws {
    try folder.write("lists/tea list.md", Self.old.replacing("- [Sencha](https://tea.example/sencha)\n", with: ""))
    #expect(try check("HEAD").ending == .exited(0))
  }

  /// Later commits on the main branch do not count as changes of the other branch.
  @Test func aBranchIsComparedWithItsMergeBase() throws {
    try git("checkout", "-q", "-b", "work")
    try git("checkout", "-q", "main")
    try commit("lists/tea list.md", Self.old.replacing("htpp", with: "https"))
    try git("checkout", "-q", "work")
    #expect(try check("main").ending == .exited(0))
  }

  @Test func aNewFileIsAllNew() throws {
    try folder.write("lists/new.md", Self.old)
    #expect(places(try check("HEAD", "lists/new.md", "lists/tea list.md")).count == 2, "not in the index")
    try git("add", "-A")
    let staged = try check("HEAD", "lists/new.md")
    #expect(staged.ending == .exited(1) && places(staged).count == 2, "in the index")
  }

  /// Not even to git's own files.
  @Test func aCheckWritesNothing() throws {
    try folder.write("lists/tea list.md", Self.old)
    let before = folder.files()
    _ = try check("HEAD")
    let after = folder.files()
    #expect(after.keys.sorted() == before.keys.sorted())
    for (name, bytes) in before { expectSame(after[name], bytes) }
  }

  @Test(arguments: ["nowhere", "HEAD~7", "--all", "HEAD:lists"]) func anUnknownRevision(name: String) throws {
    let outcome = try Curate.run("lists/tea list.md", "--check", "--changed-since=\(name)", in: folder.path)
    expectFailure(
      outcome, code: 2, saying: "there is no commit '\(name)' in \(folder.path)", "a branch, a tag or a commit")
  }

  @Test func noRepository() throws {
    let outside = try TemporaryFolder()
    try outside.write("list.md", Self.old)
    expectFailure(
      try Curate.run("list.md", "--check", "--changed-since", "HEAD", in: outside.path), code: 2,
      saying: "list.md: --changed-since needs a list in a git repository", "not a git repository")
  }

  @Test func noGit() throws {
    var command = Curate.command(["lists/tea list.md", "--check", "--changed-since", "HEAD"], in: folder.path)
    command.program = Curate.path
    let tools = try TemporaryFolder()
    command.environment["PATH"] = tools.path
    command.folder = nil
    command.arguments[0] = folder.path("lists/tea list.md")
    expectFailure(try command.run(), code: 2, saying: "--changed-since needs git, but git is not on the PATH")
  }

  @Test func aSelectionNeedsAnOptionThatUsesIt() throws {
    for option in [["--changed-since", "HEAD"], ["--only-rule", "level-jump"], ["--baseline", "b.txt"]] {
      expectFailure(
        try Curate.run(["lists/tea list.md"] + option, in: folder.path), code: 2,
        saying: "\(option[0]) selects what counts for --check")
    }
  }
}
