import CurateCore

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
    let sentence = RecipeMessages.sentence(for: problem.fact)
    guard let span = problem.span else {
      return "\(path): error: \(sentence.message)" + (sentence.hint.map { "\n  \($0)" } ?? "")
    }
    if let argument = text.argument(ofLine: span.line) {
      // A message about a file names the file.
      let place = argument.flag.isEmpty || argument.text.isEmpty ? "" : "\(argument.flag) \(argument.text): "
      return "\(place)error: \(sentence.message)" + (sentence.hint.map { "\n  \($0)" } ?? "")
    }
    let number = String(span.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let snippet = Snippet(of: line, at: span)
    let caretLine = snippet.caretLine + (sentence.hint.map { " " + $0 } ?? "")
    return """
      \(path):\(span.line):\(span.column): error: \(sentence.message)
      \(margin)\(number) | \(snippet.line)
      \(String(repeating: " ", count: max(5, number.count))) | \(caretLine)
      """
  }
}
