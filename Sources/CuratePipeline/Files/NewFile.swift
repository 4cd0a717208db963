import Glibc

/// A file that is not there yet.
public struct NewFile: Sendable {
  public var path: String
  public var text: String
  public var isExecutable: Bool

  public init(path: String, text: String, isExecutable: Bool = false) {
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }

  /// Writes files and the folders around them: all of them, or none.
  ///
  /// - Throws: `cannotWrite`; its code is `EEXIST` if one of them is there already. It is left as it is.
  public static func write(_ files: [NewFile]) throws(RunError) {
    var made: [String] = []
    do throws(SystemError) {
      for file in files {
        made += try FileSystem.makeFolder(Path.folder(of: file.path))
        try file.write()
        made.append(file.path)
      }
    } catch {
      for path in made.reversed() { remove(path) }
      throw RunError(writing: error)
    }
  }

  private func write() throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, isExecutable ? 0o777 : 0o666)
    guard descriptor >= 0 else { throw SystemError(at: path) }
    defer { close(descriptor) }
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        let error = SystemError(at: path)
        unlink(path)
        throw error
      }
      rest = rest.dropFirst(count)
    }
  }
}
