import Foundation
import Glibc

/// An empty folder for one test, removed with its contents at the end of the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array((FileManager.default.temporaryDirectory.path + "/curate-test-XXXXXX").utf8CString)
    guard let made = mkdtemp(&template) else { throw POSIXError(.init(rawValue: errno) ?? .EIO) }
    // Resolves symbolic links (such as /tmp on some systems), so that paths in messages are equal.
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

  /// Writes a file, and creates its parent folders.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let target = URL(filePath: path(name))
    try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: target)
    return target.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  /// Writes an executable program.
  ///
  /// Another process writes it. A file that this process has open for writing is also open in its children until they
  /// execute another program, and Linux refuses to execute a file that is open for writing.
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

  /// Returns the contents of a file; nil if it does not exist.
  func bytes(_ name: String) -> [UInt8]? {
    (try? Data(contentsOf: URL(filePath: path(name)))).map { [UInt8]($0) }
  }

  func text(_ name: String) -> String? { bytes(name).map { String(decoding: $0, as: UTF8.self) } }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The paths of all files and folders below, including hidden ones, sorted.
  var names: [String] { FileManager.default.subpaths(atPath: path)?.sorted() ?? [] }

  /// Returns all files below with their contents.
  ///
  /// - Parameter except: file names to exclude, in any folder.
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
