import Foundation
import Testing

/// The progress bar for reading a large collection. It appears only on a terminal, never in a file, a pipe or CI.
@Suite struct ProgressTests {
  /// Ten megabytes in forty documents.
  private static func collection() throws -> (TemporaryFolder, recipe: String) {
    let folder = try TemporaryFolder()
    let line =
      "- [Oolong](https://tea.example/oolong) - a tea between green and black, " + String(repeating: "so ", count: 60)
    let text = "# Tea\n\n" + String(repeating: line + "\n", count: 1000)
    try FileManager.default.createDirectory(atPath: folder.path + "/lists", withIntermediateDirectories: true)
    for number in 0..<40 {
      try text.write(toFile: folder.path + "/lists/\(number).md", atomically: false, encoding: .utf8)
    }
    let recipe = folder.path + "/recipe.yaml"
    let yaml = "curate: 1\nname: many\ninputs: ['lists/**/*.md']\noutput: out\nstages: [parse]\n"
    try yaml.write(toFile: recipe, atomically: false, encoding: .utf8)
    return (folder, recipe)
  }

  private static func onTerminal(_ environment: [String: String?]) throws -> Outcome {
    let (folder, recipe) = try collection()
    let words = [Curate.path, recipe, "--dry-run"].map { "'\($0)'" }.joined(separator: " ")
    var command = Command("script", ["-q", "-e", "-c", words, "/dev/null"], in: folder.path)
    command.environment = ["NO_COLOR": nil, "CI": nil, "TERM": "xterm"].merging(environment) { $1 }
    let outcome = try command.run()
    #expect(outcome.ending == .exited(0), "\(outcome.output)")
    return outcome
  }

  @Test(.enabled(if: Tool.exists("script"), "script is not installed"))
  func rateAndRemainingTimeOnATerminal() throws {
    let output = try Self.onTerminal([:]).output
    #expect(output.contains("\rreading "))
    #expect(output.contains(" MB/s, ") && output.contains(" s left"))
    // It is erased before the first line of the summary.
    #expect(output.contains(" \r\u{1B}[1mmany: 40 documents"))
  }

  @Test(.enabled(if: Tool.exists("script"), "script is not installed"))
  func noColorWithNO_COLOR() throws {
    let outcome = try Self.onTerminal(["NO_COLOR": "1"])
    #expect(outcome.output.contains("\rreading ") && !outcome.outputBytes.contains(TerminalTests.escape))
  }

  @Test(.enabled(if: Tool.exists("script"), "script is not installed"), arguments: [("CI", "true"), ("TERM", "dumb")])
  func noBarInCIOrOnADumbTerminal(name: String, value: String) throws {
    #expect(try !Self.onTerminal([name: value]).output.contains("reading"))
  }

  @Test func noBarInAPipe() throws {
    let (folder, recipe) = try Self.collection()
    let outcome = try Curate.run(recipe, "--dry-run", in: folder.path)
    #expect(outcome.ending == .exited(0))
    #expect(outcome.errorBytes.isEmpty && !outcome.output.contains("reading"))
  }
}
