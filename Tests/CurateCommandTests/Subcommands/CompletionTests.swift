import Foundation
import Testing

/// Shell completions: the generated scripts, run by their shells.
@Suite struct CompletionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["teas/list.md", "teas/notes.txt", "README.md"] { try folder.write(name, "# Tea\n") }
    try folder.writeRecipe("teas/black.yaml", stages: ["parse", "{id: same-page, uses: dedupe}", "emit-csv"])
    for shell in ["bash", "zsh", "fish"] {
      try folder.write("curate.\(shell)", try Curate.run("--generate-completion-script", shell).output)
    }
  }

  /// Runs a script with the folder of `curate` on the PATH, as after installation.
  private func run(_ shell: String, _ script: String) throws -> Outcome {
    var command = Command(shell, ["-c", script], in: folder.path)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    command.environment["PATH"] = URL(filePath: Curate.path).deletingLastPathComponent().path + ":" + path
    return try command.run()
  }

  /// Returns the completions of bash for the last word.
  private func bash(_ words: [String]) throws -> Set<String> {
    let quoted = words.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try run(
      "bash",
      """
      source ./curate.bash
      COMP_WORDS=(\(quoted)); COMP_CWORD=\(words.count - 1)
      COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
      _curate_or_run curate "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(outcome.error.isEmpty, "\(outcome.error)")
    return Set(outcome.output.split(separator: "\n").map(String.init))
  }

  @Test(arguments: [
    (["st"], ["stages"]),
    (["check", "teas/"], ["teas/black.yaml"]),
    (["stages", "nor"], ["normalize-urls"]),
    (["new", ""], ["recipe", "stage"]),
    (["run", "teas/black.yaml", "--only", ""], ["parse", "same-page", "emit-csv"]),
    // Without the word `run`.
    (["tea"], ["teas"]),
    (["teas/"], ["teas/black.yaml", "teas/list.md"]),
    (["REA"], ["README.md"]),
    (["--chec"], ["--check"]),
    (["teas/black.yaml", "--skip", "s"], ["same-page"]),
    (["teas/black.yaml", "--set", "same-page.s"], ["same-page.scope="]),
    (["teas/black.yaml", "--fail-on", "w"], ["warning"]),
    (["teas/black.yaml", "teas/"], ["teas/list.md"]),
    // Without a readable recipe, the built-in one is used.
    (["missing.yaml", "--only", "cl"], ["classify"]),
  ])
  func bashOffers(_ words: [String], _ expected: [String]) throws {
    let offered = try bash(["curate"] + words)
    #expect(words == ["new", ""] ? offered.isSuperset(of: expected) : offered == Set(expected), "\(offered)")
  }

  @Test func bashOffersAllSubcommands() throws {
    let offered = try bash(["curate", ""])
    let help = try Curate.run("--help").output
    let listed = help.split(separator: "SUBCOMMANDS:").last?.matches(of: #/\n  ([a-z]+) /#).map { String($0.1) } ?? []
    #expect(listed.count >= 8 && offered.isSuperset(of: listed), "\(listed): \(offered)")
  }

  @Test(
    .enabled(if: Tool.exists("fish"), "fish is not installed"),
    arguments: [
      ("curate st", "stages"), ("curate teas/b", "teas/black.yaml"), ("curate run teas/b", "teas/black.yaml"),
    ])
  func fishOffers(_ line: String, _ expected: String) throws {
    let outcome = try run("fish", "source ./curate.fish; complete -C '\(line)'")
    let words = outcome.output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(words.contains(expected), "\(outcome.output)\(outcome.error)")
  }

  @Test(.enabled(if: Tool.exists("zsh"), "zsh is not installed")) func zshReadsItsScript() throws {
    let outcome = try run(
      "zsh", "autoload -U compinit; compinit -u -D; source ./curate.zsh; whence -w _curate _curate_named")
    #expect(outcome.output == "_curate: function\n_curate_named: function\n", "\(outcome.error)")
    #expect(outcome.error.isEmpty, "\(outcome.error)")
  }

  /// A completion that fails would print its error into the command line.
  @Test(arguments: [
    ["run", "--", "--only", "2", "0", "curate", "broken.yaml", ""],
    ["run", "--", "--set", "2", "0", "curate", "teas", ""],
    ["run", "--", "--skip", "1", "0", "curate"],
    ["stages", "--", "positional@0", "2", "0", "curate", "stages", "\u{FFFD}"],
  ])
  func completionsNeverFail(_ arguments: [String]) throws {
    try folder.write("broken.yaml", "stages: [")
    let outcome = try Curate.run(["---completion"] + arguments, in: folder.path)
    #expect(outcome.ending == .exited(0) && outcome.error.isEmpty, "\(outcome.error)")
    #expect(outcome.output.contains("emit-markdown") || outcome.output.contains("dedupe.scope="))
  }
}
