import Platform

/// A `git` command that only reads.
struct GitCommand {
  private let command: FinishedCommand

  /// Runs `git` in a folder, and waits for its end.
  init(_ arguments: [String], in folder: String) {
    // Git would otherwise refresh its index.
    command = FinishedCommand(
      running: ["git", "--no-optional-locks", "--literal-pathspecs", "-C", folder] + arguments)
  }

  /// The exit status (127 if `git` is not installed).
  var status: Int32 { command.status }
  var output: [UInt8] { command.output }
  var succeeded: Bool { command.status == 0 }
  /// The first line of standard output.
  var line: String { Self.firstLine(command.output) }
  /// The first line of standard error.
  var errorMessage: String { Self.firstLine(command.error) }

  private static func firstLine(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
