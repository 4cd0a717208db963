import Foundation
import Testing

/// The public test suites, which are not part of the repository.
enum Suites {
  /// `$CURATE_SUITES`, or `../shared/suites` next to the package by default.
  static var folder: URL {
    if let path = ProcessInfo.processInfo.environment["CURATE_SUITES"] { return URL(fileURLWithPath: path) }
    return packageRoot.deletingLastPathComponent().appendingPathComponent("shared/suites")
  }

  static var packageRoot: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  }

  static func has(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
  }

  static func data(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }
}
