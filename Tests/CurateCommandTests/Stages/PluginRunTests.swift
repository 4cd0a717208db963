import Foundation
import Glibc
import Testing

/// Runs with plugins: trusted, changed, skipped, recorded, and interrupted.
@Suite struct PluginRunTests {
  private static let manifest = """
    curate-stage: 1
    name: probe
    version: 1.0.0
    summary: Finds every link.
    run: [./probe]
    reads: [url]
    may: [find]

    """

  /// Reports each link with the message after `says=`.
  private static let program = """
    #!/bin/sh
    says=seen
    exec jq --null-input --compact-output --unbuffered --arg says "$says" '
      input | {t: "ready", protocol: 1},
      (inputs | select(.t == "item") | {t: "find", n, message: $says}, {t: "keep", n}), {t: "done"}'

    """

  private func project(_ program: String = program, stage: String = "probe") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("stages/probe/stage.yaml", Self.manifest)
    try folder.writeProgram("stages/probe/probe", program)
    try folder.write("list.md", "- [A](https://a.example/)\n- [B](https://b.example/)\n")
    try folder.write(
      "recipe.yaml", "curate: 1\ninputs: [list.md]\noutput: out\nstages: [parse, \(stage), emit-markdown]\n")
    return folder
  }

  @Test func aChangedPluginIsRefusedUntilItIsTrustedAgain() throws {
    let folder = try project()
    #expect(try Curate.run("trust", "probe", in: folder.path).ending == .exited(0))
    let first = try Curate.run("recipe.yaml", in: folder.path)
    #expect(first.ending == .exited(0) && first.output.contains("probe"), "\(first.output)\(first.error)")
    try folder.writeProgram("stages/probe/probe", Self.program.replacing("says=seen", with: "says=changed"))
    let changed = try Curate.run("recipe.yaml", in: folder.path)
    #expect(changed.ending == .exited(2))
    #expect(changed.error.contains("probe/probe") || changed.error.contains("'probe'"), "\(changed.error)")
    #expect(try Curate.run("recipe.yaml", "--trust-all", in: folder.path).ending == .exited(0))
    #expect(try Curate.run("recipe.yaml", "--dev", "stages/probe", in: folder.path).ending == .exited(0))
    #expect(try Curate.run("trust", "probe", in: folder.path).ending == .exited(0))
    #expect(try Curate.run("recipe.yaml", in: folder.path).ending == .exited(0))
  }

  @Test func aRecipeWithAnUntrustedPluginIsValidButCannotRun() throws {
    let folder = try project()
    let check = try Curate.run("check", "recipe.yaml", in: folder.path)
    #expect(check.ending == .exited(0))
    #expect(check.output == "recipe.yaml: 3 stages, 1 input: valid, but 1 plugin may not run yet\n")
    #expect(
      check.error == """
        recipe.yaml:4:17: warning: plugin 'probe' is not trusted yet, and it would run with all your permissions
          a run stops here; read its files, then run: curate trust probe

        """)
    expectFailure(try Curate.run("recipe.yaml", in: folder.path), code: 2, saying: "'probe' is not trusted yet")
    #expect(try Curate.run("trust", "probe", in: folder.path).ending == .exited(0))
    let trusted = try Curate.run("check", "recipe.yaml", in: folder.path)
    #expect(trusted.output == "recipe.yaml: 3 stages, 1 input: valid\n" && trusted.error.isEmpty, "\(trusted.error)")
    #expect(try Curate.run("recipe.yaml", in: folder.path).ending == .exited(0))
    try folder.writeProgram("stages/probe/probe", Self.program.replacing("says=seen", with: "says=changed"))
    let changed = try Curate.run("check", "recipe.yaml", in: folder.path)
    #expect(changed.ending == .exited(0) && changed.error.contains("'probe' changed"), "\(changed.error)")
  }

  @Test func aLinkToOutsideTheFolderIsRefused() throws {
    let folder = try project()
    try folder.write("secret.txt", "not of the plugin\n")
    try #require(symlink("../../secret.txt", folder.path("stages/probe/extra")) == 0)
    let outcome = try Curate.run("trust", "probe", in: folder.path)
    #expect(outcome.ending != .exited(0) && outcome.error.contains("points outside its folder"), "\(outcome.error)")
    #expect(!folder.exists("stages/trust.lock"))
  }

  @Test func anErrorCanBeSkipped() throws {
    let folder = try project("#!/bin/sh\nexit 1\n", stage: "{uses: probe, on-error: skip}")
    let outcome = try Curate.run("recipe.yaml", "--trust-all", in: folder.path)
    #expect(outcome.ending == .exited(0) && outcome.output.contains("skipped"), "\(outcome.output)\(outcome.error)")
    expectSame(folder.bytes("out/list.md"), try #require(folder.bytes("list.md")))
    try folder.write(
      "recipe.yaml", "curate: 1\ninputs: [list.md]\noutput: new\nstages: [parse, probe, emit-markdown]\n")
    #expect(try Curate.run("recipe.yaml", "--trust-all", in: folder.path).ending == .exited(3))
    #expect(!folder.exists("new/list.md"))
  }

  @Test func anExchangeIsRecordedAndReplayed() throws {
    let folder = try project()
    let run = try Curate.run("recipe.yaml", "--trust-all", "--record", "talk.ndjson", in: folder.path)
    #expect(run.ending == .exited(0), "\(run.error)")
    #expect(folder.text("talk.ndjson")?.contains("https://a.example/") == true)
    let replay = ["stages", "probe", "--replay", "talk.ndjson", "--trust-all"]
    let same = try Curate.run(replay, in: folder.path)
    #expect(same.ending == .exited(0), "\(same.output)\(same.error)")
    try folder.writeProgram("stages/probe/probe", Self.program.replacing("says=seen", with: "says=other"))
    let other = try Curate.run(replay, in: folder.path)
    #expect(other.ending == .exited(1), "\(other.output)\(other.error)")
    #expect(other.error.contains("other") && other.error.contains("seen"), "\(other.error)")
  }

  @Test func aSignalAlsoEndsThePlugin() throws {
    let program =
      "#!/bin/sh\nread hello\necho '{\"t\": \"ready\", \"protocol\": 1}'\necho $$ > \"$PWD/running\"\nsleep 600\n"
    let folder = try project(program)
    let child = try Curate.command(["recipe.yaml", "--trust-all"], in: folder.path).start()
    #expect(child.wait { folder.text("stages/probe/running")?.hasSuffix("\n") == true })
    let written = try #require(folder.text("stages/probe/running"))
    let plugin = try #require(pid_t(written.trimmed))
    child.send(SIGINT)
    #expect(child.wait().ending == .exited(130))
    #expect(kill(plugin, 0) != 0 && errno == ESRCH, "the plugin has ended as well")
    #expect(!folder.exists("out/list.md"))
  }

  /// Like jq without `--unbuffered`, which writes nothing before it has read all input.
  @Test func aPluginMayBufferItsAnswers() throws {
    let folder = try project(Self.program.replacing(" --unbuffered", with: ""))
    let outcome = try Curate.run("recipe.yaml", "--trust-all", in: folder.path)
    #expect(
      outcome.ending == .exited(0) && outcome.output.contains("probe          2 findings"),
      "\(outcome.output)\(outcome.error)")
  }

  /// More items than a pipe holds, for a plugin that closes its input after the first line.
  @Test func aPluginThatStopsReadingIsAnError() throws {
    let folder = try project("#!/bin/sh\nread hello\necho '{\"t\": \"ready\", \"protocol\": 1}'\nexec 0<&-\nsleep 1\n")
    try folder.write("list.md", (1...20_000).map { "- [A](https://a.example/\($0))\n" }.joined())
    let outcome = try Curate.run("recipe.yaml", "--trust-all", in: folder.path)
    #expect(outcome.ending == .exited(3))
    #expect(outcome.error.contains("the plugin closed its standard input after"), "\(outcome.error)")
    #expect(outcome.error.contains("of 20,000 items; read up to 'end'"), "\(outcome.error)")
    #expect(!folder.exists("out/list.md"))
  }

  /// The items are sections; the plugin adds an entry to one of them.
  @Test func aPluginCanAddAnEntryToASection() throws {
    let program = """
      #!/bin/sh
      exec jq --null-input --compact-output --unbuffered '
        input | {t: "ready", protocol: 1},
        (inputs | select(.t == "item")
          | (select(.item.title == "Tea")
              | {t: "add", n, url: "https://green.example/", title: "Green", reason: "no list is whole without it"}),
            {t: "keep", n}), {t: "done"}'

      """
    let folder = try project(program)
    try folder.write(
      "stages/probe/stage.yaml",
      "curate-stage: 1\nname: probe\nversion: 1.0.0\nsummary: Adds tea.\nrun: [./probe]\nscope: section\n"
        + "reads: [title]\nmay: [add]\n")
    try folder.write("list.md", "# Tea\n\n- [A](https://a.example/)\n\n# Jam\n\n- [B](https://b.example/)\n")
    let outcome = try Curate.run("recipe.yaml", "--trust-all", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.output)\(outcome.error)")
    #expect(
      folder.text("out/list.md")
        == "# Tea\n\n- [A](https://a.example/)\n- [Green](https://green.example/)\n\n# Jam\n\n- [B](https://b.example/)\n"
    )
  }
}
