import CurateCore
import CurateHistory
import Foundation
import Testing

/// A first run over very many links is written in bulk mode, with the same result.
@Suite struct BulkTests {
  private static let list =
    "# A\n\n" + (0..<200).map { "- [Entry \($0)](https://a.example/\($0 % 150))\n" }.joined()

  private static func work(_ list: inout Collection) {
    for link in 0..<20 { list.report("run \(link)", rule: "a/b", severity: .note, link: LinkID(link)) }
  }

  /// Returns the rows of all tables, by table, and the schema sorted by name.
  private static func contents(of place: Workplace) throws -> [String: [[SQLiteReader.Value]]] {
    var contents: [String: [[SQLiteReader.Value]]] = [:]
    for table in try place.query("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'") {
      let name = try #require(table["name"]?.text)
      contents[name] = try place.query("SELECT * FROM \(name) ORDER BY 1, 2").map(\.values)
    }
    let schema = try place.query("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name")
    contents["sqlite_schema"] = schema.map(\.values)
    return contents
  }

  private static func record(in place: Workplace, bulkThreshold: Int) throws {
    let (record, collection) = try Workplace.finished(["list.md": list], work: work)
    let store = try HistoryStore(path: place.database, bulkThreshold: bulkThreshold)
    defer { store.close() }
    try store.commit(record, number: try store.begin(record), collection: collection)
  }

  @Test func bulkModeGivesTheSameRowsAndIndexes() throws {
    let (bulk, ordinary) = (try Workplace(), try Workplace())
    try Self.record(in: bulk, bulkThreshold: 100)
    try Self.record(in: ordinary, bulkThreshold: 1000)
    var (rows, others) = (try Self.contents(of: bulk), try Self.contents(of: ordinary))
    // The start times of the processes differ.
    for table in ["run"] { (rows[table], others[table]) = (nil, nil) }
    #expect(rows == others)
    #expect(rows["link"]?.count == 200)
    for place in [bulk, ordinary] {
      #expect(try place.query("PRAGMA integrity_check")[0][0] == "ok")
      #expect(try place.query("PRAGMA foreign_key_check").isEmpty)
      #expect(try place.query("PRAGMA journal_mode")[0][0] == "wal")
      for suffix in ["-wal", "-journal"] { #expect(!place.exists("history.sqlite" + suffix)) }
    }
  }

  @Test func laterRunsUseTheLogAgain() throws {
    let place = try Workplace()
    try Self.record(in: place, bulkThreshold: 100)
    try Self.record(in: place, bulkThreshold: 100)
    #expect(try place.count("run WHERE status = 'done'") == 2)
    #expect(try place.count("link") == 200)
    #expect(try place.query("PRAGMA journal_mode")[0][0] == "wal")
  }

  /// A concurrent reader keeps the log in use.
  @Test func aRunIsRecordedWhileAnotherConnectionReads() throws {
    let place = try Workplace()
    let (record, collection) = try Workplace.finished(["list.md": Self.list], work: Self.work)
    let store = try HistoryStore(path: place.database, bulkThreshold: 100)
    let number = try store.begin(record)
    let reader = try SQLiteReader(path: place.database)
    try reader.execute("BEGIN")
    #expect(try reader.query("SELECT count(*) FROM link")[0][0] == 0)
    try store.commit(record, number: number, collection: collection)
    #expect(try reader.query("SELECT count(*) FROM link")[0][0] == 0)
    try reader.execute("COMMIT")
    #expect(try reader.query("SELECT count(*) FROM link")[0][0] == 200)
    store.close()
    #expect(try place.query("PRAGMA integrity_check")[0][0] == "ok")
  }

  /// A run that is killed while it writes leaves a journal next to a partly written file.
  @Test func aLeftoverJournalIsRolledBack() throws {
    let (place, copy) = (try Workplace(), try Workplace())
    try place.run("# A\n\n- [One](https://a.example/1)\n")
    let writer = try SQLiteReader(path: place.database)
    try writer.execute(
      """
      PRAGMA journal_mode = DELETE;
      PRAGMA cache_size = 10;
      BEGIN;
      UPDATE link SET key = 'half';
      CREATE TABLE half AS
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 2000) SELECT randomblob(500) AS x FROM n;
      """)
    for suffix in ["", "-journal"] {
      try FileManager.default.copyItem(atPath: place.database + suffix, toPath: copy.database + suffix)
    }
    #expect(try copy.sizeOfDatabase() > 200_000)
    #expect(try copy.run("# A\n\n- [One](https://a.example/1)\n- [Two](https://a.example/2)\n") == 2)
    #expect(try copy.query("SELECT key FROM link ORDER BY id").map { $0[0] } == ["a.example/1", "a.example/2"])
    #expect(try copy.query("SELECT name FROM sqlite_schema WHERE name = 'half'").isEmpty)
    #expect(try copy.query("PRAGMA integrity_check")[0][0] == "ok")
    #expect(try copy.query("PRAGMA journal_mode")[0][0] == "wal")
  }
}
