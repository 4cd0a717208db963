import Testing

/// A folder with a recipe, a list and the results of a first run, which later failures must not change.
final class FinishedTrial {
  let folder: TemporaryFolder
  let recipe: String
  /// The results of the first run, without the history.
  let results: [String: [UInt8]]

  init(_ list: String = SampleList.untidy) throws {
    folder = try TemporaryFolder()
    recipe = try folder.writeTrial(list)
    let outcome = try Curate.run(recipe, in: folder.path)
    try #require(outcome.ending == .exited(0), "\(outcome.error)")
    results = Self.results(in: folder)
    try #require(results.count == 7)
  }

  static func results(in folder: TemporaryFolder) -> [String: [UInt8]] {
    folder.files(in: folder.path("out"), except: databaseLogs.union(["history.sqlite"]))
  }

  /// Runs the recipe on another list.
  func run(_ list: [UInt8], _ options: String...) throws -> Outcome {
    try folder.write("list.md", list)
    return try Curate.run([recipe] + options, in: folder.path)
  }

  /// Expects that the results of the first run are unchanged, without half-written files.
  func expectIntact(at location: SourceLocation = #_sourceLocation) {
    let now = Self.results(in: folder)
    #expect(now.keys.sorted() == results.keys.sorted(), sourceLocation: location)
    for (name, bytes) in results { expectSame(now[name], bytes, at: location) }
    #expect(leftovers(in: folder).isEmpty, sourceLocation: location)
  }
}
