internal import Glibc

/// Computes with paths as strings, without the file system. `/` separates the components.
package enum Path {
  /// Resolves the path `b` relative to the folder `a`.
  package static func join(_ a: String, _ b: String) -> String {
    if b.utf8.first == UInt8(ascii: "/") || a.isEmpty { return clean(b) }
    return clean(a + "/" + b)
  }

  /// Removes `.`, repeated `/`, and `..` after a name. The empty path becomes `.`.
  package static func clean(_ path: String) -> String {
    // Almost all paths are clean already; splitting one takes 25,000 instructions.
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
    // Of the current component.
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

  /// The absolute, clean form of a path, relative to the working folder.
  package static func absolute(_ path: String) -> String { join(workingFolder, path) }

  /// The path without its last component; `.` if there is only one.
  package static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component.
  package static func name(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
  }

  /// The last component without its extension.
  package static func stem(of path: String) -> String {
    let name = name(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// Whether `path` is `folder` or lies below it. Both are absolute and clean.
  package static func contains(_ path: String, in folder: String) -> Bool {
    folder == "/" || path == folder || path.hasPrefix(folder + "/")
  }

  /// The path relative to a folder that contains it; otherwise its last component. Both are absolute and clean.
  package static func below(_ folder: String, _ path: String) -> String {
    guard path != folder, contains(path, in: folder) else { return name(of: path) }
    return String(path.utf8.dropFirst(folder == "/" ? 1 : folder.utf8.count + 1)) ?? path
  }

  /// The path relative to `folder`, with `..` where it leads out of the folder. Both are absolute and clean.
  package static func relative(_ path: String, to folder: String) -> String {
    let to = path.split(separator: "/")
    let from = folder.split(separator: "/")
    let common = zip(to, from).prefix { $0 == $1 }.count
    let parts = Array(repeating: "..", count: from.count - common) + to[common...].map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// The innermost folder that contains all of the absolute paths.
  package static func commonFolder(of paths: [String]) -> String {
    guard var common = paths.first.map(folder(of:)) else { return workingFolder }
    for path in paths {
      while !contains(folder(of: path), in: common) { common = folder(of: common) }
    }
    return common
  }

  /// Whether a relative path cannot leave the folder that it is resolved in: no component is empty, `.` or `..`.
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
