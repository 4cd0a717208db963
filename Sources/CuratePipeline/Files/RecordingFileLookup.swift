import CurateCore
import Synchronization

/// Remembers what stages asked for and was not there, so that the history can keep it.
final class RecordingFileLookup: FileLookup {
  private let files: any FileLookup
  private let answeredNo = Mutex(Set<String>())

  init(_ files: any FileLookup) { self.files = files }

  func exists(_ path: String) -> Bool? {
    let answer = files.exists(path)
    if answer == false { answeredNo.withLock { _ = $0.insert(path) } }
    return answer
  }

  /// Sorted.
  var missing: [String] { answeredNo.withLock { $0.sorted() } }
}
