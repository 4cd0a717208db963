package import CurateCore

/// What came of a test: facts alone. `TestMessages` puts them into words.
package struct TestResult: Sendable {
  package enum Failure: Sendable, Equatable {
    /// The stages did not come to their end.
    case stopped(RunError)
    case document(expected: String, actual: String)
    case links(expected: [[LinkField: String]], actual: [[LinkField: String]])
    /// Ids of rules.
    case findings(expected: [String], actual: [String])
  }

  /// Something that a stage did or found.
  package struct Step: Sendable, Hashable {
    /// In the given document, from 1.
    package var line: Int
    package var stage: String
    package var rule: String
    package var text: String
  }

  package let test: RecipeTest
  package let failures: [Failure]
  /// Of the stages under test; empty for a test that holds.
  package let steps: [Step]

  package var passed: Bool { failures.isEmpty }
}

extension TestResult {
  /// Why the test failed: where it stands, what was expected, what there is, and what the stages did.
  ///
  /// - Parameter recipe: its path, as errors name it.
  package func report(recipe: String) -> String {
    var lines = ["\(recipe):\(test.name.span.line):\(test.name.span.column): error: test '\(test.name.value)' failed"]
    lines += failures.flatMap(Self.lines)
    lines.append("  what \(subjects) did:")
    lines += steps.map { "    line \($0.line): \($0.text) [\($0.stage)/\($0.rule)]" }
    if steps.isEmpty { lines.append("    nothing") }
    return lines.joined(separator: "\n")
  }

  private var subjects: String {
    test.first.value == test.last.value ? "'\(test.first.value)'" : "'\(test.first.value)' to '\(test.last.value)'"
  }

  private static func lines(of failure: Failure) -> [String] {
    switch failure {
    case .stopped(let error): ["  \(error)"]
    case .document(let expected, let actual):
      shown("document", LineDiff(expected: expected, actual: actual))
    case .links(let expected, let actual):
      shown("links", LineDiff(expected: expected.map(text), actual: actual.map(text)))
    case .findings(let expected, let actual): shown("findings", LineDiff(expected: expected, actual: actual))
    }
  }

  private static func shown(_ what: String, _ diff: LineDiff) -> [String] {
    ["  the \(what): - expected, + found"] + diff.lines.map { "    \($0)" }
  }

  /// `{title: Tea, url: https://tea.example}`
  private static func text(of link: [LinkField: String]) -> String {
    let fields = LinkField.allCases.compactMap { field in
      link[field].map { "\(field.rawValue): \($0.isEmpty ? "''" : $0)" }
    }
    return "{\(fields.joined(separator: ", "))}"
  }
}
