import CurateCore
import Platform

/// Answers stages whether files exist in the common folder of all inputs.
struct InputFolder: FileLookup {
  /// The absolute path; nil if the documents are not files.
  let path: String?

  init(of inputs: [PlannedInput]) {
    path =
      inputs.contains { !$0.isFile } ? nil : Path.commonFolder(of: inputs.map { Path.absolute($0.path) })
  }

  func exists(_ path: String) -> Bool? {
    // The system would truncate a path at a zero byte.
    guard let folder = self.path, !path.utf8.contains(0) else { return nil }
    return FileStatus(path.isEmpty ? folder : Path.join(folder, path)) != nil
  }
}
