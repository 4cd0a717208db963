import Foundation

/// Files of the repository that tests compare with the output of the command.
enum Repository {
  /// Returns the contents of a file.
  ///
  /// - Parameter path: relative to the repository's folder, or absolute.
  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path.hasPrefix("/") ? path : "\(Curate.root)/\(path)", encoding: .utf8)
  }
}
