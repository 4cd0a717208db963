import Foundation
import Testing

/// `stages NAME --self-test` with the shipped plugins and with broken ones.
@Suite struct SelfTestTests {
  /// Each plugin in `stages/` follows the protocol and passes its own tests.
  @Test(arguments: ["even-descriptions", "flag-insecure", "stale-years", "title-from-url"])
  func shippedPluginPasses(_ name: String) throws {
    let outcome = try Curate.run("stages", name, "--self-test", in: Curate.root)
    #expect(outcome.ending == .exited(0), "\(outcome.output)\(outcome.error)")
    let last = outcome.output.split(separator: "\n").last ?? ""
    #expect(last.hasPrefix("\(name): 11 rules, all passed; ") && last.hasSuffix(" tests, all passed"), "\(last)")
  }

  @Test func newStagePasses() throws {
    let folder = try TemporaryFolder()
    #expect(try Curate.run("new", "stage", "flag-plain", in: folder.path).ending == .exited(0))
    let outcome = try Curate.run("stages", "flag-plain", "--self-test", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.hasSuffix("flag-plain: 10 rules, all passed; 1 test, all passed\n"))
  }

  @Test func allShippedPluginsAreTested() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Curate.root + "/stages")
    let plugins = folders.filter { FileManager.default.fileExists(atPath: "\(Curate.root)/stages/\($0)/stage.yaml") }
    #expect(plugins.sorted() == ["even-descriptions", "flag-insecure", "stale-years", "title-from-url"])
  }

  /// Creates a plugin whose program is correct except for the given lines.
  private func folder(
    answer: String = #"say({"t": "keep", "n": m["n"]})"#, item: String = "pass", start: String = "pass",
    after: String = "pass", tests: String = "[]"
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "stages/odd/stage.yaml",
      """
      curate-stage: 1
      name: odd
      version: 1.0.0
      summary: Is odd.
      run: [./odd.py]
      may: [find]
      options:
        least: {type: integer, min: 0, max: 9, default: 3, help: A number.}
        pattern: {type: string, default: tea, help: A regular expression.}
      rules: {seen: It was seen.}
      tests: \(tests)
      """)
    try folder.writeProgram(
      "stages/odd/odd.py",
      """
      #!/usr/bin/env python3
      import json, random, re, sys, time

      def say(message):
          print(json.dumps(message), flush=True)

      count = 0
      for line in sys.stdin.buffer:
          m = json.loads(line)
          if m["t"] == "hello":
              options = m["options"]
              \(start)
              say({"t": "ready", "protocol": 1})
          elif m["t"] == "item":
              \(item)
              count += 1
              \(answer)
          else:
              say({"t": "done"})
              sys.exit()
      \(after)
      """)
    return folder
  }

  private func expectFault(
    _ rules: [String], in folder: TemporaryFolder, saying words: String...,
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try Curate.run("stages", "odd", "--self-test", in: folder.path)
    #expect(outcome.ending == .exited(1), "\(outcome.output)\(outcome.error)", sourceLocation: location)
    let failed = outcome.output.split(separator: "\n").filter { $0.hasPrefix("FAIL") }.map { String($0.dropFirst(6)) }
    #expect(failed == rules, "\(outcome.output)", sourceLocation: location)
    for word in words { #expect(outcome.output.contains(word), "\(outcome.output)", sourceLocation: location) }
  }

  @Test func validPluginWithoutTests() throws {
    let folder = try folder()
    let outcome = try Curate.run("stages", "odd", "--self-test", in: folder.path)
    #expect(outcome.ending == .exited(0))
    #expect(
      outcome.output == """
        odd 1.0.0: Is odd.
        ok    sends 'ready' and 'done' if there are no items
        ok    returns a verdict on one link
        ok    returns one verdict on each of 10,000 links
        ok    reads Unicode, quotation marks and backslashes
        ok    reads a line of 1 MiB
        ok    ignores unknown fields and protocol versions
        ok    accepts option 'least' at its limits
        ok    accepts option 'pattern' at its limits
        ok    returns the same verdicts again, also in a dry run
        ok    exits if its input ends early
        ok    does not change its folder
        odd: 11 rules, all passed; no tests in its manifest

        """)
  }

  @Test func pluginThatCannotStart() throws {
    let folder = try folder(start: "raise SystemExit('no table of names')")
    try expectFault(
      ["sends 'ready' and 'done' if there are no items"], in: folder,
      saying: "      the plugin exited with status 1 before it sent 'ready'\n      | no table of names\n",
      "odd: 0 of 11 rules passed")
  }

  @Test func pluginThatRejectsUnknownMembers() throws {
    let folder = try folder(
      item: #"assert set(m["item"]) <= {"id", "document", "line", "url", "title", "section", "role"}"#)
    try expectFault(["ignores unknown fields and protocol versions"], in: folder, saying: "| AssertionError")
  }

  @Test func pluginThatChoosesTheNewestProtocol() throws {
    let folder = try folder(start: #"say({"t": "ready", "protocol": max(m["protocols"])}); continue"#)
    try expectFault(
      ["ignores unknown fields and protocol versions"], in: folder,
      saying: "output line 1 requests protocol 2, but this version of curate supports only protocol 1")
  }

  @Test func pluginThatReadsASCII() throws {
    let folder = try folder(item: #"m["item"]["title"].encode("ascii")"#)
    try expectFault(
      [
        "reads Unicode, quotation marks and backslashes", "ignores unknown fields and protocol versions",
        "accepts option 'least' at its limits", "accepts option 'pattern' at its limits",
        "returns the same verdicts again, also in a dry run",
      ], in: folder, saying: "UnicodeEncodeError")
  }

  @Test func pluginThatDividesByItsOption() throws {
    let folder = try folder(start: #"1 // options["least"]"#)
    try expectFault(
      ["accepts option 'least' at its limits"], in: folder,
      saying: "least: 0: the plugin exited with status 1 before it sent 'ready'", "| ZeroDivisionError")
  }

  /// A plugin may refuse the value of an option with an error message.
  @Test func pluginThatRefusesAValue() throws {
    let refusal = #"say({"t": "error", "message": "'pattern' is none"}) or sys.exit(1)"#
    let folder = try folder(start: "if options[\"pattern\"] == \"\": \(refusal)")
    #expect(try Curate.run("stages", "odd", "--self-test", in: folder.path).ending == .exited(0))
  }

  @Test func pluginThatIsNotDeterministic() throws {
    let folder = try folder(
      answer: #"say({"t": "find", "n": m["n"], "message": str(random.random())}); say({"t": "keep", "n": m["n"]})"#)
    try expectFault(
      ["returns the same verdicts again, also in a dry run"], in: folder, saying: "set 'deterministic: false'")
  }

  @Test func pluginThatLosesItems() throws {
    let folder = try folder(answer: #"count > 5_000 or say({"t": "keep", "n": m["n"]})"#)
    try expectFault(
      ["returns one verdict on each of 10,000 links"], in: folder,
      saying: "the plugin sent no verdict on item 5000 (list.md:5001)")
  }

  @Test func pluginThatDoesNotEnd() throws {
    let folder = try folder(after: "time.sleep(60)")
    try expectFault(
      ["exits if its input ends early"], in: folder, saying: "the plugin still ran 10 s after its input had ended")
  }

  @Test func pluginThatWritesIntoItsFolder() throws {
    let folder = try folder(start: #"open("cache", "w").write("seen")"#)
    try expectFault(["does not change its folder"], in: folder)
  }

  @Test func testsOfTheManifest() throws {
    let tests = #"[{name: it is seen, given: "- [A](https://a.example/)\n", findings: [seen]}]"#
    try expectFault(
      ["test 'it is seen'"], in: try folder(tests: tests), saying: "odd: 11 rules, all passed; 1 of 1 test failed")
    let seen = #"say({"t": "find", "n": m["n"], "rule": "seen", "message": "seen"}); say({"t": "keep", "n": m["n"]})"#
    let folder = try folder(answer: seen, tests: tests)
    let outcome = try Curate.run("stages", "odd", "--self-test", in: folder.path)
    #expect(outcome.ending == .exited(0) && outcome.output.hasSuffix("odd: 11 rules, all passed; 1 test, all passed\n"))
  }

  @Test func namesThatAreNoPlugins() throws {
    expectFailure(try Curate.run("stages", "dedupe", "--self-test"), code: 2, saying: "'dedupe'")
    expectFailure(try Curate.run("stages", "--self-test"), code: 2, saying: "needs the name of a plugin")
    expectFailure(
      try Curate.run("stages", "flag-insecur", "--self-test", in: Curate.root), code: 2, saying: "flag-insecure")
  }
}
