import CurateCore
import CuratePipeline
import LinkIdentity

/// The summary of a run for a pull request: merged entries, repairs, and findings that need a human.
///
/// Written in Markdown for GitHub; long lists are collapsed.
struct PullRequestSummary {
  private let result: RunResult
  private let notices: [Notice]
  private let wroteFiles: Bool
  private var collection: Collection { result.collection }

  /// Lists with more lines than this are collapsed.
  private static let longest = 10

  init(_ result: RunResult, notices: [Notice], wroteFiles: Bool) {
    self.result = result
    self.notices = notices
    self.wroteFiles = wroteFiles
  }

  var text: String {
    let merges = notices.filter { $0.event?.kind == .merge }
    let repairs = notices.filter { $0.kind == .change && $0.event?.kind != .merge }
    let findings = notices.filter { $0.kind != .change }
    var blocks = [overview]
    if !merges.isEmpty {
      blocks.append("### Merged (\(merges.count.grouped))")
      blocks += Self.folded(merges.map(merge), "Each merged entry and its survivor")
    }
    if !repairs.isEmpty {
      blocks.append("### Repaired (\(repairs.count.grouped))")
      blocks += byRule(repairs)
    }
    blocks.append("### Needs a human (\(findings.count.grouped))")
    blocks += needsHuman(findings)
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// Line numbers are those of the input, as in the reports and in the base of the pull request.
  private var overview: String {
    let names =
      collection.documents.count > 3
      ? collection.documents.count.pluralized("document")
      : collection.documents.map { MarkdownText.escaped($0.path) }.joined(separator: ", ")
    let lines = collection.documents.reduce(0) { $0 + $1.lineCount }
    let changed = result.changedLines.reduce(0, +)
    return
      "**\(names)**: \(changed.grouped) of \(lines.pluralized("line")) \(wroteFiles ? "changed" : "would change"), "
      + "no link lost. Line numbers refer to the file before the change."
  }

  /// `- [Oolong](<https://…>), line 6: same URL as line 3`
  private func merge(_ notice: Notice) -> String {
    let link = notice.event?.link.map { self.link($0) } ?? MarkdownText.escaped(notice.event?.before ?? "")
    let survivor = notice.event?.other.map { ", into \(self.link($0)), \(place(of: $0))" }
    // Most reasons already name the survivor's line.
    let isNamed = notice.message.contains("line ")
    return "- \(link), \(place([notice]))\(isNamed ? "" : survivor ?? ""): \(MarkdownText.escaped(notice.message))"
  }

  private func place(of id: LinkID) -> String {
    let document = collection[collection[id].document]
    let file = collection.documents.count == 1 ? "" : MarkdownText.escaped(document.path) + " "
    return "\(file)line \(document.line(at: collection[id].range.lowerBound))"
  }

  private func link(_ id: LinkID) -> String {
    MarkdownText.link(
      Excerpt.of(maskingCredentials(in: collection.title(of: id)), limit: 100),
      to: maskingCredentials(in: collection.url(of: id)))
  }

  /// A list for each rule: how many places, and the change at each.
  private func byRule(_ repairs: [Notice]) -> [String] {
    Self.groups(of: repairs) { $0.ruleName }.flatMap { group in
      let lines = Self.groups(of: group) { "\($0.path)\n\($0.message)" }.map { same in
        "- \(place(same)): \(MarkdownText.escaped(same[0].message))" + (same.count == 1 ? rewritten(same[0]) : "")
      }
      return Self.folded(lines, "`\(group[0].ruleName)`: \(group.count.pluralized("place"))", isTitled: true)
    }
  }

  /// ` (http://a → https://a)` for a value that was set; empty for other changes.
  private func rewritten(_ notice: Notice) -> String {
    guard let event = notice.event, event.kind == .set else { return "" }
    func part(_ text: String) -> String { MarkdownText.escaped(Excerpt.of(maskingCredentials(in: text), limit: 100)) }
    return " (\(part(event.before)) → \(part(event.after)))"
  }

  /// Errors and warnings as tasks; notes collapsed.
  private func needsHuman(_ findings: [Notice]) -> [String] {
    guard !findings.isEmpty else { return ["Nothing."] }
    let tasks = [Notice.Kind.error, .warning].flatMap { kind in
      bySameRule(findings.filter { $0.kind == kind }).map { "- [ ] \($0)" }
    }
    let notes = findings.filter { $0.kind == .note }
    return Self.folded(tasks, (findings.count - notes.count).pluralized("warning"))
      + Self.folded(bySameRule(notes).map { "- \($0)" }, notes.count.pluralized("note"), always: true)
  }

  /// One line for each finding; one line for all beyond the first 20 of a rule in a file.
  private func bySameRule(_ findings: [Notice]) -> [String] {
    let limit = 20
    return Self.groups(of: findings) { "\($0.path)\n\($0.ruleName)" }.flatMap { group in
      let shown = group.count > limit + 1 ? limit : group.count
      let rest = group.dropFirst(shown)
      let lines = group.prefix(shown).map {
        "\(place([$0])): \(MarkdownText.escaped($0.message)) (`\($0.ruleName)`)"
      }
      guard let first = rest.first else { return lines }
      let message = Collection.messageForRest(rest.map(\.line), after: limit)
      return lines + ["\(MarkdownText.escaped(first.path)): \(message) (`\(first.ruleName)`)"]
    }
  }

  /// `line 3`, `lines 3, 5, 9`, `README.md line 3`. All notices are in one file.
  private func place(_ notices: [Notice]) -> String {
    let lines = notices.map(\.line)
    let shown = lines.prefix(20).map(String.init).joined(separator: ", ")
    let more = lines.count > 20 ? " and \((lines.count - 20).grouped) more" : ""
    let isOnlyFile = collection.documents.count == 1 && notices[0].document != nil
    let file = isOnlyFile ? "" : MarkdownText.escaped(notices[0].path) + " "
    return "\(file)\(lines.count == 1 ? "line" : "lines") \(shown)\(more)"
  }

  /// Groups notices by key, in the order of the groups' first members.
  private static func groups(of notices: [Notice], by key: (Notice) -> String) -> [[Notice]] {
    var groups: [[Notice]] = []
    var places: [String: Int] = [:]
    for notice in notices {
      let place = places[key(notice), default: groups.count]
      if place == groups.count {
        places[key(notice)] = place
        groups.append([])
      }
      groups[place].append(notice)
    }
    return groups
  }

  /// A list, collapsed below a summary if it is long. A blank line makes Markdown resume inside HTML.
  private static func folded(
    _ lines: [String], _ summary: String, isTitled: Bool = false, always: Bool = false
  ) -> [String] {
    guard !lines.isEmpty else { return [] }
    let list = lines.joined(separator: "\n")
    guard lines.count > longest || always else { return isTitled ? [summary, list] : [list] }
    let title = summary.split(separator: "`", omittingEmptySubsequences: false).enumerated().map { index, part in
      index == 0 ? String(part) : (index.isMultiple(of: 2) ? "</code>" : "<code>") + part
    }.joined()
    return ["<details><summary>\(title)</summary>", list, "</details>"]
  }
}
