import Platform

/// A path pattern: `*` and `?` match within a name, `**` matches any number of folders, `[a-z]` and `[!a]` match one
/// character.
struct Glob {
  let parts: [String]

  init(_ pattern: String) {
    parts = pattern.split(separator: "/").map(String.init)
  }

  static func isGlob(_ text: String) -> Bool {
    text.utf8.contains { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[") }
  }

  func matches(_ path: String) -> Bool {
    let names = path.split(separator: "/").map(String.init)
    // The parts that can come next. One step per name keeps `**/**/**` linear.
    var open: Set<Int> = closure([0])
    for name in names {
      var next: Set<Int> = []
      for part in open where part < parts.count {
        if parts[part] == "**" { next.insert(part) } else if Self.matches(name, parts[part]) { next.insert(part + 1) }
      }
      open = closure(next)
    }
    return open.contains(parts.count)
  }

  /// The parts that can come next, including those after a `**` that matches no folder.
  private func closure(_ places: Set<Int>) -> Set<Int> {
    var all = places
    for place in places {
      var next = place
      while next < parts.count, parts[next] == "**" {
        next += 1
        all.insert(next)
      }
    }
    return all
  }

  /// Whether a single name matches a pattern without `/`.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    let name = Array(name.unicodeScalars)
    let pattern = Array(pattern.unicodeScalars)
    // A wildcard does not match names that begin with a dot.
    if name.first == ".", pattern.first != "." { return false }
    var n = 0
    var p = 0
    var star: (p: Int, n: Int)?
    while n < name.count {
      if p < pattern.count, pattern[p] == "*" {
        star = (p, n)
        p += 1
      } else if let next = step(name[n], pattern, at: p) {
        p = next
        n += 1
      } else if let last = star {
        // Let the star match one more character.
        star = (last.p, last.n + 1)
        p = last.p + 1
        n = last.n + 1
      } else {
        return false
      }
    }
    return pattern[p...].allSatisfy { $0 == "*" }
  }

  /// The position in the pattern after a matching character (nil: no match).
  private static func step(_ scalar: Unicode.Scalar, _ pattern: [Unicode.Scalar], at place: Int) -> Int? {
    guard place < pattern.count else { return nil }
    if pattern[place] == "?" { return place + 1 }
    if pattern[place] == "[", let (set, end) = bracket(pattern, at: place) {
      return set.contains(scalar) != set.isNegated ? end : nil
    }
    return pattern[place] == scalar ? place + 1 : nil
  }

  private struct Bracket {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var isNegated = false
    func contains(_ scalar: Unicode.Scalar) -> Bool { ranges.contains { $0.contains(scalar) } }
  }

  private static func bracket(_ pattern: [Unicode.Scalar], at place: Int) -> (Bracket, end: Int)? {
    var index = place + 1
    var set = Bracket()
    if index < pattern.count, pattern[index] == "!" || pattern[index] == "^" {
      set.isNegated = true
      index += 1
    }
    let first = index
    while index < pattern.count, pattern[index] != "]" || index == first {
      if index + 2 < pattern.count, pattern[index + 1] == "-", pattern[index + 2] != "]",
        pattern[index] <= pattern[index + 2]
      {
        set.ranges.append(pattern[index]...pattern[index + 2])
        index += 3
      } else {
        set.ranges.append(pattern[index]...pattern[index])
        index += 1
      }
    }
    return index < pattern.count ? (set, index + 1) : nil
  }
}

/// Finds the files that globs match.
struct GlobSearch {
  /// A folder that is skipped, because outputs of earlier runs are not inputs.
  let excluded: String?
  /// The names in folders that were read before; many globs read the same folders.
  private var names: [String: [String]] = [:]

  init(excluded: String? = nil) { self.excluded = excluded }

  /// The matching files, as paths with the same beginning as the pattern, sorted by bytes.
  ///
  /// `**` does not enter hidden folders, nor symbolic links to folders.
  mutating func files(matching pattern: String) -> [String] {
    let isAbsolute = pattern.hasPrefix("/")
    let parts = Glob(pattern).parts
    let fixed = parts.prefix { !Glob.isGlob($0) }
    let root = (isAbsolute ? "/" : "") + fixed.joined(separator: "/")
    var found: Set<String> = []
    walk(root, parts[fixed.count...], &found)
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func walk(_ folder: String, _ parts: ArraySlice<String>, _ found: inout Set<String>) {
    guard let part = parts.first else { return }
    let rest = parts.dropFirst()
    if part == "**" { walk(folder, rest, &found) }
    for name in names(in: folder) {
      let path = folder.isEmpty ? name : folder == "/" ? "/" + name : folder + "/" + name
      if part == "**" {
        guard !name.hasPrefix("."), FileStatus(path)?.isFolder == true, !FileSystem.isSymbolicLink(path) else {
          continue
        }
        enter(path, parts, &found)
      } else if Glob.matches(name, part), let status = FileStatus(path) {
        if rest.isEmpty {
          if !status.isFolder { found.insert(path) }
        } else if status.isFolder {
          enter(path, rest, &found)
        }
      }
    }
  }

  /// Enters a folder that a wildcard matched. A folder that the pattern names literally is never skipped.
  private mutating func enter(_ folder: String, _ parts: ArraySlice<String>, _ found: inout Set<String>) {
    if let excluded, FileSystem.resolved(Path.absolute(folder)) == excluded { return }
    walk(folder, parts, &found)
  }

  /// The names in a folder (empty if it cannot be read).
  private mutating func names(in folder: String) -> [String] {
    if let known = names[folder] { return known }
    let read = (try? FileSystem.names(in: folder.isEmpty ? "." : folder)) ?? []
    names[folder] = read
    return read
  }
}
