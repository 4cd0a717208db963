import CurateCore
import CuratePipeline
import Glibc

/// A temporary folder for one test, removed at the end.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/curate-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Fixture.Unreadable(path: "/tmp") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.removeAll(path) }

  private static func removeAll(_ path: String) {
    // `remove` takes files, links and empty folders.
    guard remove(path) != 0 else { return }
    for name in Fixture.names(in: path) { removeAll("\(path)/\(name)") }
    remove(path)
  }

  func path(_ name: String) -> String { "\(path)/\(name)" }

  func makeFolder(_ name: String) { mkdir(path(name), 0o777) }

  func write(_ text: String, to name: String) throws { try Fixture.write(Array(text.utf8), to: path(name)) }

  func text(_ name: String) -> String? { try? Fixture.text(path(name)) }

  func names(in name: String) -> [String] { Fixture.names(in: path(name)) }

  func inode(_ name: String) -> UInt {
    var status = stat()
    return stat(path(name), &status) == 0 ? UInt(status.st_ino) : 0
  }

  func mode(_ name: String) -> mode_t {
    var status = stat()
    return stat(path(name), &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  /// A plan for `list.md` with the output folder `out`.
  func plan(_ stages: String, request: Plan.Request = Plan.Request()) throws -> Plan {
    try write("curate: 1\nname: trial\ninputs: [list.md]\noutput: out\nstages: \(stages)\n", to: "recipe.yaml")
    return try Plan(try Recipe.load(path: path("recipe.yaml")), catalog: .trial, request: request)
  }
}

/// Keeps a history in memory. `onCommit` is called when a run is committed.
///
/// Unchecked, because the runner never calls it from two threads at once, and a test reads it after the run.
final class TrialRecorder: RunRecorder, @unchecked Sendable {
  private(set) var calls: [String] = []
  private(set) var committed: Set<Int64> = []
  private(set) var record: RunRecord?
  var failure: HistoryFailure?
  var onCommit: () -> Void = {}

  func begin(_ run: RunRecord) throws(HistoryFailure) -> Int64 {
    calls.append("begin")
    return 7
  }

  func commit(
    _ run: RunRecord, number: Int64, collection: Collection, isDurable: Bool
  ) throws(HistoryFailure) {
    onCommit()
    if let failure { throw failure }
    calls.append("commit \(number)")
    committed.insert(number)
    record = run
  }

  func fail(_ run: RunRecord, number: Int64, reason: String) throws(HistoryFailure) {
    calls.append("fail \(number): \(reason)")
    record = run
  }

  func isCommitted(_ number: Int64) throws(HistoryFailure) -> Bool { committed.contains(number) }

  /// Commits a run of another process.
  func remember(_ number: Int64) { committed.insert(number) }
}

/// Records the steps that a run reports.
final class TrialObserver: RunObserver {
  private(set) var lines: [String] = []

  func stepFinished(_ stage: StageRecord, number: Int, of total: Int, collection: borrowing Collection) {
    lines.append("[\(number)/\(total)] \(stage.id): \(stage.summary)")
  }
}
