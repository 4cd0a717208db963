import Foundation
import Testing

/// The number of cores changes only the speed of a run.
@Suite struct CoreTests {
  /// Copies the shipped list and others three times each, so that there are many duplicates.
  private static func collection(in folder: TemporaryFolder) throws -> String {
    let fixtures = "\(Curate.root)/Tests/CurateStagesTests/Fixtures/lists"
    let shipped = "\(Curate.root)/pipelines/inputs/science-of-learning.md"
    let lists = SyntheticListTests.names.map { "\(fixtures)/\($0).md" } + [shipped]
    for round in 0..<3 {
      try FileManager.default.createDirectory(atPath: folder.path("lists/\(round)"), withIntermediateDirectories: true)
      for list in lists {
        let name = URL(filePath: list).lastPathComponent
        try FileManager.default.copyItem(atPath: list, toPath: folder.path("lists/\(round)/\(name)"))
      }
    }
    let recipe = folder.path("recipe.yaml")
    let yaml = """
      curate: 1
      name: cores
      inputs: ['lists/**/*.md']
      output: out
      stages:
        - parse
        - tidy
        - {uses: normalize-urls, with: {https: preloaded, unwrap-redirectors: true}}
        - {uses: dedupe, with: {scope: document}}
        - classify
        - {uses: toc, with: {mode: regenerate}}
        - inspect
        - emit-markdown
        - emit-csv
        - emit-json
      """
    try yaml.write(toFile: recipe, atomically: false, encoding: .utf8)
    return recipe
  }

  /// All files of a folder by path, except the history, which contains times.
  private static func files(below folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where !path.hasPrefix("history.sqlite") {
      var isFolder: ObjCBool = false
      let exists = FileManager.default.fileExists(atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      if exists, !isFolder.boolValue { files[path] = try Data(contentsOf: URL(filePath: "\(folder)/\(path)")) }
    }
    return files
  }

  @Test(.enabled(if: Tool.exists("taskset"), "taskset is not installed"))
  func oneCoreAndAllCoresWriteTheSameFiles() throws {
    let folder = try TemporaryFolder()
    let recipe = try Self.collection(in: folder)
    let together = try Curate.run(recipe, in: folder.path)
    #expect(together.ending == .exited(0), "\(together.error)")
    let expected = try Self.files(below: folder.path("out"))
    try FileManager.default.removeItem(atPath: folder.path("out"))
    let alone = try Command("taskset", ["-c", "0", Curate.path, recipe], in: folder.path).run()
    #expect(alone.ending == .exited(0), "\(alone.error)")
    let found = try Self.files(below: folder.path("out"))
    #expect(expected.count == 27 + 7)
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (path, bytes) in expected { #expect(found[path] == bytes, "\(path)") }
    #expect(alone.output == together.output)
  }
}
