import CurateCore
import CurateHistory
import Platform

/// The differences between two states of a list that its readers see.
struct ListDiff {
  /// One of the two states.
  enum Side {
    case run(RunSummary)
    /// The result of a dry run of the recipe over the current files.
    case currentFiles(recipe: String)
  }

  enum Kind: String, CaseIterable {
    case added, gone, moved, retitled, reresolved, relabelled, rewritten
  }

  struct Entry {
    var kind: Kind
    /// Nil for a link that was added.
    var before: LinkSnapshot?
    /// Nil for a link that the later state does not have.
    var after: LinkSnapshot?
    /// The link that this one was merged into.
    var survivor: LinkSnapshot?

    /// The later snapshot, or the earlier one if there is no later one.
    var link: LinkSnapshot? { after ?? before }
  }

  var from: Side
  var to: Side
  /// By kind, then in the order of the list. A link that changed in two ways has two entries.
  var entries: [Entry]
  /// The number of omitted changes of images and of links to headings.
  var leftOut = 0

  func entries(of kind: Kind) -> [Entry] { entries.filter { $0.kind == kind } }
}

extension ListDiff {
  /// - Parameters:
  ///   - all: includes images, tables of contents and other links to headings.
  ///   - survivor: returns the snapshot of the link with this id, into which another link was merged.
  init(
    _ diff: RunDiff, from: Side, to: Side, all: Bool, survivor: (Int64) throws -> LinkSnapshot?
  ) throws {
    self.from = from
    self.to = to
    var found: [Entry] = []
    // Readers never saw a link that the same run removed.
    for link in diff.added where link.isPresent { found.append(Entry(kind: .added, after: link)) }
    for link in diff.gone where link.isPresent { found.append(Entry(kind: .gone, before: link)) }
    for change in diff.changed {
      for kind in change.kinds {
        var entry = Entry(kind: kind, before: change.before, after: change.after)
        if kind == .gone, let other = change.after.survivor { entry.survivor = try survivor(other) }
        found.append(entry)
      }
    }
    let shown = all ? found : found.filter { $0.link?.isOfInterest == true }
    leftOut = found.count - shown.count
    entries = Kind.allCases.flatMap { kind in shown.filter { $0.kind == kind } }
  }
}

extension RunDiff.Change {
  fileprivate var kinds: [ListDiff.Kind] {
    switch (before.isPresent, after.isPresent) {
    case (true, false): return [.gone]
    case (false, true): return [.added]
    case (false, false): return []
    case (true, true): break
    }
    return aspects.compactMap { aspect in
      switch aspect {
      case .section: .moved
      case .title: .retitled
      // Readers do not see how the input spells a URL.
      case .url: before.url != after.url ? .reresolved : nil
      case .labels: .relabelled
      case .form: .rewritten
      case .fate: nil
      }
    }
  }
}

extension LinkSnapshot {
  /// Whether the link is in the output.
  var isPresent: Bool { fate == "kept" || fate == "changed" }

  /// Whether the link belongs to the content of the list: no image, and no link to a heading.
  fileprivate var isOfInterest: Bool { !["toc", "fragment", "image"].contains(role) }

  /// The title, or the URL of a link without one.
  var name: String { title.isEmpty ? url : title }
}

/// Prints differences as text.
struct ListDiffText {
  let diff: ListDiff
  private let isColored = Terminal.hasColor(.output)

  init(_ diff: ListDiff) { self.diff = diff }

  func print() {
    Terminal.print(
      Terminal.paint("\(Self.name(of: diff.from)) → \(Self.name(of: diff.to))", .bold, if: isColored))
    Terminal.print(counts)
    for kind in ListDiff.Kind.allCases {
      let entries = diff.entries(of: kind)
      guard !entries.isEmpty else { continue }
      Terminal.print(Terminal.paint("\n\(Self.heading(of: kind))", style(of: kind), if: isColored))
      for entry in entries { Terminal.print("  " + line(of: entry)) }
    }
  }

  private var counts: String {
    var parts = ListDiff.Kind.allCases.compactMap { kind in
      let count = diff.entries(of: kind).count
      return count > 0 ? "\(count.grouped) \(Self.heading(of: kind))" : nil
    }
    if parts.isEmpty { parts = ["no link was added, removed or changed"] }
    let rest = diff.leftOut > 0 ? "; \(diff.leftOut.grouped) more in images and links to headings (--all)" : ""
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
    parts.append(ListDiffWording.detail(of: entry) ?? ListDiffWording.place(of: link))
    return parts.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}

extension ListDiffText {
  /// `run 11 (2026-03-01 09:30)`
  static func name(of side: ListDiff.Side) -> String {
    switch side {
    case .run(let run): "run \(run.number) (\(LocalTime.minute(run.startedAt)))"
    case .currentFiles(let recipe): "the current files, by \(recipe)"
    }
  }

  /// The name of the kind in counts and headings.
  static func heading(of kind: ListDiff.Kind) -> String {
    kind == .reresolved ? "re-resolved" : kind.rawValue
  }
}

/// The wording of one entry, which text and Markdown share.
enum ListDiffWording {
  /// `list.md:3, Teas`
  static func place(of link: LinkSnapshot) -> String {
    let line = link.line > 0 ? ":\(link.line)" : ""
    return link.document + line + (link.section.isEmpty ? "" : ", \(link.section)")
  }

  /// The differences between the states of the link; nil for a link that was only added.
  static func detail(of entry: ListDiff.Entry) -> String? {
    guard let before = entry.before else { return nil }
    guard let after = entry.after else { return "was \(place(of: before))" }
    switch entry.kind {
    case .added: return nil
    case .gone:
      let into = entry.survivor.map { " into '\(Excerpt.of($0.name))', line \($0.line)" } ?? ""
      return "\(after.fate)\(into); was \(place(of: before))"
    case .moved:
      return "\(location(of: before, comparedTo: after)) → \(location(of: after, comparedTo: before))"
    case .retitled: return "was '\(Excerpt.of(before.title, limit: 70))'"
    case .reresolved: return "\(before.url) → \(after.url)"
    case .relabelled: return "\(labels(of: before)) → \(labels(of: after))"
    case .rewritten: return "\(before.role) \(before.syntax) → \(after.role) \(after.syntax)"
    }
  }

  /// The section of the link; with its document if the other snapshot is in a different one.
  private static func location(of link: LinkSnapshot, comparedTo other: LinkSnapshot) -> String {
    let section = link.section.isEmpty ? "the beginning" : link.section
    return link.document == other.document ? section : "\(link.document): \(section)"
  }

  private static func labels(of link: LinkSnapshot) -> String {
    let labels = [link.hostClass, link.category, link.site, link.institution]
      .compactMap { $0 }.filter { !$0.isEmpty }
    return labels.isEmpty ? "no labels" : labels.joined(separator: " ")
  }
}

/// Differences as Markdown for release notes: a heading and a list for each kind of change.
enum ListDiffMarkdown {
  static func text(of diff: ListDiff) -> String {
    var blocks: [String] = []
    for kind in ListDiff.Kind.allCases {
      let entries = diff.entries(of: kind)
      guard !entries.isEmpty else { continue }
      blocks.append("### \(heading(of: kind))\n\n" + entries.map { "- \(item($0))" }.joined(separator: "\n"))
    }
    return blocks.isEmpty ? "No link was added, removed or changed." : blocks.joined(separator: "\n\n")
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
    case .relabelled, .rewritten: return "\(name): \(ListDiffWording.detail(of: entry).map(escaped) ?? "")"
    }
  }

  private static func escaped(_ text: String) -> String { MarkdownText.escaped(Excerpt.of(text, limit: 200)) }
}

/// Prints differences as JSON: the two states, and an array for each kind of change.
enum ListDiffJSON {
  static func print(_ diff: ListDiff) {
    var json = JSONWriter(.indented)
    json.object { json in
      write("from", diff.from, to: &json)
      write("to", diff.to, to: &json)
      for kind in ListDiff.Kind.allCases {
        json.array(kind.rawValue) { json in
          for entry in diff.entries(of: kind) { write(entry, to: &json) }
        }
      }
      json.member("leftOut", diff.leftOut)
    }
    json.endLine()
    Terminal.write(json.bytes, to: .output)
  }

  private static func write(_ name: String, _ side: ListDiff.Side, to json: inout JSONWriter) {
    json.object(name) { json in
      switch side {
      case .run(let run):
        json.member("run", run.number)
        json.member("started", LocalTime.utc(run.startedAt))
      // No member "run": the current files.
      case .currentFiles(let recipe): json.member("recipe", recipe)
      }
    }
  }

  private static func write(_ entry: ListDiff.Entry, to json: inout JSONWriter) {
    guard let link = entry.link else { return }
    json.object { json in
      json.member("link", link.link)
      write("before", entry.before, to: &json)
      write("after", entry.after, to: &json)
      json.member("survivor", entry.survivor?.link)
    }
  }

  private static func write(_ name: String, _ link: LinkSnapshot?, to json: inout JSONWriter) {
    guard let link else { return }
    json.object(name) { json in
      json.member("document", link.document)
      json.member("line", link.line)
      json.member("section", link.section)
      json.member("role", link.role)
      json.member("syntax", link.syntax)
      json.member("title", link.title)
      json.member("url", link.url)
      json.member("originalUrl", link.originalURL)
      json.member("hostClass", link.hostClass)
      json.member("category", link.category)
      json.member("site", link.site)
      json.member("institution", link.institution)
      json.member("fate", link.fate)
    }
  }
}
