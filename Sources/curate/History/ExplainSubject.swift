import CurateCore
import CurateHistory
import CuratePipeline
import LinkIdentity

/// The argument of `curate explain`.
enum ExplainTarget: Equatable {
  case url(String)
  /// A line of a file (1-based).
  case line(file: String, number: Int)
  /// A link by its id in the history.
  case link(Int64)

  /// Parses an argument: a number is a link, `file:line` is a line if the file exists or has the extension of a list, and
  /// all other text is a URL.
  init(_ text: String) {
    if let id = Int64(text), id > 0 {
      self = .link(id)
    } else if let place = Self.place(in: text) {
      self = place
    } else {
      self = .url(text)
    }
  }

  private static func place(in text: String) -> Self? {
    guard let colon = text.lastIndex(of: ":"), let number = Int(text[text.index(after: colon)...]), number > 0 else {
      return nil
    }
    let file = String(text[..<colon])
    guard !file.contains("://"), RunOptions.isMarkdown(file) || WorkingFile(file) != nil else { return nil }
    return .line(file: file, number: number)
  }
}

/// A URL to explain, with the timelines of the links that have it.
struct ExplainSubject {
  var url: String
  var timelines: [LinkTimeline] = []
  /// The title of the innermost heading around the link; empty if it is unknown.
  var heading = ""
  /// A line to print if the history alone does not answer: where the link is, or that no run has read it.
  var note: String?
}

extension ExplainSubject {
  /// Finds the subjects of a target.
  ///
  /// - Parameter newest: the newest run that finished; nil if there is none.
  static func find(_ target: ExplainTarget, in history: History?, newest: Int64?) throws -> [ExplainSubject] {
    switch target {
    case .url(let url): return [try subject(for: url, in: history, newest: newest)]
    case .link(let id):
      guard let history, let newest else {
        throw CommandFailure.usage(
          "link \(id) cannot be found without a history; name a URL, or the output folder with --output DIR")
      }
      guard let timeline = try LinkTimeline(of: id, newest: newest, in: history) else {
        throw CommandFailure.usage(
          "there is no link \(id) in the history; 'curate explain URL' prints the ids of links (links.csv numbers the "
            + "links of one run)")
      }
      return [try subject(for: timeline, in: history)]
    case .line(let file, let number):
      return try LineLookup(file: file, number: number, history: history, newest: newest).subjects()
    }
  }

  private static func subject(for url: String, in history: History?, newest: Int64?) throws -> ExplainSubject {
    var subject = ExplainSubject(url: url)
    guard let history, let newest else { return subject }
    subject.timelines = try LinkTimeline.all(withURL: url, newest: newest, in: history)
    if subject.timelines.isEmpty {
      subject.note = "no run has read a link to this page"
    } else if let timeline = subject.timelines.first {
      subject.heading = try heading(of: timeline, in: history)
    }
    return subject
  }

  static func subject(for timeline: LinkTimeline, in history: History) throws -> ExplainSubject {
    ExplainSubject(
      url: timeline.last.originalURL, timelines: [timeline], heading: try heading(of: timeline, in: history))
  }

  /// Returns the heading above the link in the last run that read it; empty if the history does not keep that input.
  private static func heading(of timeline: LinkTimeline, in history: History) throws -> String {
    let inputs = try history.inputs(of: timeline.history.lastRun)
    guard let input = inputs.first(where: { $0.path == timeline.last.document }),
      let bytes = try history.contents(of: input.sha256)
    else { return "" }
    let links = ListedLink.all(in: Input(path: input.path, bytes: bytes))
    return links.first { ($0.line, $0.column) == (timeline.last.line, timeline.last.column) }?.heading ?? ""
  }
}

/// Finds the links on a line of a file: of an input, an output, or a document that a run read.
struct LineLookup {
  let file: String
  /// 1-based.
  let number: Int
  let history: History?
  /// The newest run that finished.
  let newest: Int64?

  func subjects() throws -> [ExplainSubject] {
    let inputs = try newest.flatMap { try history?.inputs(of: $0) } ?? []
    let name = DocumentName.find(file, among: inputs.map(\.path))
    let input = inputs.first { $0.path == name }
    let working = WorkingFile(file)
    if let history, let newest, let input, working == nil || working?.sha256 == input.sha256 {
      let links = try history.links(of: newest, in: input.path, line: number)
      let timelines = try links.compactMap { try LinkTimeline(of: $0.link, newest: newest, in: history) }
      if !timelines.isEmpty { return try timelines.map { try ExplainSubject.subject(for: $0, in: history) } }
    }
    guard let working else { throw CommandFailure.usage("there is no file \(file), and no run has read one") }
    let links = ListedLink.all(in: Input(path: file, bytes: working.bytes))
    let found = links.filter { $0.line == number }
    guard !found.isEmpty else { throw CommandFailure.usage(noLink(among: links)) }
    return try found.map { try subject(for: $0, document: name) }
  }

  /// Matches a link by URL, section and title, because the file differs from what the newest run read.
  private func subject(for link: ListedLink, document: String?) throws -> ExplainSubject {
    var subject = ExplainSubject(url: link.url, heading: link.heading)
    let section = link.section.isEmpty ? "" : ", section \(link.section)"
    subject.note = "origin: \(link.document):\(link.line):\(link.column)\(section), \(link.role) \(link.syntax)"
    guard let history, let newest else { return subject }
    let timelines = try LinkTimeline.all(withURL: link.url, newest: newest, in: history)
      .filter { document == nil || $0.last.document == document }
    // The highest similarity wins; of equal ones a link that is still in the list.
    let similarity = { (timeline: LinkTimeline) in
      (timeline.last.section == link.section ? 2 : 0) + (timeline.last.title == link.title ? 2 : 0)
        + (timeline.last.isPresent ? 1 : 0)
    }
    if let best = timelines.max(by: { similarity($0) < similarity($1) }) {
      subject.timelines = [best]
    } else {
      subject.note? += "\nno run has read it yet"
    }
    return subject
  }

  private func noLink(among links: [ListedLink]) -> String {
    let nearest = links.min { abs($0.line - number) < abs($1.line - number) }
    return "no link begins on line \(number) of \(file)"
      + (nearest.map { "; the nearest is on line \($0.line): \(Excerpt.of($0.url))" } ?? ", nor on any other line")
  }
}

/// A link in a file, read without the history.
struct ListedLink {
  var document: String
  var line: Int
  var column: Int
  /// Headings and parent items from the outside in, joined by ` > `.
  var section: String
  /// The title of the innermost heading, a hint for the category.
  var heading: String
  var role: String
  var syntax: String
  var title: String
  /// As written in the file.
  var url: String

  init(_ link: Link, in collection: Collection) {
    document = collection[link.document].path
    (line, column) = collection.position(of: link.id)
    section = collection.path(of: link.section).joined(separator: " > ")
    heading = collection.heading(around: link.section)
    (role, syntax) = (link.role.rawValue, link.syntax.rawValue)
    title = collection.title(of: link.id)
    url = collection.sourceURL(of: link.id)
  }

  /// Returns all links of a file in order; none if it is not UTF-8.
  static func all(in input: Input) -> [Self] {
    var collection = Collection([input])
    do throws(StageError) { try collection.parse() } catch { return [] }
    return collection.links.map { Self($0, in: collection) }
  }
}
