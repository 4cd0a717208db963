import Testing

/// Color is used only on a terminal, and not if the environment disables it.
@Suite struct TerminalTests {
  static let escape = UInt8(0x1B)

  /// Runs the command on a pseudo-terminal of `script`.
  private static func onTerminal(_ option: String, _ environment: [String: String?] = [:]) throws -> Outcome {
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial(SampleList.untidy)
    let words = [Curate.path, recipe, option].map { "'\($0)'" }.joined(separator: " ")
    var command = Command("script", ["-q", "-e", "-c", words, "/dev/null"], in: folder.path)
    command.environment = ["NO_COLOR": nil, "CI": nil, "TERM": "xterm"]
    command.environment.merge(environment) { $1 }
    return try command.run()
  }

  @Test(arguments: ["--diff", "--dry-run", "--check", "--json"]) func noColorInAFileOrPipe(option: String) throws {
    let folder = try TemporaryFolder()
    let outcome = try Curate.run(try folder.writeTrial(SampleList.untidy), option, in: folder.path)
    #expect(!outcome.outputBytes.contains(Self.escape) && !outcome.errorBytes.contains(Self.escape))
  }

  @Test(.enabled(if: Tool.exists("script"), "script is not installed"), arguments: ["--diff", "--dry-run"])
  func colorOnATerminal(option: String) throws {
    let outcome = try Self.onTerminal(option)
    #expect(outcome.ending == .exited(0), "\(outcome.output)")
    #expect(outcome.outputBytes.contains(Self.escape))
    if option == "--diff" { #expect(outcome.output.contains("\u{1B}[31m-* [Matcha]")) }
  }

  @Test(
    .enabled(if: Tool.exists("script"), "script is not installed"),
    arguments: [("NO_COLOR", "1"), ("CI", "true"), ("TERM", "dumb")])
  func noColorIfTheEnvironmentDisablesIt(name: String, value: String) throws {
    for option in ["--diff", "--dry-run"] {
      let outcome = try Self.onTerminal(option, [name: value])
      #expect(outcome.ending == .exited(0), "\(outcome.output)")
      #expect(!outcome.outputBytes.contains(Self.escape))
    }
  }

  /// A reader that closes the pipe (`curate … --diff | head`) is not an error of the command.
  @Test func aClosedPipeIsNoError() throws {
    let command = "\"$0\" \"$1\" --diff 2>/dev/null | head -n 1; echo \"${PIPESTATUS[0]}\""
    let outcome = try Command("bash", ["-c", command, Curate.path, Curate.recipe("default")]).run()
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasPrefix("--- ") && lines[1] == "0", "\(outcome.output)")
  }
}
