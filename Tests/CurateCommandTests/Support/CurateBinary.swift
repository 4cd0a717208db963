import Foundation
import Testing

/// The real command, built by `make test`.
enum Curate {
  /// `$CURATE_BINARY`, or `curate` next to the test bundle.
  static let path: String = {
    if let given = ProcessInfo.processInfo.environment["CURATE_BINARY"] { return given }
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "curate").path
  }()

  /// Whether `$CURATE_BINARY` is set. Such a binary is assumed to be optimized, and is tested with the largest inputs.
  static let isGiven = ProcessInfo.processInfo.environment["CURATE_BINARY"] != nil

  /// The package's folder, which holds `pipelines/`.
  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL.path

  static func recipe(_ name: String) -> String { "\(root)/pipelines/\(name).yaml" }

  static let list = "\(root)/pipelines/inputs/science-of-learning.md"

  /// The bytes of the shipped list.
  static func listBytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: list))) }

  static func command(_ arguments: [String], in folder: String? = nil) -> Command {
    var command = Command(path, arguments, in: folder)
    // Only the test decides about color.
    command.environment = ["NO_COLOR": nil, "CI": nil, "TERM": "xterm"]
    return command
  }

  static func run(_ arguments: String..., in folder: String? = nil) throws -> Outcome {
    try command(arguments, in: folder).run()
  }

  static func run(_ arguments: [String], in folder: String? = nil) throws -> Outcome {
    try command(arguments, in: folder).run()
  }
}

/// Programs of the system that some tests need.
enum Tool {
  static func exists(_ name: String) -> Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  static let isRoot = geteuid() == 0
}

/// The temporary files in a folder, which only an interrupted run leaves.
func leftovers(in folder: TemporaryFolder) -> [String] {
  folder.names.filter { $0.split(separator: "/").last?.hasPrefix(".curate-") == true }
}

/// The log files of SQLite, which are removed when a run closes the database.
let databaseLogs: Set<String> = ["history.sqlite-wal", "history.sqlite-shm", "history.sqlite-journal"]

/// Expects equal bytes. A failure shows the first difference instead of the whole contents.
func expectSame(_ actual: [UInt8]?, _ expected: [UInt8], at location: SourceLocation = #_sourceLocation) {
  guard let actual else {
    Issue.record("the file does not exist", sourceLocation: location)
    return
  }
  guard actual != expected else { return }
  let offset = zip(actual, expected).prefix { $0 == $1 }.count
  func excerpt(_ bytes: [UInt8]) -> String { String(decoding: bytes.dropFirst(offset).prefix(60), as: UTF8.self) }
  Issue.record(
    "\(actual.count) bytes, not \(expected.count); from byte \(offset): '\(excerpt(actual))', not '\(excerpt(expected))'",
    sourceLocation: location)
}

/// Expects a failed command: the exit code, one error with these words, and no internals of the program.
func expectFailure(
  _ outcome: Outcome, code: Int32, saying words: String..., at location: SourceLocation = #_sourceLocation
) {
  #expect(outcome.ending == .exited(code), "\(outcome.error)", sourceLocation: location)
  let first = outcome.error.split(separator: "\n").first ?? ""
  #expect(first.contains("error: "), "\(outcome.error)", sourceLocation: location)
  for word in words {
    #expect(outcome.error.contains(word), "'\(word)' is missing in: \(outcome.error)", sourceLocation: location)
  }
  for internals in ["Fatal error", "RunError", "SystemError", ".swift:", "Optional(", "rawValue"] {
    #expect(!outcome.error.contains(internals), "\(outcome.error)", sourceLocation: location)
  }
}
