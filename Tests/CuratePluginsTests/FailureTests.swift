import CurateCore
import Testing

@testable import CuratePlugins

/// The messages for failing plugins, one fixture per kind of failure. The document has three links: a prose link on line
/// 3, and entries on lines 5 and 6.
@Suite struct FailureTests {
  static let messages: KeyValuePairs = [
    "not-executable": "'{program}' is not executable; run: chmod +x {program}",
    "no-interpreter":
      "the first line of '{program}' names the interpreter '/opt/none/bin/python9', which does not exist; install it or change the line",
    "no-command": "the plugin exited with status 127 before it sent 'ready'; a command that it calls is not installed",
    "exits-at-once": "the plugin exited with status 3 before it sent 'ready'",
    "never-ready": "the plugin did not send 'ready' within 5 seconds; it must answer the first line that it reads",
    "other-protocol": "output line 1 requests protocol 2, but this version of curate supports only protocol 1",
    "banner":
      "output line 1 is not JSON (invalid token near 'Welcome'): 'Welcome to banner 1.0'; write log messages to standard error (do not print them)",
    "not-json":
      "output line 2 is not JSON (invalid token near 'looking'): 'looking at an item'; write log messages to standard error (do not print them)",
    "not-utf-8":
      "output line 2 is not UTF-8: '{\"t\":\"progress\",\"note\":\"caf\u{FFFD}\"}'; encode the JSON as UTF-8, or escape all non-ASCII characters",
    "huge-line":
      "output line 2 is longer than 16 MiB; write one message per line, and a line feed after each",
    "half-line": "the plugin's output ended in the middle of a line: '{\"t\":\"ke'",
    "verdict-missing": "the plugin sent no verdict on item 1 (list.md:5); send exactly one per item",
    "verdict-twice": "output line 4 is a second verdict on item 1 (list.md:5); send exactly one per item",
    "verdict-unknown": "output line 2 refers to item 7, but the items are 0 to 2",
    "hangs-in-the-middle": "the plugin wrote and read nothing for 4 seconds, after 1 of 3 verdicts",
    "hangs-at-the-end": "the plugin sent 'done' but did not exit within 4 seconds",
    "ignores-term": "the plugin wrote and read nothing for 4 seconds, after 0 of 3 verdicts",
    "crashes": "the plugin was terminated by signal 11 (Segmentation fault)",
    "fails-after-done": "the plugin exited with status 1 after 'done', so its verdicts are discarded",
    "loud": "the plugin exited with status 5",
    "gives-up": "the plugin stopped with an error: no network",
    "not-allowed":
      "item 0 (list.md:3): the plugin sets 'title', but 'may:' in its stage.yaml does not include 'set'",
    "not-a-url":
      "item 0 (list.md:3): the plugin sets the URL 'https://a b.example/', which is not a valid URL",
    "merge-circle":
      "the plugin merges entries in a cycle: item 0 (list.md:3) into item 1 (list.md:5) into item 2 (list.md:6) into item 0 (list.md:3)",
  ]

  @Test(arguments: messages.map(\.key)) func failureHasItsMessage(_ name: String) throws {
    let fixture = try PluginFixture(name)
    let expected = Self.messages.first { $0.key == name }?.value
    let failure = try fixture.failure()
    #expect(failure.message == expected?.replacing("{program}", with: "\(fixture.plugin.folder)/\(name).py"))
    #expect(fixture.leavesNothing)
  }

  @Test func lastLinesOfStandardErrorAreShown() throws {
    #expect(try PluginFixture("exits-at-once").failure().lastLines == ["no licence"])
    #expect(try PluginFixture("loud").failure().lastLines.last == "the last words")
  }

  @Test func childThatHoldsThePipesOpenIsNoFailure() throws {
    let fixture = try PluginFixture("leaves-a-child")
    let list = try fixture.run()
    #expect(list.journal.events.isEmpty)
    #expect(fixture.leavesNothing)
  }

  @Test func timeoutOfTheRecipeApplies() throws {
    let failure = try PluginFixture("hangs-in-the-middle").failure(timeout: 700)
    // The plugin sends one verdict if it has started by then.
    let messages = [0, 1].map { "the plugin took longer than its timeout of 700 ms, after \($0) of 3 verdicts" }
    #expect(messages.contains(failure.message))
  }
}
