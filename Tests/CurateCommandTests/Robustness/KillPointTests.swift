import Foundation
import Testing

/// A command that is killed at any of its changes to the file system leaves, once the next command has run, all files
/// as they were or all as they should be, and a sound history that says the same.
@Suite(
  .enabled(if: KillSwitch.isPossible, KillSwitch.reason),
  .enabled(if: Tool.exists("sqlite3"), "sqlite3 is not installed"))
struct KillPointTests {
  private static let oldList = SampleList.long(60)
  private static let newList = SampleList.long(160).replacing("Entry", with: "Item")

  /// So many numbers from 1 to `count`, evenly spread; all if there are fewer.
  private static func points(_ wanted: Int, of count: Int) -> [Int] {
    count <= wanted ? Array(1...count) : (0..<wanted).map { 1 + $0 * (count - 1) / (wanted - 1) }
  }

  /// A folder that can be put back as it was before each kill.
  private final class Scene {
    let folder: TemporaryFolder
    let recipe: String
    private let files: [String: [UInt8]]
    let killSwitch: KillSwitch

    /// - Parameter runs: the lists of earlier runs; the last element is the list as it stands.
    init(_ lists: [String]) throws {
      folder = try TemporaryFolder()
      recipe = try folder.writeTrial("")
      for list in lists.dropLast() {
        try folder.write("list.md", list)
        try #require(try Curate.run(recipe, in: folder.path).ending == .exited(0))
      }
      try folder.write("list.md", lists.last ?? "")
      files = folder.files()
      killSwitch = try KillSwitch()
    }

    func restore() throws {
      try? FileManager.default.removeItem(atPath: folder.path("out"))
      for (name, bytes) in files { try folder.write(name, bytes) }
    }

    var results: [String: [UInt8]] { FinishedTrial.results(in: folder) }

    func command(_ arguments: String...) -> Command { Curate.command(arguments, in: folder.path) }

    /// Statuses of the runs, the newest first, once what was cut short is mended.
    func statuses() throws -> [String] {
      struct Run: Decodable { var status: String }
      let history = try command("history", "--output", "out", "--json").run()
      #expect(history.ending == .exited(0), "\(history.error)")
      return try JSONDecoder().decode([Run].self, from: Data(history.output.utf8)).map(\.status)
    }

    func expectSoundDatabase(_ point: String) throws {
      guard folder.exists("out/history.sqlite") else { return }
      let check = try Command(
        "sqlite3", ["out/history.sqlite", "PRAGMA integrity_check; PRAGMA foreign_key_check"], in: folder.path
      )
      .run()
      #expect(check.output == "ok\n", "\(point): \(check.output)\(check.error)")
      #expect(databaseLogs.isDisjoint(with: folder.names.map { String($0.dropFirst(4)) }), "\(point)")
    }
  }

  /// Over the results of an earlier run: in two halves, side by side.
  @Test(arguments: KillSwitch.Manner.allCases) func aRun(manner: KillSwitch.Manner) throws {
    let scene = try Scene([Self.oldList, Self.newList])
    let old = scene.results
    let run = scene.command(scene.recipe, "--quiet")
    let count = try scene.killSwitch.changes(of: run)
    let new = scene.results
    #expect(new["list.md"] == Array(Self.newList.utf8) && new["links.csv"] != old["links.csv"])
    let points = Self.points(105, of: count)
    try #require(points.count >= 100, "only \(count) changes")
    var kills = 0
    var finished = 0
    for point in points {
      try scene.restore()
      let name = "killed \(manner) change \(point) of \(count)"
      kills += try scene.killSwitch.run(run, upTo: point, manner).ending == .killed(signal: SIGKILL) ? 1 : 0
      for (file, bytes) in scene.results where !file.contains(".curate-") {
        let isWhole = bytes == old[file] || bytes == new[file]
        #expect(isWhole, "\(name): \(file) is half-written")
      }
      let statuses = try scene.statuses()
      let results = scene.results
      let isDone = statuses.count == 2 && statuses[0] == "done"
      let isAsRecorded = results == (isDone ? new : old)
      #expect(isAsRecorded, "\(name): \(statuses), \(results.keys.sorted())")
      #expect(isDone || statuses == ["done"] || statuses == ["interrupted", "done"], "\(name): \(statuses)")
      #expect(leftovers(in: scene.folder).isEmpty, "\(name)")
      try scene.expectSoundDatabase(name)
      finished += isDone ? 1 : 0
      let next = try run.run()
      let isNew = scene.results == new
      #expect(next.ending == .exited(0) && isNew, "\(name): \(next.error)")
    }
    // Threads take turns a little differently from run to run, so the last point may lie beyond the end.
    #expect(kills >= points.count - 5, "\(kills) of \(points.count)")
    #expect(finished > 0 && finished < points.count)
  }

  /// The first run of all: the folder is new, and so is the history.
  @Test func theFirstRun() throws {
    let scene = try Scene([Self.newList])
    let run = scene.command(scene.recipe, "--quiet")
    let count = try scene.killSwitch.changes(of: run)
    let new = scene.results
    for point in Self.points(40, of: count) {
      try scene.restore()
      let name = "killed before change \(point) of \(count)"
      _ = try scene.killSwitch.run(run, upTo: point)
      let isDone = try scene.statuses() == ["done"]
      let isAsRecorded = scene.results == (isDone ? new : [:])
      #expect(isAsRecorded, "\(name): \(scene.results.keys.sorted())")
      try scene.expectSoundDatabase(name)
      #expect(try run.run().ending == .exited(0), "\(name)")
      #expect(scene.results == new)
    }
  }

  @Test func aRunWithoutHistory() throws {
    let scene = try Scene([Self.oldList, Self.newList])
    let old = scene.results
    let run = scene.command(scene.recipe, "--quiet", "--no-history")
    let count = try scene.killSwitch.changes(of: run)
    let new = scene.results
    var seen: Set<Bool> = []
    for point in 1...count {
      try scene.restore()
      _ = try scene.killSwitch.run(run, upTo: point)
      #expect(try scene.statuses() == ["done"])
      let results = scene.results
      let isOneOrTheOther = results == old || results == new
      #expect(isOneOrTheOther, "killed before change \(point) of \(count)")
      #expect(leftovers(in: scene.folder).isEmpty)
      seen.insert(results == new)
    }
    #expect(seen == [true, false])
  }

  /// Undoing the first of all runs removes its files, undoing the second puts files back.
  @Test(arguments: [1, 2]) func anUndo(run number: Int) throws {
    let scene = try Scene(number == 1 ? [Self.newList, Self.newList] : [Self.oldList, Self.newList, Self.newList])
    let done = scene.results
    let undo = scene.command("undo", "\(number)", "--output", "out")
    let count = try scene.killSwitch.changes(of: undo)
    let undone = scene.results
    #expect(undone != done && undone.isEmpty == (number == 1))
    var seen: Set<Bool> = []
    for point in Self.points(25, of: count) {
      try scene.restore()
      let name = "killed before change \(point) of \(count)"
      _ = try scene.killSwitch.run(undo, upTo: point)
      let statuses = try scene.statuses()
      let isUndone = statuses.count == number + 1 && statuses[0] == "done"
      let isAsRecorded = scene.results == (isUndone ? undone : done)
      #expect(isAsRecorded, "\(name): \(statuses), \(scene.results.keys.sorted())")
      #expect(leftovers(in: scene.folder).isEmpty, "\(name)")
      try scene.expectSoundDatabase(name)
      #expect(try undo.run().ending == .exited(0))
      #expect(scene.results == undone, "\(name)")
      seen.insert(isUndone)
    }
    #expect(seen == [true, false])
  }

  /// What mends a run that was cut short can be cut short itself.
  @Test func theRecovery() throws {
    let scene = try Scene([Self.oldList, Self.newList])
    let (old, run) = (scene.results, scene.command(scene.recipe, "--quiet"))
    let count = try scene.killSwitch.changes(of: run)
    let new = scene.results
    // Near its end a run renames its files.
    for killed in [count - 8, count - 5] {
      var point = 1
      while true {
        try scene.restore()
        _ = try scene.killSwitch.run(run, upTo: killed)
        let recovery = try scene.killSwitch.run(scene.command("history", "--output", "out"), upTo: point)
        let isDone = try scene.statuses().first == "done" && scene.results == new
        let isWhole = isDone || scene.results == old
        #expect(isWhole, "killed at \(killed) of \(count), its recovery at \(point): \(scene.results.keys.sorted())")
        #expect(leftovers(in: scene.folder).isEmpty)
        try scene.expectSoundDatabase("recovery \(point)")
        if recovery.ending == .exited(0) { break }
        point += 1
      }
      #expect(point > 3, "the recovery had something to do")
    }
  }

  /// Forgetting old runs is one change of the history, and files have nothing to do with it.
  @Test func pruning() throws {
    let scene = try Scene([Self.oldList, Self.newList, Self.oldList, Self.newList])
    let results = scene.results
    let prune = scene.command("history", "prune", "--keep", "1", "--output", "out")
    let count = try scene.killSwitch.changes(of: prune)
    for point in Self.points(25, of: count) {
      try scene.restore()
      _ = try scene.killSwitch.run(prune, upTo: point, point.isMultiple(of: 2) ? .torn : .before)
      let runs = try scene.statuses().count
      #expect(runs == 3 || runs == 1, "killed at change \(point) of \(count): \(runs) runs")
      try scene.expectSoundDatabase("killed at change \(point) of \(count)")
      let isUntouched = scene.results == results
      #expect(isUntouched)
      #expect(try scene.command("undo", "3", "--output", "out", "--dry-run").run().ending == .exited(runs == 3 ? 0 : 4))
    }
  }
}
