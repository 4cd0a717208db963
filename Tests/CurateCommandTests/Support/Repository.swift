import Foundation

/// Files of the repository that tests hold to what the command says.
enum Repository {
  /// - Parameter path: below the repository's folder, or absolute.
  static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path.hasPrefix("/") ? path : "\(Curate.root)/\(path)", encoding: .utf8)
  }
}
