import Glibc

/// Paths as text, with `/` between their parts.
package enum Path {
  /// `b` as seen from the folder `a`.
  package static func join(_ a: String, _ b: String) -> String {
    if b.utf8.first == UInt8(ascii: "/") || a.isEmpty { return clean(b) }
    return clean(a + "/" + b)
  }

  /// Without `.`, doubled `/`, and `..` after a name; `.` for the empty path.
  package static func clean(_ path: String) -> String {
    // Nearly all paths are clean already; taking one apart takes 25,000 instructions.
    if isClean(path.utf8Span.span) { return path }
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : joined.isEmpty ? "." : joined
  }

  private static func isClean(_ path: Span<UInt8>) -> Bool {
    // Of the part so far.
    var (length, dots) = (0, 0)
    for index in path.indices {
      if path[index] == UInt8(ascii: "/") {
        if index > 0, dots == length, length <= 2 { return false }
        (length, dots) = (0, 0)
      } else {
        length += 1
        if path[index] == UInt8(ascii: ".") { dots += 1 }
      }
    }
    return dots != length || length > 2
  }

  package static func absolute(_ path: String) -> String { join(workingFolder, path) }

  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The name without its last extension.
  static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// Whether `path` is `folder` or lies in it; both absolute and clean.
  package static func contains(_ path: String, in folder: String) -> Bool {
    folder == "/" || path == folder || path.hasPrefix(folder + "/")
  }

  /// `path` below `folder`; both absolute and clean.
  package static func below(_ folder: String, _ path: String) -> String {
    guard path != folder, contains(path, in: folder) else { return name(of: path) }
    return String(path.utf8.dropFirst(folder == "/" ? 1 : folder.utf8.count + 1)) ?? path
  }

  /// `path` as seen from `folder`, with `..` where it leads out of it; both absolute and clean.
  static func relative(_ path: String, to folder: String) -> String {
    let to = path.split(separator: "/")
    let from = folder.split(separator: "/")
    let common = zip(to, from).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: from.count - common) + to[common...].map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// The innermost folder that holds all of the absolute paths.
  static func commonFolder(of paths: [String]) -> String {
    guard var common = paths.first.map(folder(of:)) else { return workingFolder }
    for path in paths {
      while !contains(folder(of: path), in: common) { common = folder(of: common) }
    }
    return common
  }

  /// A path below a folder that stays in it: relative, with no part that is empty, `.` or `..`.
  package static func staysInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.utf8.contains(0) && parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  private static let workingFolder: String = {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return String(cString: buffer)
  }()
}
