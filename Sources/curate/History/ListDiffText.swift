import CurateCore
import CurateHistory
import Platform

/// A difference for people.
struct ListDiffText {
  let diff: ListDiff
  private let coloured = Terminal.hasColour(.output)

  init(_ diff: ListDiff) { self.diff = diff }

  func print() {
    Terminal.print(
      Terminal.paint("\(Self.name(of: diff.from)) → \(Self.name(of: diff.to))", .bold, if: coloured))
    Terminal.print(counts)
    for kind in ListDiff.Kind.allCases {
      let entries = diff.entries(of: kind)
      guard !entries.isEmpty else { continue }
      Terminal.print(Terminal.paint("\n\(Self.heading(of: kind))", style(of: kind), if: coloured))
      for entry in entries { Terminal.print("  " + line(of: entry)) }
    }
  }

  private var counts: String {
    var parts = ListDiff.Kind.allCases.compactMap { kind in
      let count = diff.entries(of: kind).count
      return count > 0 ? "\(count.grouped) \(Self.heading(of: kind))" : nil
    }
    if parts.isEmpty { parts = ["no link was added, went or changed"] }
    let rest = diff.leftOut > 0 ? "; \(diff.leftOut.grouped) more of images and links to headings (--all)" : ""
    return parts.joined(separator: ", ") + rest
  }

  private func style(of kind: ListDiff.Kind) -> Terminal.Style {
    switch kind {
    case .added: .green
    case .gone: .red
    default: .cyan
    }
  }

  /// `Oolong  https://tea.example/oolong  list.md:3, Teas`
  private func line(of entry: ListDiff.Entry) -> String {
    guard let link = entry.link else { return "" }
    var parts = [Excerpt.of(link.title, limit: 70)]
    if entry.kind != .reresolved { parts.append(link.url) }
    parts.append(ListDiffWords.detail(of: entry) ?? ListDiffWords.place(of: link))
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

extension ListDiffText {
  /// `run 11 (2026-03-01 09:30)`
  static func name(of side: ListDiff.Side) -> String {
    switch side {
    case .run(let run): "run \(run.number) (\(LocalTime.minute(run.startedAt)))"
    case .workingFiles(let recipe): "the files as they are now, by \(recipe)"
    }
  }

  /// What people call it.
  static func heading(of kind: ListDiff.Kind) -> String {
    kind == .reresolved ? "re-resolved" : kind.rawValue
  }
}

/// What a difference says about one link.
enum ListDiffWords {
  /// `list.md:3, Teas`
  static func place(of link: LinkSnapshot) -> String {
    let line = link.line > 0 ? ":\(link.line)" : ""
    return link.document + line + (link.section.isEmpty ? "" : ", \(link.section)")
  }

  /// What changed; nil for a link that is simply there or not.
  static func detail(of entry: ListDiff.Entry) -> String? {
    guard let before = entry.before else { return nil }
    guard let after = entry.after else { return "was \(place(of: before))" }
    switch entry.kind {
    case .added: return nil
    case .gone:
      let into = entry.survivor.map { " into '\(Excerpt.of($0.name))', line \($0.line)" } ?? ""
      return "\(after.fate)\(into); was \(place(of: before))"
    case .moved:
      return "\(location(of: before, beside: after)) → \(location(of: after, beside: before))"
    case .retitled: return "was '\(Excerpt.of(before.title, limit: 70))'"
    case .reresolved: return "\(before.url) → \(after.url)"
    case .relabelled: return "\(labels(of: before)) → \(labels(of: after))"
    case .rewritten: return "\(before.role) \(before.syntax) → \(after.role) \(after.syntax)"
    }
  }

  /// The section, with its document where the two are in different ones.
  private static func location(of link: LinkSnapshot, beside other: LinkSnapshot) -> String {
    let section = link.section.isEmpty ? "the beginning" : link.section
    return link.document == other.document ? section : "\(link.document): \(section)"
  }

  private static func labels(of link: LinkSnapshot) -> String {
    let labels = [link.hostClass, link.category, link.site, link.institution]
      .compactMap { $0 }.filter { !$0.isEmpty }
    return labels.isEmpty ? "no labels" : labels.joined(separator: " ")
  }
}
