import Platform

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
