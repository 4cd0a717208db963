import Foundation
import Testing

/// After a command is killed at any of its changes to the file system, the next command leaves either all old files or all
/// new ones, and a valid history that matches them.
@Suite(
  .enabled(if: KillSwitch.isPossible, KillSwitch.reason),
  .enabled(if: Tool.exists("sqlite3"), "sqlite3 is not installed"))
struct KillPointTests {
  private static let oldList = SampleList.long(60)
  private static let newList = SampleList.long(160).replacing("Entry", with: "Item")

  /// Returns `wanted` numbers from 1 to `count`, evenly spread; all numbers if there are fewer.
  private static func points(_ wanted: Int, of count: Int) -> [Int] {
    count <= wanted ? Array(1...count) : (0..<wanted).map { 1 + $0 * (count - 1) / (wanted - 1) }
  }

  /// A folder that can be restored before each kill.
  private final class Scene {
    let folder: TemporaryFolder
    let recipe: String
    private let files: [String: [UInt8]]
    let killSwitch: KillSwitch

    /// - Parameter lists: the lists of earlier runs, then the current list.
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

    /// The statuses of the runs, newest first. Reading them recovers an interrupted run.
    func statuses() throws -> [String] {
      struct Run: Decodable { var status: String }
      let history = try command("history", "--output", "out", "--json").run()
      #expect(history.ending == .exited(0), "\(history.error)")
      return try JSONDecoder().decode([Run].self, from: Data(history.output.utf8)).map(\.status)
    }

    func expectValidDatabase(_ point: String) throws {
      guard folder.exists("out/history.sqlite") else { return }
      let check = try Command(
        "sqlite3", ["out/history.sqlite", "PRAGMA integrity_check; PRAGMA foreign_key_check"], in: folder.path
      )
      .run()
      #expect(check.output == "ok\n", "\(point): \(check.output)\(check.error)")
      #expect(databaseLogs.isDisjoint(with: folder.names.map { String($0.dropFirst(4)) }), "\(point)")
    }
  }

  /// A run over the results of an earlier run, killed in two manners.
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
      try scene.expectValidDatabase(name)
      finished += isDone ? 1 : 0
      let next = try run.run()
      let isNew = scene.results == new
      #expect(next.ending == .exited(0) && isNew, "\(name): \(next.error)")
    }
    // The order of threads varies from run to run, so the last points may be after the end.
    #expect(kills >= points.count - 5, "\(kills) of \(points.count)")
    #expect(finished > 0 && finished < points.count)
  }

  /// The first run creates the folder and the history.
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
      try scene.expectValidDatabase(name)
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

  /// Undoing the first run removes its files; undoing the second restores files.
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
      try scene.expectValidDatabase(name)
      #expect(try undo.run().ending == .exited(0))
      #expect(scene.results == undone, "\(name)")
      seen.insert(isUndone)
    }
    #expect(seen == [true, false])
  }

  /// The recovery of an interrupted run can be interrupted itself.
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
        try scene.expectValidDatabase("recovery \(point)")
        if recovery.ending == .exited(0) { break }
        point += 1
      }
      #expect(point > 3, "the recovery makes several changes")
    }
  }

  /// Pruning is one transaction of the history and does not touch other files.
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
      try scene.expectValidDatabase("killed at change \(point) of \(count)")
      let isUntouched = scene.results == results
      #expect(isUntouched)
      #expect(try scene.command("undo", "3", "--output", "out", "--dry-run").run().ending == .exited(runs == 3 ? 0 : 4))
    }
  }
}
