import CurateCore
import CurateHistory

/// A link's story for people: the answer first, then all that led to it.
struct LinkTimelineText {
  let story: LinkTimeline

  /// Whether the link is in the list; if not, who took it out, when and why.
  var answer: [String] {
    let last = story.last
    let link = "link \(last.link)"
    let isMissed = "run \(story.newestRun) did not find it in \(last.document) any more"
    switch story.verdict {
    case .present: return ["\(link) is in the list: \(Self.place(of: last))" + lastChange]
    case .takenOut(let removal):
      return ["\(link) is not in the output: \(Self.fate(of: last, removal))"] + reason(for: removal)
    case .takenOutOfInput(let removal):
      return ["\(link) is gone: \(Self.fate(of: last, removal))"] + reason(for: removal) + ["  \(isMissed)"]
    case .goneFromInput:
      return [
        "\(link) is gone: \(isMissed), and no stage removed it: the file was edited",
        "  last read by run \(story.history.lastRun) at \(Self.place(of: last))",
      ]
    case .documentNotRead:
      return [
        "\(link) was last read by run \(story.history.lastRun) at \(Self.place(of: last)); "
          + "run \(story.newestRun) did not read \(last.document)"
      ]
    }
  }

  /// Origin, events and duplicates.
  var details: [String] {
    let last = story.last
    var lines = ["link \(last.link): \(Excerpt.of(last.name, limit: 70))"]
    lines.append(
      "  origin: \(last.document):\(last.line):\(last.column), section \(Self.section(of: last)), "
        + "\(last.role) \(last.syntax), \(Self.runs(story.history.firstRun, story.history.lastRun))")
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

  /// What the newest run changed about a link that stays.
  private var lastChange: String {
    let changes = story.history.events.filter {
      $0.event.link == story.last.link && $0.event.kind == "set" && $0.lastRun == story.newestRun
    }
    return changes.map { "; \($0.event.stage) changed its \($0.event.field) [\($0.event.rule)]" }.joined()
  }

  /// What it said in the course of time, if that changed.
  private var spans: [String] {
    guard story.history.spans.count > 1 else { return [] }
    var table = TerminalTable(sides: [.left, .left, .left, .left, .left])
    table.rows = story.history.spans.map { span in
      let link = span.snapshot
      return [
        Self.runs(span.firstRun, span.lastRun), Excerpt.of(link.title, limit: 40), link.url, Self.section(of: link),
        link.fate,
      ]
    }
    return ["  over time:"] + table.lines(indent: "    ")
  }

  private var events: [String] {
    guard !story.history.events.isEmpty else { return ["  events: none"] }
    var lines = ["  events:"]
    for dated in story.history.events {
      let event = dated.event
      let isSurvivor = event.kind == "merge" && event.other == story.last.link && event.link != story.last.link
      let kind = isSurvivor ? "took in link \(event.link.map { "\($0)" } ?? "?")" : event.severity ?? event.kind
      lines.append(
        "    \(Self.runs(dated.firstRun, dated.lastRun)): \(kind), \(event.stage)/\(event.rule), "
          + "line \(event.line): \(event.reason)")
      if event.kind == "set", let change = EventText.change(in: event) {
        lines.append("      \(event.field): \(change)")
      }
    }
    return lines
  }

  /// Each group of links that are the same by one measure, with what was decided about each of them.
  private var duplicates: [String] {
    var lines: [String] = []
    var group: Int?
    for twin in story.twins {
      let duplicate = twin.duplicate
      if duplicate.group != group {
        lines.append("  duplicates, same \(duplicate.level) in run \(duplicate.run): \(duplicate.key)")
        group = duplicate.group
      }
      let place = twin.snapshot.map { "\($0.document):\($0.line) '\(Excerpt.of($0.name, limit: 40))'" } ?? ""
      let own = duplicate.link == story.last.link ? " (this one)" : ""
      lines.append("    \(duplicate.verdict) link \(duplicate.link)\(own), \(place): \(duplicate.reason)")
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
