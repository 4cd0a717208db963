import CurateCore

extension RecipeErrors: CustomStringConvertible {
  /// All problems as a terminal shows them, each with its place, the line and a caret.
  public var description: String { problems.map(rendered).joined(separator: "\n") }

  private func rendered(_ problem: RecipeProblem) -> String {
    let sentence = RecipeSentences.sentence(for: problem.fact)
    guard let span = problem.span else {
      return "\(path): error: \(sentence.message)" + (sentence.hint.map { "\n  \($0)" } ?? "")
    }
    if let argument = text.argument(ofLine: span.line) {
      let name = argument.flag.isEmpty ? argument.text : "\(argument.flag) \(argument.text)"
      return "\(name): error: \(sentence.message)" + (sentence.hint.map { "\n  \($0)" } ?? "")
    }
    let number = String(span.line)
    let margin = String(repeating: " ", count: max(0, 5 - number.count))
    let snippet = Snippet(of: text.scalars(ofLine: span.line), at: span)
    let caretLine = snippet.caretLine + (sentence.hint.map { " " + $0 } ?? "")
    return """
      \(path):\(span.line):\(span.column): error: \(sentence.message)
      \(margin)\(number) | \(snippet.line)
      \(String(repeating: " ", count: max(5, number.count))) | \(caretLine)
      """
  }
}

/// The part of a line that is shown with an error, and the line below it.
struct Snippet {
  private static let width = 100
  let line: String
  let caretLine: String

  init(of scalars: [Unicode.Scalar], at span: SourceSpan) {
    let column = min(span.column - 1, scalars.count)
    // Of a long line, a window around the place.
    let start = scalars.count <= Self.width ? 0 : max(0, min(column - Self.width / 4, scalars.count - Self.width))
    let end = min(scalars.count, start + Self.width)
    var shown = start > 0 ? "…" : ""
    shown.unicodeScalars.append(contentsOf: scalars[start..<end].map { $0 == "\t" ? " " : $0 })
    if end < scalars.count { shown += "…" }
    line = shown
    let indent = column - start + (start > 0 ? 1 : 0)
    let tildes = max(0, min(span.length, end - column) - 1)
    caretLine = String(repeating: " ", count: indent) + "^" + String(repeating: "~", count: tildes)
  }
}
