import CurateCore

/// All problems of a recipe and its arguments, sorted by position.
public struct RecipeErrors: Error, Sendable, Equatable {
  /// The path of the recipe as given.
  public let path: String
  public let problems: [RecipeProblem]
  let text: SourceText

  package init(_ problems: [RecipeProblem], path: String, text: SourceText) {
    self.path = path
    self.text = text
    var sorted: [RecipeProblem] = []
    let ordered = problems.enumerated().sorted {
      ($0.element.span?.line ?? 0, $0.element.span?.column ?? 0, $0.offset)
        < ($1.element.span?.line ?? 0, $1.element.span?.column ?? 0, $1.offset)
    }
    for (_, problem) in ordered where sorted.last != problem {
      // Further problems of a value that could not be expanded are dropped.
      if let last = sorted.last, last.fact.isAboutExpansion, last.span == problem.span { continue }
      sorted.append(problem)
    }
    self.problems = sorted
  }

  /// The exit code of the process: 2 recipe or usage; 4 if the only problem is that the output folder is a file.
  public var exitCode: Int32 {
    let areFiles = problems.allSatisfy { if case .outputIsFile = $0.fact { true } else { false } }
    return areFiles && !problems.isEmpty ? 4 : 2
  }
}

extension RecipeProblem.Fact {
  fileprivate var isAboutExpansion: Bool {
    switch self {
    case .unsetVariable, .unknownExpression: true
    default: false
    }
  }
}

extension RecipeErrors: CustomStringConvertible {
  /// All problems as shown in a terminal, each with its position, the line and a caret.
  public var description: String {
    // Problems are sorted, so those of one line share its text.
    var line = (number: 0, scalars: [Unicode.Scalar]())
    let shown = problems.prefix(Self.mostShown).map { problem in
      if let number = problem.span?.line, number != line.number { line = (number, text.scalars(ofLine: number)) }
      return rendered(problem, line: line.scalars)
    }
    let rest = problems.count - shown.count
    return (shown + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "\n")
  }

  private static let mostShown = 50

  private func rendered(_ problem: RecipeProblem, line: [Unicode.Scalar]) -> String {
    let message = RecipeMessages.message(for: problem.fact)
    guard let span = problem.span else {
      return "\(path): error: \(message.text)" + (message.hint.map { "\n  \($0)" } ?? "")
    }
    if let argument = text.argument(ofLine: span.line) {
      // A message about a file contains its path.
      let place = argument.flag.isEmpty || argument.text.isEmpty ? "" : "\(argument.flag) \(argument.text): "
      return "\(place)error: \(message.text)" + (message.hint.map { "\n  \($0)" } ?? "")
    }
    let number = String(span.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let snippet = Snippet(of: line, at: span)
    let caretLine = snippet.caretLine + (message.hint.map { " " + $0 } ?? "")
    return """
      \(path):\(span.line):\(span.column): error: \(message.text)
      \(margin)\(number) | \(snippet.line)
      \(String(repeating: " ", count: max(5, number.count))) | \(caretLine)
      """
  }
}
