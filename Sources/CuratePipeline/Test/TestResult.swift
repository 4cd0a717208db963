package import CurateCore

/// The result of a test.
package struct TestResult: Sendable {
  package enum Failure: Sendable, Equatable {
    /// The run ended with an error.
    case stopped(RunError)
    case document(expected: String, actual: String)
    case links(expected: [[LinkField: String]], actual: [[LinkField: String]])
    /// Rule ids.
    case findings(expected: [String], actual: [String])
  }

  /// An event or finding of a tested stage.
  package struct Step: Sendable, Hashable {
    /// The line in the given document, from 1.
    package var line: Int
    package var stage: String
    package var rule: String
    package var text: String
  }

  package let test: RecipeTest
  package let failures: [Failure]
  /// The steps of the tested stages (empty if the test passed).
  package let steps: [Step]

  package var passed: Bool { failures.isEmpty }
}

extension TestResult {
  /// The report of a failed test: position, expected and actual result, and what the stages did.
  ///
  /// - Parameter recipe: the path of the recipe in messages.
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
