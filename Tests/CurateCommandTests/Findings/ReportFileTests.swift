import Foundation
import Testing

/// The CSV reports as a spreadsheet or a script reads them.
@Suite struct ReportFileTests {
  /// The columns are stable: new ones may be added only at the end.
  static let columns = [
    "links": """
    link_id,document,line,column,section,role,opens,syntax,title,description,original_url,url,host,domain,\
    host_class,category,site,institution,label_rule,page_key,work_id,fate,survivor_id,survivor_line,stage,rule,reason
    """,
    "duplicates": """
    group,level,key,link_id,document,line,section,role,title,url,verdict,survivor_id,survivor_line,reason
    """,
    "changes": "link_id,document,line,output_line,stage,rule,field,before,after,reason",
    "findings": "link_id,document,line,column,severity,stage,rule,message",
    "sections": "document,line,level,section,anchor,links,entries,unique,duplicates",
    "domains": "domain,host_class,site,links,unique,share",
  ]

  @Test(arguments: columns) func headerIsFixed(name: String, header: String) throws {
    let bytes = try #require(try ShippedRun.default.get().files["\(name).csv"])
    #expect(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self) == header)
    #expect(!bytes.contains(UInt8(ascii: "\r")), "lines end with LF alone")
    #expect(!bytes.starts(with: [0xEF, 0xBB, 0xBF]), "no byte order mark")
  }

  @Test(.enabled(if: Tool.exists("python3"), "python3 is not installed"))
  func pythonReadsEveryReportAsItIs() throws {
    let folder = try TemporaryFolder()
    let run = try ShippedRun.default.get()
    for (name, bytes) in run.files where name.hasSuffix(".csv") { try folder.write(name, bytes) }
    let rows = try Self.rowsByPython(of: Self.columns.keys.map { "\($0).csv" }, in: folder)
    #expect(rows.count == 6)
    for (name, rows) in rows {
      let table = try CSVTable(try #require(run.files[name]))
      #expect(rows.first == table.header, "\(name)")
      #expect(Array(rows.dropFirst()) == table.rows.map(\.cells), "\(name)")
      #expect(Set(rows.map(\.count)).count == 1, "\(name): all rows have the same number of cells")
    }
  }

  @Test(.enabled(if: Tool.exists("python3"), "python3 is not installed"))
  func unusualTitlesAreReadUnchanged() throws {
    let titles = [
      "Tea, milk, sugar", "The \"real\" thing", "\"", "茶の本、第一章", "@angular/core", "=1+1", "-5 °C", " 🍵 é", "a; b",
    ]
    let items = titles.enumerated().map { "- [\($1)](https://tea.example/\($0))\n" }.joined()
    let folder = try TemporaryFolder()
    let recipe = try folder.writeTrial("# Titles, \"quoted\"\n\n" + items)
    let outcome = try Curate.run(recipe)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    let rows = try #require(try Self.rowsByPython(of: ["out/links.csv"], in: folder)["out/links.csv"])
    let title = try #require(rows[0].firstIndex(of: "title"))
    let section = try #require(rows[0].firstIndex(of: "section"))
    let expected = titles.map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(rows.dropFirst().map { $0[title] } == expected)
    #expect(rows.dropFirst().allSatisfy { $0[section] == "Titles, \"quoted\"" })
  }

  /// Reads files with Python's `csv` module.
  private static func rowsByPython(of names: [String], in folder: TemporaryFolder) throws -> [String: [[String]]] {
    let script = """
      import csv, json, sys
      read = lambda name: list(csv.reader(open(name, encoding="utf-8", newline=""), strict=True))
      json.dump({name: read(name) for name in sys.argv[1:]}, sys.stdout)
      """
    let outcome = try Command("python3", ["-c", script] + names, in: folder.path).run()
    try #require(outcome.ending == .exited(0), "\(outcome.error)")
    return try JSONDecoder().decode([String: [[String]]].self, from: Data(outcome.outputBytes))
  }
}
