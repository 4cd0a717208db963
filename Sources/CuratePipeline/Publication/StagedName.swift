import Platform

/// The names of temporary files that are staged but not yet published: `.curate-PID-NUMBER.tmp`.
enum StagedName {
  static let prefix = ".curate-"
  static let record = ".curate-publish"
  static let lock = ".curate-lock"

  static func make(_ number: Int) -> String { "\(prefix)\(CurrentProcess.id)-\(number).tmp" }

  static func isStaged(_ name: String) -> Bool {
    guard name.hasPrefix(prefix), name.hasSuffix(".tmp") else { return false }
    let numbers = name.dropFirst(prefix.count).dropLast(4).split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2 && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }
}

/// Names in the output folder that are reserved for curate.
enum ReservedNames {
  static func contains(_ path: String) -> Bool {
    path.hasPrefix(StagedName.prefix) || path == "history.sqlite" || path.hasPrefix("history.sqlite-")
  }
}
