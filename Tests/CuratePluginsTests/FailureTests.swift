import Testing

@testable import CuratePlugins

/// What is said when a plugin fails, one fixture for each way to fail.
@Suite struct FailureTests {
  @Test func textThatIsNoJSON() throws {
    let failure = try PluginFixture("not-json").failure()
    #expect(
      failure.message
        == "line 2 of its output is not JSON (invalid token near 'looking'): 'looking at an item'; log to stderr; did you print?"
    )
  }
}
