import CurateCore
import CuratePipeline
import Foundation
import Testing

@testable import CurateStages

/// Python's CSV and JSON readers, as independent checks of the emitted files.
enum Python {
  static let path = ["/usr/bin/python3", "/usr/local/bin/python3"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Runs a program on some input and reads its output as JSON.
  static func json(_ program: String, _ input: [UInt8]) throws -> Any {
    let folder = FileManager.default.temporaryDirectory.appending(path: "curate-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "input")
    try Data(input).write(to: file)
    let process = Process()
    process.executableURL = URL(filePath: try #require(path))
    process.arguments = ["-c", program, file.path()]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try JSONSerialization.jsonObject(with: data)
  }
}

struct EmitTests {
  private let list = """
    # Tea, "green"

    - [Sencha, \\"first\\" flush](https://tea.example/a,b) - sweet, 甘い
    - [玉露 – 日本](https://user:secret@tea.example/緑) [x](#none)
    - [@angular/core](https://ng.example) - =1+1
    - [two
      lines](https://two.example)

    """

  private func emitted(
    _ stage: String, _ options: String = "{}", _ text: String? = nil, before: [String] = ["dedupe", "classify"]
  )
    throws -> [String: [UInt8]]
  {
    let trial = try StageTrial(stage, options: options, before: before, text ?? list)
    var files: [String: [UInt8]] = [:]
    for (place, bytes) in trial.outputs.files {
      if case .output(let path) = place { files[path] = bytes }
    }
    return files
  }

  private func rows(_ bytes: [UInt8]) throws -> [[String: String]] {
    let program =
      "import csv,json,sys; print(json.dumps(list(csv.DictReader(open(sys.argv[1],newline='',encoding='utf-8-sig'),strict=True))))"
    return try #require(try Python.json(program, bytes) as? [[String: String]])
  }

  @Test(.enabled(if: Python.path != nil, "python3 is not installed"))
  func pythonReadsTheLinks() throws {
    let rows = try rows(try #require(try emitted("emit-csv")["links.csv"]))
    #expect(rows.map { $0["title"] } == ["Sencha, \"first\" flush", "玉露 – 日本", "x", "@angular/core", "two lines"])
    #expect(rows.map { $0["line"] } == ["3", "4", "4", "5", "6"])
    #expect(rows[0]["description"] == "sweet, 甘い")
    #expect(rows[0]["section"] == "Tea, \"green\"")
    #expect(rows[1]["url"] == "https://***@tea.example/緑")
    #expect(rows[1]["original_url"] == "https://***@tea.example/緑")
    #expect(rows[3]["description"] == "=1+1")
    #expect(rows.allSatisfy { $0["fate"] == "kept" })
  }

  @Test(.enabled(if: Python.path != nil, "python3 is not installed"))
  func everyReportHasItsColumnsInEveryRow() throws {
    let text =
      "# A\n\n- [T](https://t.example)\n- https://T.example\n- [U](https://u.example/?utm_source=x)\n\n# B\n\n- [T](http://t.example/)\n"
    let files = try emitted(
      "emit-csv", "{crlf: true, bom: true}", text, before: ["normalize-urls", "dedupe", "classify"])
    #expect(
      files.keys.sorted() == [
        "changes.csv", "domains.csv", "duplicates.csv", "findings.csv", "links.csv", "sections.csv",
      ])
    let program =
      "import csv,json,sys; print(json.dumps([len(r) for r in csv.reader(open(sys.argv[1],newline=''),strict=True)]))"
    for report in EmitCSVStage.Report.allCases {
      let name = report.fileName
      let bytes = try #require(files[name])
      let widths = try #require(try Python.json(program, bytes) as? [Int])
      #expect(Set(widths) == [report.type.columnManuals.count], "\(name)")
      #expect(widths.count > 1, "\(name)")
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("\r\n"))
    }
  }

  @Test(.enabled(if: Python.path != nil, "python3 is not installed"))
  func changesHaveBothLines() throws {
    let text = "- [A](https://a.example)\n- [A](https://a.example)\n- [B](https://B.example)\n"
    let files = try emitted("emit-csv", "{reports: [changes, links]}", text, before: ["dedupe", "normalize-urls"])
    let changes = try rows(try #require(files["changes.csv"]))
    #expect(
      changes.map { [$0["line"], $0["output_line"], $0["field"], $0["rule"]] } == [
        ["2", "2", "item", "same-url"], ["3", "2", "url", "lower-case-host"],
      ])
    let links = try rows(try #require(files["links.csv"]))
    #expect(links.map { $0["fate"] } == ["kept", "merged", "changed"])
    #expect(links[1]["survivor_line"] == "1")
    #expect(links[1]["reason"] == "same URL as line 1")
    #expect(links[2]["original_url"] == "https://B.example")
    #expect(files["domains.csv"] == nil)
  }

  /// A change inside an item that is merged later never takes effect.
  @Test(.enabled(if: Python.path != nil, "python3 is not installed"))
  func changesWithoutEffectAreInNoReport() throws {
    let text =
      "- [A](https://a.example)\n- [B](https://b.example)\n* [A](https://A.example) \n- [C](https://C.example)\n"
    let trial = try StageTrial("emit-csv", before: ["tidy", "normalize-urls", "dedupe"], text)
    let (all, superseded) = (trial.collection.journal.events, trial.collection.resolveEdits()[0].superseded)
    #expect(!superseded.isEmpty)
    let changes = try rows(try #require(trial.outputs.files[.output("changes.csv")]))
    #expect(
      changes.map { [$0["line"], $0["field"], $0["rule"]] } == [
        ["4", "url", "lower-case-host"], ["3", "item", "same-page"],
      ])
    #expect(changes.count == all.count - superseded.count)
    let model = try emitted("emit-json", "{}", text, before: ["tidy", "normalize-urls", "dedupe"])
    let lines = String(decoding: try #require(model["model.ndjson"]), as: UTF8.self).split(separator: "\n")
    #expect(lines.count { $0.contains("\"t\":\"event\"") } == changes.count)
  }

  @Test func aFormulaIsGuardedByOption() throws {
    let plain = String(decoding: try #require(try emitted("emit-csv")["links.csv"]), as: UTF8.self)
    #expect(plain.contains(",@angular/core,=1+1,"))
    let guarded = String(
      decoding: try #require(try emitted("emit-csv", "{formula-guard: true}")["links.csv"]), as: UTF8.self)
    #expect(guarded.contains(",\"'@angular/core\",\"'=1+1\","))
  }

  @Test func passwordsAreInNoReport() throws {
    let text =
      "- https://me:hunter2@a.example/x\n- [A](https://me:hunter2@A.example/x)\n- [B](https://token@b.example)\n"
      + "- [a](HTTP://bob:p'sec1@h.example/x)\n- HTTP://bob:(sec2)@h.example/x\n"
    for stage in ["emit-csv", "emit-json"] {
      for (name, bytes) in try emitted(stage, "{}", text, before: ["normalize-urls", "dedupe", "classify"]) {
        let report = String(decoding: bytes, as: UTF8.self)
        for secret in ["hunter2", "token", "sec1", "sec2"] { #expect(!report.contains(secret), "\(name): \(secret)") }
      }
    }
    let markdown = try #require(try emitted("emit-markdown", "{}", text, before: [])["list.md"])
    #expect(String(decoding: markdown, as: UTF8.self) == text)
  }

  @Test func sharesAddUp() throws {
    let text = "- [A](https://a.example/1)\n- [B](https://a.example/2)\n- [C](https://c.example)\n"
    let domains = String(decoding: try #require(try emitted("emit-csv", "{}", text)["domains.csv"]), as: UTF8.self)
    #expect(
      domains.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false).last } == [
        "share", "66.67", "33.33",
      ])
  }

  @Test(.enabled(if: Python.path != nil, "python3 is not installed"))
  func pythonReadsTheModel() throws {
    let text =
      list + "- \u{2028} [c\u{7f}](https://c.example/\u{1})\n- [A](https://a.example)\n- [A](https://a.example)\n"
    let bytes = try #require(try emitted("emit-json", "{to: data/model.ndjson}", text)["data/model.ndjson"])
    let program =
      "import json,sys; print(json.dumps([json.loads(l) for l in open(sys.argv[1],encoding='utf-8',newline='\\n')]))"
    let objects = try #require(try Python.json(program, bytes) as? [[String: Any]])
    let kinds = Dictionary(grouping: objects) { $0["t"] as? String ?? "" }.mapValues(\.count)
    #expect(kinds == ["document": 1, "section": 2, "link": 8, "duplicates": 1, "event": 1])
    let links = objects.filter { $0["t"] as? String == "link" }
    #expect(links.compactMap { $0["id"] as? Int } == Array(1...8))
    #expect(links[1]["url"] as? String == "https://***@tea.example/緑")
    #expect(links[7]["survivor"] as? Int == 7)
    #expect(links[0]["path"] as? [String] == ["Tea, \"green\""])
  }

  @Test(arguments: [
    ("{path}", "docs/list.md"), ("clean/{name}", "clean/list.md"), ("{stem}.clean.md", "list.clean.md"),
    ("a/{path}/{stem}", "a/docs/list.md/list"),
  ])
  func pathsComeFromTheTemplate(to: String, path: String) throws {
    let trial = try StageTrial("emit-markdown", options: "{to: \"\(to)\"}", documents: [("docs/list.md", list)])
    #expect(trial.outputs.files.keys.map { $0 } == [.output(path)])
    #expect(trial.outputs.files[.output(path)] == Array(list.utf8))
  }

  @Test(arguments: ["../{path}", "/{path}", "{paht}", "a/", "", "x/../../{name}", "{path"])
  func badPathsAreRejected(to: String) throws {
    let entry = try #require(StageCatalog.builtIn["emit-markdown"])
    let node = try ConfigNode(yaml: Array("{to: \"\(to)\"}".utf8), path: "options")
    #expect(throws: OptionProblems.self) { _ = try entry.make(node) }
  }

  @Test func oneNameForTwoDocumentsIsRejected() throws {
    #expect(throws: StageError.outputCollision(path: "list.md")) {
      _ = try StageTrial(
        "emit-markdown", options: "{to: \"{name}\"}", documents: [("a/list.md", "a\n"), ("b/list.md", "b\n")])
    }
  }

  @Test func onlyChangedDocumentsAreWrittenInPlace() throws {
    let trial = try StageTrial(
      "emit-markdown", options: "{write: in-place}", before: ["normalize-urls"],
      documents: [("a.md", "[A](https://a.example)\n"), ("b.md", "[B](https://B.example/)\n")])
    #expect(trial.outputs.files == [.input(DocumentID(1)): Array("[B](https://b.example/)\n".utf8)])
  }

  /// Links between documents stay valid if all documents move alike.
  @Test(arguments: [("{path}", 0), ("{stem}.new.md", 2), ("clean/{name}", 0), ("clean/{path}", 1)])
  func movedRelativeLinksAreReported(to: String, findings: Int) throws {
    let trial = try StageTrial(
      "emit-markdown", options: "{to: \"\(to)\"}",
      documents: [
        ("docs/a.md", "[b](b.md#x) [up](../c.md) [web](https://b.md) [mail](mailto:a@b.md) [here](#x) [root](/c.md)\n"),
        ("docs/b.md", "# X\n"),
      ])
    #expect(trial.rules == Array(repeating: "relative-link", count: findings), "\(trial.lines)")
  }

  @Test func aLinkToAMovedDocumentIsReported() throws {
    let trial = try StageTrial(
      "emit-markdown", options: "{to: \"{stem}.new.md\"}",
      documents: [("a.md", "[b](green%20tea.md) [root](/green%20tea.md#x)\n"), ("green tea.md", "# X\n")])
    #expect(
      trial.lines == [
        "1: 'green%20tea.md' does not lead to green tea.md from a.new.md [relative-link]",
        "1: '/green%20tea.md' does not lead to green tea.md from a.new.md [relative-link]",
      ])
  }
}
