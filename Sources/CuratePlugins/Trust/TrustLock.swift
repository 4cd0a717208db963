import CuratePipeline
import Platform

/// `stages/trust.lock`: the plugins that may run, each pinned by the SHA-256 of its folder.
///
/// ```
/// curate-trust 1
/// flag-insecure 5d41…           the hash of the lines below
///   9e10… x flag-insecure.sh    hash, kind and path of each file
///   77c2… - stage.yaml
/// ```
package struct TrustLock: Sendable {
  private let path: String
  private var pins: [String: FolderDigest] = [:]

  package static let fileName = "trust.lock"
  private static let heading = "curate-trust 1"
  private static let sizeLimit = 16 << 20

  /// Reads the lock file of a project. No lock file pins no plugins.
  ///
  /// - Throws: `unreadable` or `damagedLock`.
  package init(of stages: StagesFolder) throws(TrustFailure) {
    path = Path.join(stages.path, Self.fileName)
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(path, limit: Self.sizeLimit)
    } catch {
      if error.code == ErrorCode.notFound { return }
      throw .unreadable(path: path, code: error.code)
    }
    try read(String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false))
  }

  private mutating func read(_ lines: [Substring]) throws(TrustFailure) {
    guard lines.first == Self.heading[...] else { throw .damagedLock(path: path, line: 1) }
    var pin: (name: String, hash: String, line: Int)?
    var files: [FolderDigest.File] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      if line.hasPrefix("  ") {
        guard pin != nil, let file = Self.file(line.dropFirst(2)) else {
          throw .damagedLock(path: path, line: index + 1)
        }
        files.append(file)
        continue
      }
      try add(pin, files)
      let words = line.split(separator: " ")
      guard words.count == 2 else { throw .damagedLock(path: path, line: index + 1) }
      pin = (String(words[0]), String(words[1]), index + 1)
      files = []
    }
    try add(pin, files)
  }

  private mutating func add(
    _ pin: (name: String, hash: String, line: Int)?, _ files: [FolderDigest.File]
  ) throws(TrustFailure) {
    guard let pin else { return }
    let digest = FolderDigest(files: files)
    guard digest.hash == pin.hash, pins[pin.name] == nil else { throw .damagedLock(path: path, line: pin.line) }
    pins[pin.name] = digest
  }

  private static func file(_ line: Substring) -> FolderDigest.File? {
    let parts = line.split(separator: " ", maxSplits: 2)
    guard parts.count == 3, parts[0].utf8.count == 64, let kind = FolderDigest.Kind(rawValue: String(parts[1])) else {
      return nil
    }
    return FolderDigest.File(path: String(parts[2]), hash: String(parts[0]), kind: kind)
  }

  /// Pins a plugin.
  package mutating func pin(_ name: String, _ digest: FolderDigest) { pins[name] = digest }

  /// Compares a plugin with its pin.
  ///
  /// - Throws: `notPinned` or `changed`.
  func check(_ found: FolderDigest, of name: String) throws(TrustFailure) {
    guard let pinned = pins[name] else { throw .notPinned }
    let differences = Self.differences(from: pinned, to: found)
    if !differences.isEmpty { throw .changed(differences) }
  }

  private static func differences(from old: FolderDigest, to new: FolderDigest) -> [TrustFailure.Difference] {
    let before = Dictionary(old.files.map { ($0.path, $0) }) { $1 }
    let after = Set(new.files.map(\.path))
    let changes: [TrustFailure.Difference] = new.files.compactMap { file in
      guard let was = before[file.path] else { return .added(file.path) }
      return was.kind != file.kind ? .otherKind(file.path) : was.hash != file.hash ? .changed(file.path) : nil
    }
    return changes + old.files.filter { !after.contains($0.path) }.map { .removed($0.path) }
  }

  /// Replaces the lock file, or the file that it links to. If writing fails, the old file stays.
  package func save() throws(TrustFailure) {
    var text = Self.heading + "\n"
    for (name, digest) in pins.sorted(by: { $0.key < $1.key }) {
      text += "\(name) \(digest.hash)\n" + digest.lines.map { "  \($0)\n" }.joined()
    }
    do throws(SystemError) { try FileSystem.replace(path, with: Array(text.utf8)) } catch {
      throw .unwritable(path: path, code: error.code)
    }
  }
}
