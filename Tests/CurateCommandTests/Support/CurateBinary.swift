import Foundation
import Testing

/// The real command, as `make test` has built it.
enum Curate {
  /// `$CURATE_BINARY`, or `curate` beside the test bundle.
  static let path: String = {
    if let given = ProcessInfo.processInfo.environment["CURATE_BINARY"] { return given }
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "curate").path
  }()

  /// Whether `$CURATE_BINARY` names the binary: then it is one that is worth timing, and takes the largest inputs.
  static let isGiven = ProcessInfo.processInfo.environment["CURATE_BINARY"] != nil

  /// The package's folder, which holds `pipelines/`.
  static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL.path

  static func recipe(_ name: String) -> String { "\(root)/pipelines/\(name).yaml" }

  static let list = "\(root)/pipelines/inputs/science-of-learning.md"

  /// The bytes of the shipped list.
  static func listBytes() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: list))) }

  static func command(_ arguments: [String], in folder: String? = nil) -> Command {
    var command = Command(path, arguments, in: folder)
    // What decides on colour comes from the test alone.
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

/// A program of the system that some tests need.
enum Tool {
  static func exists(_ name: String) -> Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  static let isRoot = geteuid() == 0
}

/// Files that a run leaves only if it was cut short.
func leftovers(in folder: TemporaryFolder) -> [String] {
  folder.names.filter { $0.split(separator: "/").last?.hasPrefix(".curate-") == true }
}

/// SQLite's own files beside a database: a run that ends as it should closes the database, and they go.
let databaseLogs: Set<String> = ["history.sqlite-wal", "history.sqlite-shm", "history.sqlite-journal"]

/// Compares the bytes of two files; says where they differ, not all that they hold.
func expectSame(_ actual: [UInt8]?, _ expected: [UInt8], at location: SourceLocation = #_sourceLocation) {
  guard let actual else {
    Issue.record("there is no such file", sourceLocation: location)
    return
  }
  guard actual != expected else { return }
  let offset = zip(actual, expected).prefix { $0 == $1 }.count
  func excerpt(_ bytes: [UInt8]) -> String { String(decoding: bytes.dropFirst(offset).prefix(60), as: UTF8.self) }
  Issue.record(
    "\(actual.count) bytes, not \(expected.count); from byte \(offset) on: '\(excerpt(actual))', not '\(excerpt(expected))'",
    sourceLocation: location)
}

/// Checks how a command that must fail did so: the code, one error with these words, and no internals of the program.
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
