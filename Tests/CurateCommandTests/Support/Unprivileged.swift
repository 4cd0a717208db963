import Foundation
import Testing

/// Runs the command as a user without superuser privileges, so that file permissions apply.
enum Unprivileged {
  static let reason: Comment = "permissions do not apply to the superuser, and setpriv is not installed"
  static let isPossible = !Tool.isRoot || Tool.exists("setpriv")

  private static func open(_ path: String) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
  }

  static func run(_ arguments: [String], in folder: TemporaryFolder) throws -> Outcome {
    guard Tool.isRoot else { return try Curate.run(arguments, in: folder.path) }
    try open(folder.path)
    // Copies the binary to a folder that every user can read, because the build may be in a private home folder. `cp`
    // makes the copy, because another child that starts meanwhile would inherit a file that this process has open for
    // writing, and such a file cannot be executed.
    let place = try TemporaryFolder()
    let binary = place.path("curate")
    try #require(try Command("cp", [Curate.path, binary]).run().ending == .exited(0))
    for path in [place.path, binary] { try open(path) }
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"]
    return try Command("setpriv", nobody + [binary] + arguments, in: folder.path).run()
  }
}
