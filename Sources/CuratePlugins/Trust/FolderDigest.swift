import CuratePipeline
import Platform

/// The hashes of all files in a plugin's folder, kept file by file so that a message can say which ones changed.
package struct FolderDigest: Sendable, Equatable {
  /// A file of the folder.
  package struct File: Sendable, Equatable {
    /// The path relative to the folder.
    package var path: String
    /// The SHA-256 of the bytes, or of a symbolic link's target, in hexadecimal.
    package var hash: String
    package var kind: Kind
  }

  /// The kind of a file, as `trust.lock` stores it.
  package enum Kind: String, Sendable, CaseIterable {
    case plain = "-"
    case executable = "x"
    case link = "l"
  }

  /// Sorted by path.
  package let files: [File]

  private static let fileLimit = 10_000
  /// The largest total size of the files, in bytes.
  private static let sizeLimit = 64 << 20

  init(files: [File]) { self.files = files }

  /// Computes the digest of a plugin's folder.
  ///
  /// - Parameters:
  ///   - folder: the plugin's folder, without symbolic links in its path.
  ///   - stages: the folder that must contain it.
  package init(of folder: String, in stages: String) throws(TrustFailure) {
    guard Path.contains(folder, in: stages), folder != stages else { throw .folderElsewhere(folder) }
    var files: [File] = []
    var size = 0
    var open = [""]
    while let part = open.popLast() {
      for name in try Self.names(in: Path.join(folder, part)) {
        let path = part.isEmpty ? name : part + "/" + name
        guard name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
          throw .controlCharacter(path)
        }
        let full = Path.join(folder, path)
        if FileSystem.isSymbolicLink(full) {
          files.append(try Self.link(path, full, folder))
        } else if let status = FileStatus(full), status.isFolder {
          open.append(path)
        } else {
          files.append(try Self.file(path, full, &size))
        }
        if files.count + open.count > Self.fileLimit { throw .tooMuch(files: Self.fileLimit, bytes: Self.sizeLimit) }
      }
    }
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func names(in folder: String) throws(TrustFailure) -> [String] {
    do throws(SystemError) { return try FileSystem.names(in: folder) } catch {
      throw .unreadable(path: folder, code: error.code)
    }
  }

  private static func link(_ path: String, _ full: String, _ folder: String) throws(TrustFailure) -> File {
    let target = FileSystem.resolved(full)
    // A link to a missing file resolves to itself. It is refused because the file can appear later.
    guard Path.contains(target, in: folder), target != full else { throw .linkLeadsOut(path) }
    return File(path: path, hash: SHA256.hex(of: Array(Path.below(folder, target).utf8)), kind: .link)
  }

  private static func file(_ path: String, _ full: String, _ size: inout Int) throws(TrustFailure) -> File {
    guard let status = FileStatus(full), status.isFile else { throw .notAFile(path) }
    size += status.size
    guard size <= sizeLimit else { throw .tooMuch(files: fileLimit, bytes: sizeLimit) }
    do throws(SystemError) {
      let bytes = try FileSystem.read(full, limit: sizeLimit)
      return File(path: path, hash: SHA256.hex(of: bytes), kind: status.isExecutable ? .executable : .plain)
    } catch { throw .unreadable(path: path, code: error.code) }
  }

  /// The SHA-256 of the names, kinds and hashes of all files, in hexadecimal.
  package var hash: String { SHA256.hex(of: Array(lines.map { $0 + "\n" }.joined().utf8)) }

  var lines: [String] { files.map { "\($0.hash) \($0.kind.rawValue) \($0.path)" } }
}
