import CuratePipeline
import Platform

/// What is in a plugin's folder, file by file, so that people can be told what changed.
public struct FolderDigest: Sendable, Equatable {
  public struct File: Sendable, Equatable {
    /// Below the folder.
    public var path: String
    /// SHA-256 of the bytes, or of the target of a symbolic link, in hexadecimal.
    public var hash: String
    public var kind: Kind
  }

  public enum Kind: String, Sendable, CaseIterable {
    case plain = "-"
    case executable = "x"
    case link = "l"
  }

  /// Sorted by path.
  public let files: [File]

  private static let mostFiles = 10_000
  private static let sizeLimit = 64 << 20

  init(files: [File]) { self.files = files }

  /// - Parameters:
  ///   - folder: of the plugin, with no symbolic link in it.
  ///   - stages: the folder that it must lie in.
  public init(of folder: String, in stages: String) throws(TrustFailure) {
    guard Path.contains(folder, in: stages), folder != stages else { throw .folderElsewhere(folder) }
    var files: [File] = []
    var size = 0
    var open = [""]
    while let part = open.popLast() {
      for name in try Self.names(in: Path.join(folder, part)) {
        let path = part.isEmpty ? name : part + "/" + name
        guard name.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { throw .oddName(path) }
        let full = Path.join(folder, path)
        if FileSystem.isSymbolicLink(full) {
          files.append(try Self.link(path, full, folder))
        } else if let status = FileStatus(full), status.isFolder {
          open.append(path)
        } else {
          files.append(try Self.file(path, full, &size))
        }
        if files.count + open.count > Self.mostFiles { throw .tooMuch(files: Self.mostFiles, bytes: Self.sizeLimit) }
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
    // What leads nowhere resolves to itself, and might lead somewhere tomorrow.
    guard Path.contains(target, in: folder), target != full else { throw .linkLeadsOut(path) }
    return File(path: path, hash: SHA256.hex(of: Array(Path.below(folder, target).utf8)), kind: .link)
  }

  private static func file(_ path: String, _ full: String, _ size: inout Int) throws(TrustFailure) -> File {
    guard let status = FileStatus(full), status.isFile else { throw .notAFile(path) }
    size += status.size
    guard size <= sizeLimit else { throw .tooMuch(files: mostFiles, bytes: sizeLimit) }
    do throws(SystemError) {
      let bytes = try FileSystem.read(full, limit: sizeLimit)
      return File(path: path, hash: SHA256.hex(of: bytes), kind: status.isExecutable ? .executable : .plain)
    } catch { throw .unreadable(path: path, code: error.code) }
  }

  /// SHA-256 over the names, kinds and hashes of all files, in hexadecimal.
  public var hash: String { SHA256.hex(of: Array(lines.map { $0 + "\n" }.joined().utf8)) }

  var lines: [String] { files.map { "\($0.hash) \($0.kind.rawValue) \($0.path)" } }
}
