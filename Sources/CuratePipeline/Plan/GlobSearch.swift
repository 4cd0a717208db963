import Platform

/// Walks folders for the files that a glob matches.
struct GlobSearch {
  /// A folder that is not entered: what earlier runs wrote is no input.
  let excluded: String?
  /// The names in folders that were read before: many globs look into the same ones.
  private var names: [String: [String]] = [:]

  init(excluded: String? = nil) { self.excluded = excluded }

  /// The matching files as paths that begin as the pattern does, sorted by their bytes.
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

  /// Goes into a folder that a wildcard has matched; a folder that the pattern names outright is never excluded.
  private mutating func enter(_ folder: String, _ parts: ArraySlice<String>, _ found: inout Set<String>) {
    if let excluded, FileSystem.resolved(Path.absolute(folder)) == excluded { return }
    walk(folder, parts, &found)
  }

  /// None, if the folder cannot be read.
  private mutating func names(in folder: String) -> [String] {
    if let known = names[folder] { return known }
    let read = (try? FileSystem.names(in: folder.isEmpty ? "." : folder)) ?? []
    names[folder] = read
    return read
  }
}
