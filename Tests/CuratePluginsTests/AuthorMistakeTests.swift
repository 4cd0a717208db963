import CurateCore
import Glibc
import Testing

@testable import CuratePlugins

/// The messages for common mistakes of plugin authors, one fixture each; and no process is left after a failure.
@Suite struct AuthorMistakeTests {
  struct Mistake: Sendable, CustomTestStringConvertible {
    var plugin: String
    /// The expected message, with `PROGRAM` for the path of the fixture's program.
    var message: String

    init(_ plugin: String, _ message: String) { (self.plugin, self.message) = (plugin, message) }

    var testDescription: String { plugin }
  }

  static let mistakes = [
    Mistake("no-program", "there is no program 'PROGRAM'; check 'run:' in the plugin's stage.yaml"),
    Mistake("program-is-folder", "'PROGRAM' is a folder, not a program; check 'run:' in the plugin's stage.yaml"),
    Mistake(
      "carriage-return",
      "the first line of 'PROGRAM' ends in CR LF, and the CR becomes part of the interpreter's name; save the file with LF line endings"
    ),
    Mistake("no-first-line", "'PROGRAM' is not a program: it has no first line such as '#!/usr/bin/env python3'"),
    Mistake(
      "not-an-object",
      "output line 2 is not a JSON object: '[1, 2]'; write log messages to standard error (do not print them)"),
    Mistake("no-done", "the plugin exited without sending 'done', after 3 of 3 verdicts"),
    Mistake("verdict-too-early", "output line 1: 'verdict' came before 'ready'; send 'ready' first"),
    Mistake("unknown-type", "output line 2 has the unknown message type 'kepe'; did you mean 'keep'?"),
    Mistake("no-reason", "output line 2: 'reason' is missing in 'remove'"),
    Mistake(
      "unknown-field",
      "output line 2: 'set' in 'patch' must be an object with the fields url, title, host_class, category, site, institution; 'titel' is not one of them"
    ),
    Mistake("after-done", "output line 6 came after 'done'; send 'done' last"),
    Mistake(
      "may-not-find",
      "item 1 (list.md:5): the plugin reports a finding, but 'may:' in its stage.yaml does not include 'find'"),
    Mistake(
      "merges-into-nothing", "item 1 (list.md:5): the plugin merges the entry into item 7, but the items are 0 to 2"),
  ]

  @Test(arguments: mistakes) func mistakeHasItsMessage(_ expected: Mistake) throws {
    let fixture = try PluginFixture(expected.plugin)
    let failure = try fixture.failure()
    #expect(failure.message.replacing(fixture.plugin.launch.program, with: "PROGRAM") == expected.message)
    #expect(fixture.leavesNothing)
  }

  /// A plugin would block forever if curate did not read its standard error.
  @Test func hundredMegabytesOnStandardErrorAreNoFailure() throws {
    let fixture = try PluginFixture("floods-errors")
    let list = try fixture.run()
    #expect(list.links.map(\.fate) == [.kept, .kept, .kept])
    #expect(fixture.leavesNothing)
  }

  /// No plugin process still runs or is a zombie. The test is a process of its own, whose only children are those of
  /// plugins.
  @Test func noProcessIsLeft() async {
    await #expect(processExitsWith: .success) {
      for name in AuthorMistakeTests.mistakes.map(\.plugin) + AuthorMistakeTests.endings {
        let fixture = try PluginFixture(name)
        _ = try fixture.failure()
        #expect(fixture.leavesNothing, "\(name)")
        #expect(ProcessTable.ends { ProcessTable.hasChildren }, "\(name)")
      }
    }
  }

  /// The test above relies on `hasChildren` seeing zombies.
  @Test func zombieIsSeen() async {
    await #expect(processExitsWith: .success) {
      #expect(!ProcessTable.hasChildren)
      var id = pid_t()
      try #require(posix_spawn(&id, "/bin/true", nil, nil, [nil], [nil]) == 0)
      #expect(ProcessTable.hasChildren)
      var info = siginfo_t()
      try #require(waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) == 0)
      #expect(ProcessTable.hasChildren, "it has ended")
      try #require(waitpid(id, nil, 0) == id)
      #expect(!ProcessTable.hasChildren)
    }
  }

  /// Plugins that exit, or must be terminated, in all possible ways.
  static let endings = [
    "crashes", "exits-at-once", "fails-after-done", "floods-errors", "hangs-at-the-end", "hangs-in-the-middle",
    "huge-line", "ignores-term", "leaves-a-child", "never-ready", "stops-reading",
  ]
}
