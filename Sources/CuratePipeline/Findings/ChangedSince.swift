import Platform

/// The lines of the inputs that changed since a git revision. On a branch that diverged from the revision, changes
/// since the merge base.
package struct ChangedSince: Sendable {
  private enum Lines: Sendable, Equatable {
    /// The file did not exist.
    case all
    case ranges([ClosedRange<Int>])
  }

  private var lines: [String: Lines] = [:]

  package init(_ revision: String, inputs: [PlannedInput]) throws(GitProblem) {
    var commits: [String: String] = [:]
    for input in inputs {
      let folder = Path.folder(of: input.path)
      let commit: String
      if let known = commits[folder] {
        commit = known
      } else {
        commit = try Self.commit(revision, in: folder, for: input.path)
        commits[folder] = commit
      }
      lines[input.path] = try Self.lines(of: input.path, since: commit, in: folder)
    }
  }

  /// Whether a notice is about a changed line. Notices about the recipe are always included.
  package func contains(_ notice: Notice) -> Bool {
    guard notice.document != nil, case .ranges(let ranges)? = lines[notice.path] else { return true }
    let own = notice.line...max(notice.line, notice.end?.line ?? 0)
    return ranges.contains { $0.overlaps(own) }
  }

  private static func commit(_ revision: String, in folder: String, for path: String) throws(GitProblem) -> String {
    let top = GitCommand(["rev-parse", "--show-toplevel"], in: folder)
    if top.status == 127 { throw .notInstalled }
    guard top.succeeded else { throw .noRepository(path: path, message: top.errorMessage) }
    // Git would take a name that begins with '-' for an option.
    let name = revision.hasPrefix("-") || revision.isEmpty ? nil : revision
    let found = name.map { GitCommand(["rev-parse", "--verify", "--quiet", $0 + "^{commit}"], in: folder) }
    guard let found, found.succeeded else { throw .unknownRevision(revision, repository: top.line) }
    // Without a common ancestor (for example in a shallow clone), compares with the revision itself.
    let base = GitCommand(["merge-base", found.line, "HEAD"], in: folder)
    return base.succeeded ? base.line : found.line
  }

  private static func lines(of path: String, since commit: String, in folder: String) throws(GitProblem) -> Lines {
    let name = Path.name(of: path)
    guard GitCommand(["ls-files", "--error-unmatch", "--", name], in: folder).succeeded else { return .all }
    let diff = GitCommand(
      ["diff", "--no-color", "--no-ext-diff", "--no-textconv", "--text", "--unified=0", commit, "--", name], in: folder)
    guard diff.succeeded else { throw .failed(path: path, message: diff.errorMessage) }
    return .ranges(ranges(in: diff.output))
  }

  /// The lines of the new file in a diff without context: `@@ -12,2 +14,3 @@` gives 14 to 16.
  static func ranges(in diff: [UInt8]) -> [ClosedRange<Int>] {
    diff.split(separator: UInt8(ascii: "\n")).compactMap { line in
      // Lines of the files begin with '+', '-' or '\', so this can only be a hunk.
      guard line.starts(with: "@@ -".utf8) else { return nil }
      let words = String(decoding: line.prefix(80), as: UTF8.self).split(separator: " ")
      guard words.count > 2, words[2].first == "+" else { return nil }
      let numbers = words[2].dropFirst().split(separator: ",").compactMap { Int($0) }
      guard let first = numbers.first else { return nil }
      let count = numbers.count > 1 ? numbers[1] : 1
      return count > 0 ? first...(first + count - 1) : nil
    }
  }
}

/// Why git cannot list the changed lines.
package enum GitProblem: Error, Sendable, Equatable {
  case notInstalled
  /// `message` is the error message of git.
  case noRepository(path: String, message: String)
  case unknownRevision(String, repository: String)
  case failed(path: String, message: String)
}

extension GitProblem: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notInstalled: "--changed-since needs git, but git is not on the PATH"
    case .noRepository(let path, let message):
      "\(path): --changed-since needs a list in a git repository; git reports '\(message)'"
    case .unknownRevision(let revision, let repository):
      "there is no commit '\(revision)' in \(repository); name a branch, a tag or a commit (in CI, fetch it first)"
    case .failed(let path, let message): "\(path): git cannot list the changed lines: '\(message)'"
    }
  }
}
