import Testing

/// A run of a shipped recipe on the shipped list. Each recipe runs once, and the tests share the result.
struct ShippedRun {
  let outcome: Outcome
  /// All files in the output folder.
  let files: [String: [UInt8]]

  static let `default` = Result { try ShippedRun("default") }
  static let strict = Result { try ShippedRun("strict") }
  static let audit = Result { try ShippedRun("audit") }

  init(_ recipe: String, files inputs: [String] = []) throws {
    let folder = try TemporaryFolder()
    outcome = try Curate.run([Curate.recipe(recipe)] + inputs + ["--output", folder.path("out")], in: folder.path)
    try #require(outcome.ending == .exited(0), "\(outcome.error)")
    files = folder.files(in: folder.path("out"))
  }

  /// The outputs that are equal in all runs on the same list: all except the history.
  var deterministicFiles: [String: [UInt8]] { files.filter { $0.key != "history.sqlite" } }

  func markdown() throws -> [UInt8] { try #require(files["science-of-learning.md"]) }

  func table(_ name: String) throws -> CSVTable { try CSVTable(try #require(files["\(name).csv"])) }
}
