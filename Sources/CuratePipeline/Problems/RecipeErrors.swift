import CurateCore

/// All that is wrong with a recipe and the arguments given with it, in order of position.
public struct RecipeErrors: Error, Sendable, Equatable {
  /// The recipe's path as it was given.
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
      // A value that could not be expanded is not judged.
      if let last = sorted.last, last.fact.isAboutExpansion, last.span == problem.span { continue }
      sorted.append(problem)
    }
    self.problems = sorted
  }

  /// Of the process: 2, recipe or usage; 4 if all that is wrong is a file in the output folder's place.
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
  /// All problems as a terminal shows them, each with its place, the line and a caret.
  public var description: String {
    // Problems are in order, so those of one line share its text.
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
      // A message about a file names the file.
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
