import CurateCore
import Testing

@testable import CuratePlugins

/// What is said when a plugin fails, one fixture for each way to fail. The list has three links: a prose link on line 3,
/// entries on lines 5 and 6.
@Suite struct FailureTests {
  static let messages: KeyValuePairs = [
    "not-executable": "'{program}' is not executable; run: chmod +x {program}",
    "no-interpreter":
      "the first line of '{program}' asks for '/opt/none/bin/python9', which is not there; install it or change the line",
    "no-command": "it exited with status 127 before it said 'ready'; something that it calls is not installed",
    "exits-at-once": "it exited with status 3 before it said 'ready'",
    "never-ready": "it did not say 'ready' within 5 seconds; it answers the first line that it reads",
    "other-protocol": "line 1 of its output asks for protocol 2, and this curate speaks 1",
    "banner":
      "line 1 of its output is not JSON (invalid token near 'Welcome'): 'Welcome to banner 1.0'; log to stderr; did you print?",
    "not-json":
      "line 2 of its output is not JSON (invalid token near 'looking'): 'looking at an item'; log to stderr; did you print?",
    "not-utf-8":
      "line 2 of its output is not UTF-8: '{\"t\":\"progress\",\"note\":\"caf\u{FFFD}\"}'; write JSON as UTF-8, or escape all but ASCII",
    "huge-line": "line 2 of its output is longer than 16 MiB; one message a line, each with its line break",
    "half-line": "its output ended in the middle of a line: '{\"t\":\"ke'",
    "verdict-missing": "it gave no verdict on item 1 (list.md:5); each item gets one",
    "verdict-twice": "line 4 of its output is a second verdict on item 1 (list.md:5); each item gets one",
    "verdict-unknown": "line 2 of its output judges item 7, and the items are 0 to 2",
    "hangs-in-the-middle": "it said and read nothing for 4 seconds, after 1 of 3 verdicts",
    "hangs-at-the-end": "it said 'done' and did not end for 4 seconds",
    "ignores-term": "it said and read nothing for 4 seconds, after 0 of 3 verdicts",
    "crashes": "it was ended by signal 11 (Segmentation fault)",
    "fails-after-done": "it exited with status 1 after 'done', so its verdicts do not count",
    "loud": "it exited with status 5",
    "gives-up": "it gave up: no network",
    "not-allowed": "its verdict on item 0 (list.md:3) sets 'title', and 'may:' of its stage.yaml does not say 'set'",
    "not-a-url": "its verdict on item 0 (list.md:3) sets the URL 'https://a b.example/', which is none",
    "merge-circle":
      "its verdicts merge in a circle: item 0 (list.md:3) into item 1 (list.md:5) into item 2 (list.md:6) into item 0 (list.md:3)",
  ]

  @Test(arguments: messages.map(\.key)) func everyFailureSaysWhatHappened(_ name: String) throws {
    let fixture = try PluginFixture(name)
    let expected = Self.messages.first { $0.key == name }?.value
    let failure = try fixture.failure()
    #expect(failure.message == expected?.replacing("{program}", with: "\(fixture.plugin.folder)/\(name).py"))
    #expect(fixture.leavesNothing)
  }

  @Test func theLastWordsOfThePluginAreShown() throws {
    #expect(try PluginFixture("exits-at-once").failure().lastLines == ["no licence"])
    #expect(try PluginFixture("loud").failure().lastLines.last == "the last words")
  }

  @Test func aChildThatHoldsThePipesIsNoFailure() throws {
    let fixture = try PluginFixture("leaves-a-child")
    let list = try fixture.run()
    #expect(list.journal.events.isEmpty)
    #expect(fixture.leavesNothing)
  }

  @Test func theTimeoutOfTheRecipeCounts() throws {
    let failure = try PluginFixture("hangs-in-the-middle").failure(timeout: 700)
    // It gives one verdict, if it has begun at all by then.
    let messages = [0, 1].map { "it took longer than its timeout of 700 ms, after \($0) of 3 verdicts" }
    #expect(messages.contains(failure.message))
  }
}
