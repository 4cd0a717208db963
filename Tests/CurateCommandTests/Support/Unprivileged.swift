import Foundation
import Testing

/// Runs the command as a user whom file permissions bind: the superuser could write anywhere.
enum Unprivileged {
  static let reason: Comment = "permissions do not bind the superuser, and setpriv is not installed"
  static let isPossible = !Tool.isRoot || Tool.exists("setpriv")

  private static func open(_ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Outcome {
    guard Tool.isRoot else { return try Curate.run(arguments, in: folder.path) }
    try open(folder.path)
    // A copy where every user can read it: the build may stand in a private home. `cp` makes it, because a file that
    // this process has open for writing could not be run as long as another child, started meanwhile, holds it too.
    let place = try TemporaryFolder()
    let binary = place.path("curate")
    try #require(try Command("cp", [Curate.path, binary]).run().ending == .exited(0))
    for path in [place.path, binary] { try open(path) }
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"]
    return try Command("setpriv", nobody + [binary] + arguments, in: folder.path).run()
  }
}
