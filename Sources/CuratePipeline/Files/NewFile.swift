import Platform

/// A file to create.
public struct NewFile: Sendable {
  public var path: String
  public var text: String
  public var isExecutable: Bool

  public init(path: String, text: String, isExecutable: Bool = false) {
    self.path = path
    self.text = text
    self.isExecutable = isExecutable
  }

  /// Creates files and their missing folders: all of them, or none.
  ///
  /// - Throws: `cannotWrite`, with `ErrorCode.exists` if one of the files exists. That file stays unchanged.
  public static func write(_ files: [NewFile]) throws(RunError) {
    var made: [String] = []
    do throws(SystemError) {
      for file in files {
        made += try FileSystem.makeFolder(Path.folder(of: file.path))
        try FileSystem.create(file.path, Array(file.text.utf8), isExecutable: file.isExecutable)
        made.append(file.path)
      }
    } catch {
      for path in made.reversed() {
        FileSystem.delete(path)
        FileSystem.deleteEmptyFolder(path)
      }
      throw RunError(writing: error)
    }
  }
}
