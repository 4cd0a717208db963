import CurateCore
import CurateHistory
import Foundation
import Testing

/// A temporary folder for one test, with functions that record runs in the same way as the pipeline.
final class Workplace {
  let folder: String
  var database: String { folder + "/history.sqlite" }

  init() throws {
    folder = NSTemporaryDirectory() + "curate-history-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Records one run over `sources`, in which a stage `clean` does `work`.
  ///
  /// - Returns: the number of the run.
  @discardableResult
  func run(
    _ sources: [String: String], recipe: String = "default", work: (inout Collection) -> Void = { _ in }
  ) throws -> Int64 {
    let store = try HistoryStore(path: database)
    defer { store.close() }
    var (record, collection) = try Self.finished(sources, recipe: recipe, work: work)
    record.milliseconds = 21.5
    let number = try store.begin(record)
    try store.commit(record, number: number, collection: collection)
    return number
  }

  @discardableResult
  func run(_ source: String, work: (inout Collection) -> Void = { _ in }) throws -> Int64 {
    try run(["list.md": source], work: work)
  }

  static func record(recipe: String = "default") -> RunRecord {
    var record = RunRecord(
      recipePath: "pipelines/\(recipe).yaml", recipeName: recipe, recipe: Array("curate: 1\nname: \(recipe)\n".utf8),
      arguments: ["run", "pipelines/\(recipe).yaml"], curateVersion: "1.0.0", suffixDataVersion: "20240101",
      startedAt: 1_700_000_000_000)
    record.inputFolder = "../lists"
    return record
  }

  static func finished(
    _ sources: [String: String], recipe: String = "default", work: (inout Collection) -> Void
  ) throws -> (RunRecord, Collection) {
    var collection = Collection(
      sources.sorted { $0.key < $1.key }.map { Input(path: $0.key, bytes: Array($0.value.utf8)) })
    try collection.parse()
    collection.begin(stage: "clean")
    work(&collection)
    var record = record(recipe: recipe)
    record.resolvedEdits = collection.resolveEdits()
    let journal = collection.journal
    record.stages = [
      StageRecord(
        id: "parse", uses: "parse", milliseconds: 2.5, events: 0, edits: 0, merged: 0, removed: 0, findings: 0,
        summary: "\(collection.links.count) links"),
      StageRecord(
        id: "clean", uses: "tidy", milliseconds: 1.25, events: journal.events.count, edits: journal.edits.count,
        merged: journal.events.count { $0.kind == .merge }, removed: journal.events.count { $0.kind == .remove },
        findings: journal.findings.count, summary: journal.summary ?? "\(journal.edits.count) edits"),
    ]
    record.outputs = zip(collection.documents, record.resolvedEdits).map { document, resolved in
      let bytes = resolved.apply(to: document.source)
      return OutputRecord(path: document.path, bytes: bytes.count, sha256: sha256(bytes))
    }
    return (record, collection)
  }

  /// Queries the database directly, like a user with `sqlite3`.
  func query(_ sql: String) throws -> [SQLiteReader.Row] { try SQLiteReader(path: database).query(sql) }

  func change(_ sql: String) throws { try SQLiteReader(path: database).execute(sql) }

  func bytesOfDatabase() throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: database))) }

  func count(_ table: String) throws -> Int { Int(try query("SELECT count(*) FROM \(table)")[0][0].integer ?? -1) }

  func sizeOfDatabase() throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: database)
    return try #require(attributes[.size] as? Int)
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }

  static func sha256(_ bytes: [UInt8]) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
    let (input, output) = (Pipe(), Pipe())
    process.standardInput = input
    process.standardOutput = output
    try? process.run()
    try? input.fileHandleForWriting.write(contentsOf: Data(bytes))
    try? input.fileHandleForWriting.close()
    return String(decoding: output.fileHandleForReading.readDataToEndOfFile().prefix(64), as: UTF8.self)
  }
}

extension CurateCore.Collection {
  /// Returns the link with this URL.
  func link(_ url: String) throws -> LinkID {
    try #require(links.first { sourceURL(of: $0.id) == url }?.id)
  }
}
