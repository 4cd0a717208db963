import CurateCore
import CurateHistory

/// What became of a link, and why: all that the history knows of it.
struct LinkTimeline {
  enum Verdict {
    /// It is in what the newest run wrote.
    case present
    /// A stage took it out, and the newest run would do so again.
    case takenOut(Removal)
    /// A stage took it out, and the newest run did not find it in its input any more.
    case takenOutOfInput(Removal)
    /// Nobody but an editor took it out.
    case goneFromInput
    /// The newest run did not read its document.
    case documentNotRead
  }

  struct Removal {
    /// `merge` or `remove`; nil if the history has lost it.
    var event: LinkHistory.DatedEvent?
    /// The link that it was merged into.
    var survivor: LinkSnapshot?
  }

  struct Twin {
    var duplicate: DuplicateSummary
    var snapshot: LinkSnapshot?
  }

  var history: LinkHistory
  /// As the last run that read it found and left it.
  var last: LinkSnapshot
  var verdict: Verdict
  /// It and the links that are the same by some measure, group by group.
  var twins: [Twin]
  /// The newest run that finished.
  var newestRun: Int64

  /// Nil if there is no such link.
  init?(of link: Int64, newest: Int64, in history: History) throws {
    guard let known = try history.history(of: link),
      let last = try history.links(of: known.lastRun, amongst: [link]).first
    else { return nil }
    self.history = known
    self.last = last
    newestRun = newest
    let others = try history.links(of: known.lastRun, amongst: Set(known.duplicates.map(\.link)))
    twins = known.duplicates.map { twin in Twin(duplicate: twin, snapshot: others.first { $0.link == twin.link }) }
    let isRead = known.lastRun == newest
    if last.isPresent {
      let readsDocument = try history.inputs(of: newest).contains { $0.path == known.document }
      verdict = isRead ? .present : readsDocument ? .goneFromInput : .documentNotRead
    } else {
      let removal = Removal(
        event: known.events.last { $0.event.link == link && ["merge", "remove"].contains($0.event.kind) },
        survivor: try last.survivor.flatMap { try history.links(of: known.lastRun, amongst: [$0]).first })
      verdict = isRead ? .takenOut(removal) : .takenOutOfInput(removal)
    }
  }
}

extension LinkTimeline {
  /// The stories of all links that ever had this URL or led to the same page, those in the list first.
  static func all(withURL url: String, newest: Int64, in history: History) throws -> [LinkTimeline] {
    let stories = try history.links(withURL: url).compactMap { try LinkTimeline(of: $0, newest: newest, in: history) }
    let isPresent = { (story: LinkTimeline) in if case .present = story.verdict { true } else { false } }
    // Who asks about a link misses it: the first lines tell of those that are not there.
    return stories.filter { !isPresent($0) } + stories.filter(isPresent)
  }
}
