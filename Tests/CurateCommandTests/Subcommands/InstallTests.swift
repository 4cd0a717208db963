import Foundation
import Testing

/// The files of `make install`.
@Suite struct InstallTests {
  private static let needsMake: Comment = "make or python3 is not installed"
  private static let hasMake = Tool.exists("make") && Tool.exists("python3")

  @Test(.enabled(if: hasMake, needsMake)) func installs() throws {
    let folder = try TemporaryFolder()
    // `-o build` uses the existing binary instead of making a release build.
    let make = try Command(
      "make", ["-s", "-o", "build", "install", "BINARY=\(Curate.path)", "PREFIX=/usr", "DESTDIR=\(folder.path)"],
      in: Curate.root
    ).run()
    #expect(make.ending == .exited(0), "\(make.error)")
    #expect(try Command(folder.path("usr/bin/curate"), ["--version"]).run().ending == .exited(0))
    for (file, start) in [
      ("bash-completion/completions/curate", "#!/bin/bash"), ("zsh/site-functions/_curate", "#compdef curate"),
      ("fish/vendor_completions.d/curate.fish", "function "),
    ] {
      #expect(folder.text("usr/share/\(file)")?.hasPrefix(start) == true, "\(file)")
    }
    try expectManual(at: folder.path("usr/share/man/man1/curate.1"), of: try Curate.run("--version").output)
  }

  private func expectManual(at path: String, of version: String) throws {
    let page = try Repository.text(path)
    for name in [
      "run", "check", "test", "new recipe", "new stage", "stages", "schema", "explain", "history", "history prune",
      "show", "diff", "undo",
    ] {
      let words = (["curate"] + name.split(separator: " ").map(String.init)).map { "\\&" + $0 }
      #expect(page.contains(".Ss \(words.joined(separator: " "))\n"), "\(name)")
    }
    #expect(page.contains("Fl \\&\\-only Ar \\&id") && page.contains(".Os curate \(version)"))
    guard Tool.exists("mandoc") else { return }
    let lint = try Command("mandoc", ["-Tlint", "-Wwarning", path]).run()
    #expect(lint.ending == .exited(0), "\(lint.output)\(lint.error)")
    let shown = try Command("mandoc", ["-Tascii", path]).run().output
    #expect(shown.contains("EXIT STATUS") || shown.contains("E\u{8}EX\u{8}XI\u{8}IT\u{8}T"))
  }
}
