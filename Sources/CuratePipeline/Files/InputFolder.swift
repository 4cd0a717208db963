import CurateCore
import Platform

/// The folder in which all inputs stand, as far as stages may ask about it.
struct InputFolder: FileLookup {
  /// Absolute; nil if the documents are no files.
  let path: String?

  init(of inputs: [PlannedInput]) {
    path =
      inputs.contains { !$0.isFile } ? nil : Path.commonFolder(of: inputs.map { Path.absolute($0.path) })
  }

  func exists(_ path: String) -> Bool? {
    // A path with a zero byte would be cut there.
    guard let folder = self.path, !path.utf8.contains(0) else { return nil }
    return FileStatus(path.isEmpty ? folder : Path.join(folder, path)) != nil
  }
}
