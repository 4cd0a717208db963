import CurateCore
import CurateStages
import Testing

/// Tidying and normalizing keep the page as it is, for curate's renderer and for cmark-gfm.
struct RenderEqualityTests {
  private static let off =
    "list-marker: false, trailing-space: false, marker-space: false, heading-space: false, "
    + "blank-before-heading: off, blank-before-list: off, blank-lines: off"

  /// All options, no option, each option alone, and each number of blank lines.
  static let tidyOptions =
    ["{}", "{\(off)}"]
    + ["list-marker", "trailing-space", "marker-space", "heading-space"].map {
      "{\(off.replacing("\($0): false", with: "\($0): true"))}"
    }
    + ["blank-before-heading", "blank-before-list", "blank-lines"].flatMap { option in
      ["auto", "0", "1", "2", "3"].map { "{\(off.replacing("\(option): off", with: "\(option): \($0)"))}" }
    }
    + ["{blank-before-heading: 0, blank-before-list: 0, blank-lines: 0}"]

  @Test(arguments: tidyOptions) func tidyKeepsThePage(options: String) throws {
    var edits = 0
    for list in try SyntheticLists.all() {
      let trial = try StageTrial("tidy", options: options, list.text)
      edits += trial.edits.count
      #expect(Page.joined(Page.ours(trial.output)) == Page.joined(Page.ours(list.text)), "\(list.name)")
      #expect(try StageTrial("tidy", options: options, trial.output).edits.isEmpty, "\(list.name): a second run")
      guard Page.hasCmark, !trial.edits.isEmpty else { continue }
      #expect(try Page.joined(Page.cmark(trial.output)) == Page.joined(Page.cmark(list.text)), "\(list.name)")
    }
    // None of the lists has more than two blank lines anywhere.
    let isIdle = options == "{\(Self.off)}" || options.contains("blank-lines: 2") || options.contains("blank-lines: 3")
    #expect((edits == 0) == isIdle)
  }

  @Test(arguments: [
    "{}",
    "{https: all, strip-utm: true, unwrap-redirectors: true, arxiv-abstracts: true, youtube-watch: true, "
      + "doi-resolver: true, drop-text-fragments: true}",
  ])
  func normalizingChangesOnlyTheURLsOfItsEvents(options: String) throws {
    for list in try SyntheticLists.all() {
      let trial = try StageTrial("normalize-urls", options: options, list.text)
      let changes = trial.collection.links.filter { $0.fate == .changed }.map { link in
        (before: trial.collection.sourceURL(of: link.id), after: trial.collection.url(of: link.id))
      }
      let listed = Set(trial.collection.journal.events.compactMap(\.link))
      #expect(listed.count == changes.count, "\(list.name): each change has an event")
      try Self.compare(list.text, trial.output, changes, Page.ours, "\(list.name)")
      if Page.hasCmark { try Self.compare(list.text, trial.output, changes, Page.cmark, "\(list.name), cmark-gfm") }
      #expect(try StageTrial("normalize-urls", options: options, trial.output).edits.isEmpty, "\(list.name)")
    }
  }

  /// Checks that each URL is unchanged or has an event, and that everything else is equal.
  private static func compare(
    _ source: String, _ output: String, _ changes: [(before: String, after: String)],
    _ render: (String) throws -> String, _ name: String
  ) throws {
    let (before, after) = (Page.split(try render(source)), Page.split(try render(output)))
    #expect(before.rest == after.rest, "\(name)")
    try #require(before.urls.count == after.urls.count, "\(name)")
    let changed = zip(before.urls, after.urls).filter { $0 != $1 }
    #expect(changed.count == changes.count, "\(name)")
    for (pair, change) in zip(changed, changes) {
      // HTML escapes ampersands and characters beyond ASCII; other URLs are the same as in the list.
      let isPlain = (change.before + change.after).utf8.allSatisfy { $0 < 0x80 && !"[]\\^`{|}\"<> ".utf8.contains($0) }
      guard isPlain else { continue }
      #expect(pair.0.replacing("&amp;", with: "&") == change.before, "\(name)")
      #expect(pair.1.replacing("&amp;", with: "&") == change.after, "\(name)")
    }
  }
}
