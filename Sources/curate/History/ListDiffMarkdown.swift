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
    let name = MarkdownText.link(Excerpt.of(link.name, limit: 200), to: link.url)
    let section = link.section.isEmpty ? "" : " (\(escaped(link.section)))"
    guard let before = entry.before, let after = entry.after else { return name + section }
    switch entry.kind {
    case .added: return name + section
    case .gone: return name + (entry.survivor.map { ", the same as \(escaped($0.name))" } ?? section)
    case .moved: return "\(name): from \(escaped(before.section)) to \(escaped(after.section))"
    case .retitled: return "\(name), before: \(escaped(before.name))"
    case .reresolved: return "\(name), before: \(MarkdownText.link("", to: before.url))"
    case .relabelled, .rewritten: return "\(name): \(ListDiffWords.detail(of: entry).map(escaped) ?? "")"
    }
  }

  private static func escaped(_ text: String) -> String { MarkdownText.escaped(Excerpt.of(text, limit: 200)) }
}
