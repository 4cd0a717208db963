import Foundation

/// The list that is shipped as default input.
enum ShippedList {
  static func text() throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../../..")
    return try String(contentsOf: root.appending(path: "pipelines/inputs/science-of-learning.md"), encoding: .utf8)
  }
}
