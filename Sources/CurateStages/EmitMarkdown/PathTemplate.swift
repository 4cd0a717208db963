package import CurateCore

/// A path below the output folder, with placeholders for parts of the input's path.
package struct PathTemplate: OptionConvertible, Equatable {
  static let placeholders = ["{path}", "{name}", "{stem}"]
  let text: String

  init(_ text: String) { self.text = text }

  package static var optionType: OptionType { .string }

  /// - Throws: a problem for an unknown placeholder, or for a path that leaves the output folder.
  package init(_ node: ConfigNode) throws(OptionProblems) {
    text = try String(node)
    if let problem = Self.problem(of: text) { throw OptionProblems(.invalid(problem), at: node.span) }
  }

  package var optionText: String { "\"\(text)\"" }

  private static func problem(of text: String) -> String? {
    var rest = text
    for placeholder in placeholders {
      rest = rest.split(separator: placeholder, omittingEmptySubsequences: false).joined()
    }
    if rest.contains("{") || rest.contains("}") {
      return "'\(text)' has an unknown placeholder; use {path}, {name} or {stem}"
    }
    return FixedPath.problem(of: text)
  }

  /// Returns the path for an input's path.
  func path(for input: String) -> String {
    let name = input.split(separator: "/").last.map(String.init) ?? input
    let stem = name.lastIndex(of: ".").map { $0 > name.startIndex ? String(name[..<$0]) : name } ?? name
    var path = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      path += String(rest[..<open])
      switch rest[open...close] {
      case "{path}": path += input
      case "{name}": path += name
      default: path += stem
      }
      rest = rest[rest.index(after: close)...]
    }
    return path + String(rest)
  }
}

/// The path of one file below the output folder.
package struct FixedPath: OptionConvertible, Equatable {
  let text: String

  init(_ text: String) { self.text = text }

  package static var optionType: OptionType { .string }

  /// - Throws: a problem for a path that is empty, names a folder or leaves the output folder.
  package init(_ node: ConfigNode) throws(OptionProblems) {
    text = try String(node)
    if let problem = Self.problem(of: text) { throw OptionProblems(.invalid(problem), at: node.span) }
  }

  package var optionText: String { text }

  static func problem(of path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.isEmpty { return "the path is empty; name a file below the output folder" }
    if path.utf8.first == UInt8(ascii: "/") || parts.contains("..") || path.utf8.contains(0) {
      return "'\(path)' leads out of the output folder; use a relative path without '..'"
    }
    return ["", "."].contains(parts.last) ? "'\(path)' names a folder; name a file" : nil
  }
}
