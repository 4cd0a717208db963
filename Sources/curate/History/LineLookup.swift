import CurateCore
import CurateHistory
import CuratePipeline

/// Finds the links on a line of a file: an input, an output, or what a run read.
struct LineLookup {
  let file: String
  /// From 1.
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
      let stories = try links.compactMap { try LinkTimeline(of: $0.link, newest: newest, in: history) }
      if !stories.isEmpty { return try stories.map { try ExplainSubject.about($0, in: history) } }
    }
    guard let working else { throw CommandFailure.usage("there is no file \(file), and no run has read one") }
    let places = ListPlace.all(in: Input(path: file, bytes: working.bytes))
    let found = places.filter { $0.line == number }
    guard !found.isEmpty else { throw CommandFailure.usage(noLink(among: places)) }
    return try found.map { try subject(at: $0, document: name) }
  }

  /// The file is not as the newest run read it, so the link is known by its URL, and by where it stands.
  private func subject(at place: ListPlace, document: String?) throws -> ExplainSubject {
    var subject = ExplainSubject(url: place.url, heading: place.heading)
    let section = place.section.isEmpty ? "" : ", section \(place.section)"
    subject.note = "origin: \(place.document):\(place.line):\(place.column)\(section), \(place.role) \(place.syntax)"
    guard let history, let newest else { return subject }
    let stories = try LinkTimeline.all(withURL: place.url, newest: newest, in: history)
      .filter { document == nil || $0.last.document == document }
    // The most alike; of equals the first that is still there.
    let likeness = { (story: LinkTimeline) in
      (story.last.section == place.section ? 2 : 0) + (story.last.title == place.title ? 2 : 0)
        + (story.last.isPresent ? 1 : 0)
    }
    if let best = stories.max(by: { likeness($0) < likeness($1) }) {
      subject.stories = [best]
    } else {
      subject.note? += "\nno run has read it yet"
    }
    return subject
  }

  private func noLink(among places: [ListPlace]) -> String {
    let nearest = places.min { abs($0.line - number) < abs($1.line - number) }
    return "no link begins on line \(number) of \(file)"
      + (nearest.map { "; the nearest is on line \($0.line): \(Excerpt.of($0.url))" } ?? ", nor on any other")
  }
}
