import Foundation
import Testing

/// The lines of a table beside the tests, cut at tabs; lines that start with # are left out.
func fixture(_ name: String, fields: Int) throws -> [[String]] {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)")
  let text = try String(contentsOf: url, encoding: .utf8)
  let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  let rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  try #require(rows.allSatisfy { $0.count == fields }, "every line of \(name) has \(fields) fields")
  return rows
}

/// A field in which `-` stands for nothing.
func field(_ text: String) -> String { text == "-" ? "" : text }
