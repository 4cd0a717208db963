import CurateCore
import CurateHistory
import CuratePipeline

/// A URL to explain, and what the history knows of links that have it.
struct ExplainSubject {
  var url: String
  var stories: [LinkTimeline] = []
  /// The title of the innermost heading around it; empty if that is not known.
  var heading = ""
  /// What there is to say where there is no story.
  var note: String?
}

extension ExplainSubject {
  /// - Parameter newest: the newest run that finished; nil without one.
  static func find(_ target: ExplainTarget, in history: History?, newest: Int64?) throws -> [ExplainSubject] {
    switch target {
    case .url(let url): return [try about(url, in: history, newest: newest)]
    case .link(let id):
      guard let history, let newest else {
        throw CommandFailure.usage(
          "there is no history that could say which link \(id) is; name a URL, or --output DIR")
      }
      guard let story = try LinkTimeline(of: id, newest: newest, in: history) else {
        throw CommandFailure.usage(
          "there is no link \(id) in the history; 'curate explain URL' tells the ids, and those in links.csv count the "
            + "links of one run")
      }
      return [try about(story, in: history)]
    case .line(let file, let number):
      return try LineLookup(file: file, number: number, history: history, newest: newest).subjects()
    }
  }

  private static func about(_ url: String, in history: History?, newest: Int64?) throws -> ExplainSubject {
    var subject = ExplainSubject(url: url)
    guard let history, let newest else { return subject }
    subject.stories = try LinkTimeline.all(withURL: url, newest: newest, in: history)
    if subject.stories.isEmpty {
      subject.note = "no run has read a link to this page"
    } else if let story = subject.stories.first {
      subject.heading = try heading(of: story, in: history)
    }
    return subject
  }

  static func about(_ story: LinkTimeline, in history: History) throws -> ExplainSubject {
    ExplainSubject(url: story.last.originalURL, stories: [story], heading: try heading(of: story, in: history))
  }

  /// The heading that the link stood under in the last run that read it; empty if that input is not kept.
  private static func heading(of story: LinkTimeline, in history: History) throws -> String {
    let inputs = try history.inputs(of: story.history.lastRun)
    guard let input = inputs.first(where: { $0.path == story.last.document }),
      let bytes = try history.contents(of: input.sha256)
    else { return "" }
    let places = ListPlace.all(in: Input(path: input.path, bytes: bytes))
    return places.first { ($0.line, $0.column) == (story.last.line, story.last.column) }?.heading ?? ""
  }
}
