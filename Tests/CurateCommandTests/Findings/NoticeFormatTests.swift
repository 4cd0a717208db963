import Foundation
import Testing

/// `--format`, `--sarif`, `--only-rule` and `--color`: findings for people, editors and services.
@Suite struct NoticeFormatTests {
  let folder: TemporaryFolder

  /// A name and a title with characters that workflow commands and SARIF must escape.
  static let name = "lists/té list, 100%.md"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      Self.name,
      "# Teas\n\n- 茶 [Oolong: 50%, \"dark\"](htpp://tea.example/a)\n- [Sencha](https://tea.example/sencha) \n"
        + "- [Sencha, again](https://tea.example/sencha)\n")
  }

  private func run(_ arguments: String...) throws -> Outcome {
    try Curate.run([Self.name] + arguments, in: folder.path)
  }

  @Test func text() throws {
    let outcome = try run("--check")
    #expect(
      outcome.output == """
        \(Self.name):3:5: warning: 'htpp://' looks like a misspelled scheme in 'htpp://tea.example/a' [inspect/scheme-typo]
        \(Self.name):4:39: change: space at the end of a line, no hard break [tidy/trailing-space]
        \(Self.name):5:3: warning: 'Sencha, again' and 'Sencha' on line 4 have one URL [dedupe/one-url-two-titles]

        """, "\(outcome.output)")
    #expect(try run("--format", "text").output == outcome.output)
    #expect(try run("--format", "text").ending == .exited(0), "only --check and --fail-on make it fail")
  }

  @Test func gitHubAnnotations() throws {
    let outcome = try run("--check", "--format", "github")
    #expect(outcome.ending == .exited(1))
    let lines = outcome.output.split(separator: "\n").map(String.init)
    let file = "file=lists/té list%2C 100%25.md"
    #expect(lines.count == 3)
    #expect(
      lines[0].hasPrefix("::warning \(file),line=3,col=5,endLine=3,endColumn=48,title=inspect/scheme-typo::'htpp://'"))
    #expect(
      lines[1]
        == "::warning \(file),line=4,col=39,title=tidy/trailing-space::space at the end of a line, no hard break")
    #expect(lines[2].contains("title=dedupe/one-url-two-titles::'Sencha, again' and"))
  }

  @Test func json() throws {
    let outcome = try run("--check", "--format", "json")
    let notices = try #require(try JSONSerialization.jsonObject(with: Data(outcome.outputBytes)) as? [[String: Any]])
    #expect(notices.map { $0["kind"] as? String } == ["warning", "change", "warning"])
    #expect(
      notices.map { $0["line"] as? Int } == [3, 4, 5] && notices.allSatisfy { $0["path"] as? String == Self.name })
    #expect(notices[0]["stage"] as? String == "inspect" && notices[0]["rule"] as? String == "scheme-typo")
    // Columns count characters, not bytes.
    #expect(notices[0]["column"] as? Int == 5 && notices[0]["endColumn"] as? Int == 48)
    #expect(Set(notices.compactMap { $0["fingerprint"] as? String }).count == 3)
    try folder.write("clean.md", "# Teas\n\nNone.\n")
    let clean = try Curate.run("clean.md", "--check", "--format", "json", in: folder.path)
    #expect(clean.output == "[]\n" && clean.ending == .exited(0))
  }

  @Test func sarif() throws {
    let outcome = try run("--check", "--sarif", "out.sarif")
    #expect(outcome.ending == .exited(1) && outcome.output.split(separator: "\n").count == 3)
    let log = try Self.object(folder.bytes("out.sarif"))
    #expect(
      log["version"] as? String == "2.1.0" && (log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
    let runs = try #require(log["runs"] as? [[String: Any]])
    #expect(runs.count == 1 && runs[0]["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((runs[0]["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "curate" && driver["version"] is String)
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(Set(rules.compactMap { $0["id"] as? String }).count == rules.count)
    for rule in rules {
      #expect(((rule["shortDescription"] as? [String: Any])?["text"] as? String)?.hasSuffix(".") == true)
      #expect(
        ((rule["help"] as? [String: Any])?["text"] as? String)?.contains("`") == true,
        "the help names a command with more information")
      let level = (rule["defaultConfiguration"] as? [String: Any])?["level"] as? String
      #expect(["note", "warning", "error"].contains(level))
    }
    let results = try #require(runs[0]["results"] as? [[String: Any]])
    #expect(results.count == 3)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(result["level"] as? String == "warning")
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      let fingerprint = (result["partialFingerprints"] as? [String: String])?["placeContent/v1"]
      #expect(fingerprint?.hasSuffix(":1") == true)
      let location = try #require(
        (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
      let uri = (location["artifactLocation"] as? [String: Any])?["uri"] as? String
      #expect(uri == "lists/t%C3%A9%20list%2C%20100%25.md")
    }
    #expect(Self.region(results[0]) == ["startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 48])
    #expect(Self.region(results[1]) == ["startLine": 4, "startColumn": 39])
    // A second run prints the same bytes to standard output.
    expectSame(folder.bytes("out.sarif"), try run("--format", "sarif").outputBytes)
  }

  private static func region(_ result: [String: Any]) -> [String: Int]? {
    let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
    return location?["region"] as? [String: Int]
  }

  private static func object(_ bytes: [UInt8]?) throws -> [String: Any] {
    let data = Data(try #require(bytes, "there is no such file"))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// Places with the same text get different fingerprints, and an absolute path becomes a `file` URI.
  @Test func sarifOfEqualPlacesInAnAbsolutePath() throws {
    let list = try folder.write("equal.md", "- [A](htpp://a.example)\n- [A](htpp://a.example) b\n")
    let recipe = try folder.writeRecipe(inputs: [list], stages: ["parse", "inspect", "emit-markdown"])
    let outcome = try Curate.run(recipe, "--check", "--format", "sarif", in: "/")
    let log = try Self.object(outcome.outputBytes)
    let results = try #require((log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]])
    let typos = results.filter { $0["ruleId"] as? String == "inspect/scheme-typo" }
    let fingerprints = typos.compactMap { ($0["partialFingerprints"] as? [String: String])?["placeContent/v1"] }
    #expect(fingerprints.count == 2 && fingerprints[0].dropLast() == fingerprints[1].dropLast())
    #expect(fingerprints.map { $0.suffix(2) } == [":1", ":2"])
    #expect(outcome.output.contains("\"uri\": \"file://\(list)\""), "\(outcome.output.suffix(400))")
  }

  @Test func anUnwritableSarifFile() throws {
    let outcome = try run("--check", "--quiet", "--sarif", "no/where.sarif")
    expectFailure(outcome, code: 4, saying: "no/where.sarif: cannot be written")
  }

  @Test(arguments: [
    (["scheme-typo"], 1), (["inspect/*"], 1), (["trailing-space", "dedupe/one-url-two-titles"], 2),
    (["dedupe/same-url"], 0),
    (["recipe/unused-ignore"], 0),
  ])
  func onlyRules(rules: [String], count: Int) throws {
    let options = rules.flatMap { ["--only-rule", $0] }
    let outcome = try Curate.run([Self.name, "--check", "--fail-on", "warning"] + options, in: folder.path)
    #expect(outcome.output.split(separator: "\n").count == count, "\(outcome.output)")
    #expect(outcome.ending == .exited(count == 0 ? 0 : 1))
  }

  @Test(arguments: [
    (["--only-rule", "scheme-tpyo"], "no stage has the rule 'scheme-tpyo'; did you mean 'scheme-typo'?"),
    (["--only-rule", "inspect/scheme-tpyo"], "did you mean 'inspect/scheme-typo'?"),
    (["--only-rule", "inspct/*"], "no stage has the rule 'inspct/*'"),
    (["--format", "githb"], "--format takes text, github, json or sarif, not 'githb'; did you mean 'github'?"),
    (["--color", "allways"], "--color takes auto, always or never, not 'allways'; did you mean 'always'?"),
    (["--format", "json", "--json"], "--json and --format both print to standard output"),
    (["--markdown", "--format", "sarif"], "--markdown and --format both print to standard output"),
  ])
  func invalidOptions(options: [String], words: String) throws {
    expectFailure(try Curate.run([Self.name, "--check"] + options, in: folder.path), code: 2, saying: words)
  }

  @Test func color() throws {
    let always = try run("--check", "--color", "always")
    #expect(
      always.output.contains("\u{1B}[33mwarning\u{1B}[0m: ") && always.output.contains("\u{1B}[32mchange\u{1B}[0m: "))
    #expect(try run("--diff", "--color", "always").output.contains("\u{1B}[31m-- [Sencha]"))
    #expect(try run("--check", "--color", "auto").output == (try run("--check", "--color", "never").output))
    #expect(try run("--check", "--format", "github", "--color", "always").output.contains("\u{1B}") == false)
    var command = Curate.command([Self.name, "--check", "--color", "always"], in: folder.path)
    command.environment["NO_COLOR"] = "1"
    #expect(try command.run().output == always.output, "--color always overrides NO_COLOR")
  }

  /// A run that writes files can print its findings as well.
  @Test func formatsOfARunThatWrites() throws {
    let recipe = try folder.writeTrial(SampleList.untidy)
    let outcome = try Curate.run(recipe, "--format", "github", "--sarif", "out/run.sarif", in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.hasPrefix("::") })
    #expect(outcome.error.contains("run 1 ok") && folder.text("out/list.md") == SampleList.tidied)
    #expect(folder.exists("out/run.sarif"))
  }
}
