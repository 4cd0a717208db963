public import CurateCore

/// What came of a test: facts alone. `TestMessages` puts them into words.
public struct TestResult: Sendable {
  public enum Failure: Sendable, Equatable {
    /// The stages did not come to their end.
    case stopped(RunError)
    case document(expected: String, actual: String)
    case links(expected: [[LinkField: String]], actual: [[LinkField: String]])
    /// Ids of rules.
    case findings(expected: [String], actual: [String])
  }

  /// Something that a stage did or found.
  public struct Step: Sendable, Hashable {
    /// In the given document, from 1.
    public var line: Int
    public var stage: String
    public var rule: String
    public var text: String
  }

  public let test: RecipeTest
  public let failures: [Failure]
  /// Of the stages under test; empty for a test that holds.
  public let trail: [Step]

  public var holds: Bool { failures.isEmpty }
}
