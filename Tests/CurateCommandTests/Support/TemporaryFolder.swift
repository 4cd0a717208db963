import Foundation
import Glibc

/// An empty folder of a test's own, removed with all that is in it at the end of the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array((FileManager.default.temporaryDirectory.path + "/curate-test-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    // Links on the way (a /tmp that leads elsewhere) would make paths in messages differ.
    path =
      realpath(made, nil).map { pointer in
        defer { free(pointer) }
        return String(cString: pointer)
      } ?? String(cString: made)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func path(_ name: String) -> String { path + "/" + name }

  /// Writes a file, and makes the folders around it.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let target = URL(filePath: path(name))
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: target)
    return target.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  /// Writes a program that can be run.
  ///
  /// Another process writes it: what this one has open for a moment, its children have open too until they become another
  /// program, and Linux refuses to run a file that somebody has open for writing.
  func writeProgram(_ name: String, _ text: String) throws {
    let source = try write(name + ".text", text)
    let outcome = try Command("install", ["-m", "755", source, path(name)]).run()
    try FileManager.default.removeItem(atPath: source)
    guard outcome.ending == .exited(0) else { throw POSIXError(.EIO) }
  }

  @discardableResult
  func makeFolder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    return path(name)
  }

  /// Nil if there is no such file.
  func bytes(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: path(name)))).map { [UInt8]($0) }
  }

  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Every file and folder below, hidden ones included, sorted.
  var names: [String] { FileManager.default.subpaths(atPath: path)?.sorted() ?? [] }

  /// Every file below with its bytes.
  ///
  /// - Parameter except: names that are left out, wherever they stand.
  func files(in folder: String? = nil, except: Set<String> = []) -> [String: [UInt8]] {
    let top = folder ?? path
    var files: [String: [UInt8]] = [:]
    for name in FileManager.default.subpaths(atPath: top) ?? [] {
      guard !except.contains(String(name.split(separator: "/").last ?? "")) else { continue }
      if let data = FileManager.default.contents(atPath: top + "/" + name) { files[name] = [UInt8](data) }
    }
    return files
  }
}
