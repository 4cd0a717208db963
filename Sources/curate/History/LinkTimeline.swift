import CurateCore
import CurateHistory

/// Everything that the history records about one link: its states, events and duplicates over all runs.
struct LinkTimeline {
  /// Whether the link is in the list now; if not, why.
  enum Verdict {
    /// The output of the newest run contains the link.
    case present
    /// A stage of the newest run removed or merged the link.
    case removedFromOutput(Removal)
    /// A stage of an earlier run removed or merged the link, and the input of the newest run does not contain it.
    case removedFromInput(Removal)
    /// The input of the newest run does not contain the link, and no stage removed it: the file was edited.
    case editedOut
    /// The newest run did not read the link's document.
    case documentNotRead
  }

  struct Removal {
    /// The `merge` or `remove` event; nil if it is missing in the history.
    var event: LinkHistory.DatedEvent?
    /// The link that this one was merged into.
    var survivor: LinkSnapshot?
  }

  struct Duplicate {
    var summary: DuplicateSummary
    var snapshot: LinkSnapshot?
  }

  var history: LinkHistory
  /// The link's state in the last run that read it.
  var last: LinkSnapshot
  var verdict: Verdict
  /// The members of the link's groups of duplicates, the link itself included, group by group.
  var duplicates: [Duplicate]
  /// The newest run that finished.
  var newestRun: Int64

  /// Returns nil if the history has no such link.
  init?(of link: Int64, newest: Int64, in history: History) throws {
    guard let known = try history.history(of: link),
      let last = try history.links(of: known.lastRun, among: [link]).first
    else { return nil }
    self.history = known
    self.last = last
    newestRun = newest
    let others = try history.links(of: known.lastRun, among: Set(known.duplicates.map(\.link)))
    duplicates = known.duplicates.map { summary in
      Duplicate(summary: summary, snapshot: others.first { $0.link == summary.link })
    }
    let isRead = known.lastRun == newest
    if last.isPresent {
      let readsDocument = try history.inputs(of: newest).contains { $0.path == known.document }
      verdict = isRead ? .present : readsDocument ? .editedOut : .documentNotRead
    } else {
      let removal = Removal(
        event: known.events.last { $0.event.link == link && ["merge", "remove"].contains($0.event.kind) },
        survivor: try last.survivor.flatMap { try history.links(of: known.lastRun, among: [$0]).first })
      verdict = isRead ? .removedFromOutput(removal) : .removedFromInput(removal)
    }
  }
}

extension LinkTimeline {
  /// Returns the timelines of all links that ever had this URL or the same page key, links that are not in the list first.
  static func all(withURL url: String, newest: Int64, in history: History) throws -> [LinkTimeline] {
    let timelines = try history.links(withURL: url)
      .compactMap { try LinkTimeline(of: $0, newest: newest, in: history) }
    let isPresent = { (timeline: LinkTimeline) in if case .present = timeline.verdict { true } else { false } }
    // Readers of `explain` mostly look for a missing link, so the first lines are about those.
    return timelines.filter { !isPresent($0) } + timelines.filter(isPresent)
  }
}

/// A timeline as text: first the answer whether the link is in the list, then the details.
struct LinkTimelineText {
  let timeline: LinkTimeline

  /// Whether the link is in the list; if not, which stage removed it, in which run, and why.
  var answer: [String] {
    let last = timeline.last
    let link = "link \(last.link)"
    let missing = "run \(timeline.newestRun) did not find it in \(last.document)"
    switch timeline.verdict {
    case .present: return ["\(link) is in the list: \(Self.place(of: last))" + lastChange]
    case .removedFromOutput(let removal):
      return ["\(link) is not in the output: \(Self.fate(of: last, removal))"] + reason(for: removal)
    case .removedFromInput(let removal):
      return ["\(link) is no longer in the list: \(Self.fate(of: last, removal))"] + reason(for: removal)
        + ["  \(missing)"]
    case .editedOut:
      return [
        "\(link) is no longer in the list: \(missing); no stage removed it, so the file was edited",
        "  last read by run \(timeline.history.lastRun) at \(Self.place(of: last))",
      ]
    case .documentNotRead:
      return [
        "\(link) was last read by run \(timeline.history.lastRun) at \(Self.place(of: last)); "
          + "run \(timeline.newestRun) did not read \(last.document)"
      ]
    }
  }

  /// Origin, states over time, events and duplicates.
  var details: [String] {
    let last = timeline.last
    var lines = ["link \(last.link): \(Excerpt.of(last.name, limit: 70))"]
    lines.append(
      "  origin: \(last.document):\(last.line):\(last.column), section \(Self.section(of: last)), "
        + "\(last.role) \(last.syntax), \(Self.runs(timeline.history.firstRun, timeline.history.lastRun))")
    lines += spans + events + duplicates
    return lines
  }

  /// `merged into link 1, list.md:3 'Oolong'`
  private static func fate(of link: LinkSnapshot, _ removal: LinkTimeline.Removal) -> String {
    guard let survivor = removal.survivor else { return link.fate }
    return
      "\(link.fate) into link \(survivor.link), \(survivor.document):\(survivor.line) '\(Excerpt.of(survivor.name))'"
  }

  private func reason(for removal: LinkTimeline.Removal) -> [String] {
    guard let dated = removal.event else { return [] }
    let event = dated.event
    return [
      "  by \(event.stage)/\(event.rule) in \(Self.runs(dated.firstRun, dated.lastRun)), because: \(event.reason)"
    ]
  }

  /// The changes that the newest run made to a link that is in the list.
  private var lastChange: String {
    let changes = timeline.history.events.filter {
      $0.event.link == timeline.last.link && $0.event.kind == "set" && $0.lastRun == timeline.newestRun
    }
    return changes.map { "; \($0.event.stage) changed its \($0.event.field) [\($0.event.rule)]" }.joined()
  }

  /// The states of the link over time; empty if it has only one.
  private var spans: [String] {
    guard timeline.history.spans.count > 1 else { return [] }
    var table = TerminalTable(sides: [.left, .left, .left, .left, .left])
    table.rows = timeline.history.spans.map { span in
      let link = span.snapshot
      return [
        Self.runs(span.firstRun, span.lastRun), Excerpt.of(link.title, limit: 40), link.url, Self.section(of: link),
        link.fate,
      ]
    }
    return ["  over time:"] + table.lines(indent: "    ")
  }

  private var events: [String] {
    guard !timeline.history.events.isEmpty else { return ["  events: none"] }
    var lines = ["  events:"]
    for dated in timeline.history.events {
      let event = dated.event
      let isSurvivor = event.kind == "merge" && event.other == timeline.last.link && event.link != timeline.last.link
      let kind = isSurvivor ? "absorbed link \(event.link.map { "\($0)" } ?? "?")" : event.severity ?? event.kind
      lines.append(
        "    \(Self.runs(dated.firstRun, dated.lastRun)): \(kind), \(event.stage)/\(event.rule), "
          + "line \(event.line): \(event.reason)")
      if event.kind == "set", let change = EventText.change(in: event) {
        lines.append("      \(event.field): \(change)")
      }
    }
    return lines
  }

  /// Each group of duplicates with the verdict on each of its links.
  private var duplicates: [String] {
    var lines: [String] = []
    var group: Int?
    for duplicate in timeline.duplicates {
      let summary = duplicate.summary
      if summary.group != group {
        lines.append("  duplicates, same \(summary.level) in run \(summary.run): \(summary.key)")
        group = summary.group
      }
      let place = duplicate.snapshot.map { "\($0.document):\($0.line) '\(Excerpt.of($0.name, limit: 40))'" } ?? ""
      let own = summary.link == timeline.last.link ? " (this one)" : ""
      lines.append("    \(summary.verdict) link \(summary.link)\(own), \(place): \(summary.reason)")
    }
    return lines
  }

  private static func place(of link: LinkSnapshot) -> String {
    "\(link.document):\(link.line)" + (link.section.isEmpty ? "" : ", section \(link.section)")
  }

  private static func section(of link: LinkSnapshot) -> String { link.section.isEmpty ? "none" : link.section }

  private static func runs(_ first: Int64, _ last: Int64) -> String {
    first == last ? "run \(first)" : "runs \(first)–\(last)"
  }
}
