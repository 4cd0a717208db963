import Foundation
import Testing

/// The shipped recipes on lists that they were not tuned for: second run, unchanged lines, links and words.
@Suite struct SyntheticListTests {
  static let names = ["apis", "bookmarks", "books", "chinese", "courses", "gamedev", "papers", "tools"]
  static let recipes = ["default", "strict", "audit"]

  /// The results of a recipe on a list, and on its own output.
  struct Trial {
    let input: [UInt8]
    let output: [UInt8]
    let again: [UInt8]
    let changes: [CSVTable.Row]
    let changesAgain: [CSVTable.Row]
    let links: [CSVTable.Row]

    init(_ name: String, _ recipe: String) throws {
      let list = "\(Curate.root)/Tests/CurateStagesTests/Fixtures/lists/\(name).md"
      let folder = try TemporaryFolder()
      for (file, place) in [(list, "once"), (folder.path("once/\(name).md"), "twice")] {
        let outcome = try Curate.run(
          Curate.recipe(recipe), file, "--output", folder.path(place), "--no-history", in: folder.path)
        try #require(outcome.ending == .exited(0), "\(outcome.error)")
      }
      func rows(_ path: String) throws -> [CSVTable.Row] { try folder.bytes(path).map { try CSVTable($0).rows } ?? [] }
      input = [UInt8](try Data(contentsOf: URL(filePath: list)))
      output = try #require(folder.bytes("once/\(name).md"))
      again = try #require(folder.bytes("twice/\(name).md"))
      changes = try rows("once/changes.csv")
      changesAgain = try rows("twice/changes.csv")
      links = try rows("once/links.csv")
    }
  }

  @Test(arguments: names, recipes) func aSecondRunChangesNothing(name: String, recipe: String) throws {
    let trial = try Trial(name, recipe)
    expectSame(trial.again, trial.output)
    #expect(trial.changesAgain.isEmpty)
    // Each list has something to change, and the audit changes nothing.
    #expect(trial.changes.isEmpty == (recipe == "audit"))
    if recipe == "audit" { expectSame(trial.output, trial.input) }
  }

  /// Without the lines in `changes.csv`, input and output are equal byte for byte.
  @Test(arguments: names, recipes) func linesWithoutAnEditAreUnchanged(name: String, recipe: String) throws {
    let trial = try Trial(name, recipe)
    var (before, after) = (Set<Int>(), Set<Int>())
    // A rewritten table of contents has one row for its lines, and further rows for its links.
    for row in trial.changes where row["field"] != "toc" || row["link_id"].isEmpty {
      let (line, outputLine) = (try #require(Int(row["line"])), try #require(Int(row["output_line"])))
      let (old, new) = (Self.lineCount(row["before"]), Self.lineCount(row["after"]))
      // A change inside a line has one line on both sides; an insertion has the line after it.
      let isWhole = row["before"].hasSuffix("\n") || row["after"].hasSuffix("\n")
      before.formUnion(line..<(line + (isWhole ? old : max(1, old))))
      let first = row["before"].isEmpty && isWhole ? outputLine - new : outputLine
      after.formUnion(first..<(first + (isWhole ? new : max(1, new))))
    }
    #expect(Self.lines(trial.input, except: before) == Self.lines(trial.output, except: after))
    #expect(before.count * 3 < trial.input.count { $0 == 0x0A }, "most lines of a list are unchanged")
  }

  @Test(.enabled(if: Tool.exists("cmark-gfm"), "cmark-gfm is not installed"), arguments: names, recipes)
  func noLinkAndNoWordIsLost(name: String, recipe: String) throws {
    let trial = try Trial(name, recipe)
    let (before, after) = (try Self.page(trial.input), try Self.page(trial.output))
    let changed = trial.links.filter { $0["fate"] != "kept" }
    let rewritten = trial.changes.filter { $0["field"] == "toc" }.map { $0["before"] }.joined(separator: "\n")

    for url in Self.urls(before).subtracting(Self.urls(after)) {
      let rows = changed.filter { ($0["original_url"].removingPercentEncoding ?? "") == url }
      #expect(!rows.isEmpty || rewritten.contains(url), "\(url) is gone without a reason")
      for row in rows {
        #expect(!row["rule"].isEmpty && !row["reason"].isEmpty)
        guard row["fate"] == "merged" else { continue }
        let survivor = try #require(trial.links.first { $0["link_id"] == row["survivor_id"] })
        #expect(Self.urls(after).contains(survivor["url"]), "what \(url) was merged into")
      }
    }
    // Missing text is a URL or an empty title that was merged into a better one, or an entry of a rewritten table.
    for text in Self.texts(before).subtracting(Self.texts(after)) {
      let isExplained = changed.contains {
        [$0["title"], $0["url"], $0["original_url"]].contains(text) && $0["fate"] == "merged"
          || $0["original_url"] == text
      }
      #expect(isExplained || rewritten.contains("[\(text)]"), "'\(text)' is gone without a reason")
    }
  }

  private static func lineCount(_ text: String) -> Int {
    text.utf8.count { $0 == 0x0A } + (text.isEmpty || text.hasSuffix("\n") ? 0 : 1)
  }

  private static func lines(_ bytes: [UInt8], except excluded: Set<Int>) -> [String] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.enumerated().filter { !excluded.contains($0.offset + 1) }.map { String($0.element) }
  }

  private static func page(_ list: [UInt8]) throws -> String {
    let folder = try TemporaryFolder()
    let file = try folder.write("list.md", list)
    let extensions = ["autolink", "table", "tasklist", "footnotes"].flatMap { ["-e", $0] }
    let outcome = try Command("cmark-gfm", ["--unsafe"] + extensions + [file]).run()
    try #require(outcome.ending == .exited(0))
    return outcome.output
  }

  private static func urls(_ page: String) -> Set<String> {
    Set(
      page.matches(of: /(?:href|src)="([^"]*)"/).map { found in
        let url = found.output.1.replacing("&amp;", with: "&")
        return url.removingPercentEncoding ?? String(url)
      })
  }

  /// The lines of a page without tags.
  private static func texts(_ page: String) -> Set<String> {
    let text = page.replacing(/<[^>]*>/, with: "")
    return Set(
      text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces).replacing("&amp;", with: "&") }
        .filter { !$0.isEmpty })
  }
}
