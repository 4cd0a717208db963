import CurateCore
import Synchronization

/// Records the files that stages asked for and that do not exist, for the history.
final class RecordingFileLookup: FileLookup {
  private let files: any FileLookup
  private let answeredNo = Mutex(Set<String>())

  init(_ files: any FileLookup) { self.files = files }

  func exists(_ path: String) -> Bool? {
    let answer = files.exists(path)
    if answer == false { answeredNo.withLock { _ = $0.insert(path) } }
    return answer
  }

  /// The paths that do not exist, sorted.
  var missing: [String] { answeredNo.withLock { $0.sorted() } }
}
