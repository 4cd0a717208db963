import CurateCore
import Glibc
import Testing

@testable import CuratePlugins

/// Slips of authors, one fixture each, and that nothing is left of any plugin that fails.
@Suite struct SlipTests {
  struct Slip: Sendable, CustomTestStringConvertible {
    var plugin: String
    /// What is said; `PROGRAM` stands for the path of the fixture's program.
    var message: String

    init(_ plugin: String, _ message: String) { (self.plugin, self.message) = (plugin, message) }

    var testDescription: String { plugin }
  }

  static let slips = [
    Slip("no-program", "there is no program 'PROGRAM'; 'run:' of its stage.yaml names it"),
    Slip("program-is-folder", "'PROGRAM' is a folder, not a program"),
    Slip(
      "carriage-return",
      "the first line of 'PROGRAM' ends in CR LF, which becomes part of the interpreter's name; save it with LF"),
    Slip("no-first-line", "'PROGRAM' is no program: it has no first line such as '#!/usr/bin/env python3'"),
    Slip("not-an-object", "line 2 of its output is no JSON object: '[1, 2]'; log to stderr; did you print?"),
    Slip("no-done", "it ended without saying 'done', after 3 of 3 verdicts"),
    Slip("verdict-too-early", "line 1 of its output is 'verdict', and it has not said 'ready' yet"),
    Slip("unknown-type", "line 2 of its output is a message of the unknown type 'kepe'; did you mean 'keep'?"),
    Slip("no-reason", "line 2 of its output: 'reason' is missing in 'remove'"),
    Slip(
      "unknown-field",
      "line 2 of its output: 'set' of 'patch' must be an object of url, title, host_class, category, site, institution; 'titel' is none of them"
    ),
    Slip("after-done", "line 6 of its output comes after 'done', which must be the last"),
    Slip(
      "may-not-find",
      "its verdict on item 1 (list.md:5) reports something, and 'may:' of its stage.yaml does not say 'find'"),
    Slip(
      "merges-into-nothing", "its verdict on item 1 (list.md:5) merges into item 7, and the items are 0 to 2"),
  ]

  @Test(arguments: slips) func slipIsTold(_ expected: Slip) throws {
    let fixture = try PluginFixture(expected.plugin)
    let failure = try fixture.failure()
    #expect(failure.message.replacing(fixture.plugin.launch.program, with: "PROGRAM") == expected.message)
    #expect(fixture.leavesNothing)
  }

  /// A pipe for people that nobody drained would stop it for ever.
  @Test func hundredMegabytesForPeopleAreNoFailure() throws {
    let fixture = try PluginFixture("floods-errors")
    let list = try fixture.run()
    #expect(list.links.map(\.fate) == [.kept, .kept, .kept])
    #expect(fixture.leavesNothing)
  }

  /// No process that still runs, and none that has ended and was not waited for: in a process of its own, whose children
  /// are those of plugins alone.
  @Test func nothingIsLeft() async {
    await #expect(processExitsWith: .success) {
      for name in SlipTests.slips.map(\.plugin) + SlipTests.endings {
        let fixture = try PluginFixture(name)
        _ = try fixture.failure()
        #expect(fixture.leavesNothing, "\(name)")
        #expect(ProcessTable.ends { ProcessTable.hasChildren }, "\(name)")
      }
    }
  }

  /// What the check above relies on.
  @Test func aChildThatNobodyWaitedForIsSeen() async {
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

  /// Plugins that end, or must be ended, in every way there is.
  static let endings = [
    "crashes", "exits-at-once", "fails-after-done", "floods-errors", "hangs-at-the-end", "hangs-in-the-middle",
    "huge-line", "ignores-term", "leaves-a-child", "never-ready", "stops-reading",
  ]
}
