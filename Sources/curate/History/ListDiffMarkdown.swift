import CurateCore
import CurateHistory

/// A difference to be pasted into release notes: a heading and a list for each kind of change.
enum ListDiffMarkdown {
  static func text(of diff: ListDiff) -> String {
    var blocks: [String] = []
    for kind in ListDiff.Kind.allCases {
      let entries = diff.entries(of: kind)
      guard !entries.isEmpty else { continue }
      blocks.append("### \(heading(of: kind))\n\n" + entries.map { "- \(item($0))" }.joined(separator: "\n"))
    }
    return blocks.isEmpty ? "No link was added, went or changed." : blocks.joined(separator: "\n\n")
  }

  private static func heading(of kind: ListDiff.Kind) -> String {
    switch kind {
    case .added: "Added"
    case .gone: "Gone"
    case .moved: "Moved"
    case .retitled: "Retitled"
    case .reresolved: "New address"
    case .relabelled: "Relabelled"
    case .rewritten: "Rewritten"
    }
  }

  private static func item(_ entry: ListDiff.Entry) -> String {
    guard let link = entry.link else { return "" }
    let name = "[\(escaped(link.name))](\(destination(link.url)))"
    let section = link.section.isEmpty ? "" : " (\(escaped(link.section)))"
    guard let before = entry.before, let after = entry.after else { return name + section }
    switch entry.kind {
    case .added: return name + section
    case .gone: return name + (entry.survivor.map { ", the same as \(escaped($0.name))" } ?? section)
    case .moved: return "\(name): from \(escaped(before.section)) to \(escaped(after.section))"
    case .retitled: return "\(name), before: \(escaped(before.name))"
    case .reresolved: return "\(name), before: <\(before.url)>"
    case .relabelled, .rewritten: return "\(name): \(ListDiffWords.detail(of: entry).map(escaped) ?? "")"
    }
  }

  /// Text that means itself: characters that could begin markup get a backslash (CommonMark 0.31.2, 2.4).
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in Excerpt.of(text, limit: 200) {
      if "\\`*_[]<$|".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// In angle brackets if it could end too early otherwise.
  private static func destination(_ url: String) -> String {
    guard url.contains(where: { "() <>".contains($0) }) else { return url }
    var escaped = "<"
    for character in url {
      if "<>\\".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped + ">"
  }
}
