import Foundation
import Testing

/// Returns the lines of a table next to the tests, split at tabs, without lines that start with #.
func fixture(_ name: String, fields: Int) throws -> [[String]] {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures/\(name)")
  let text = try String(contentsOf: url, encoding: .utf8)
  let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  let rows = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  try #require(rows.allSatisfy { $0.count == fields }, "every line of \(name) has \(fields) fields")
  return rows
}

/// The text of a field; `-` means empty.
func field(_ text: String) -> String { text == "-" ? "" : text }
