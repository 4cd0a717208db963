/// Why a plugin is not trusted. Facts only; `TrustMessages` puts them into words.
public enum TrustFailure: Error, Sendable, Equatable {
  case notPinned
  case changed([Difference])
  case linkLeadsOut(String)
  case notAFile(String)
  case oddName(String)
  case tooMuch(files: Int, bytes: Int)
  /// The plugin's folder is a symbolic link.
  case folderElsewhere(String)
  case unreadable(path: String, code: Int32)
  case unwritable(path: String, code: Int32)
  /// `line` counts from 1.
  case damagedLock(path: String, line: Int)
  case noStagesFolder
  case noPlugin(String, known: [String])

  /// How a file is not as it was.
  public enum Difference: Sendable, Equatable {
    case added(String)
    case removed(String)
    case changed(String)
    /// It can or cannot be executed now, or is a symbolic link now or no more.
    case otherKind(String)
  }
}
