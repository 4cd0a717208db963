import CuratePipeline

/// What `curate explain` is asked about.
enum ExplainTarget: Equatable {
  case url(String)
  /// A line of a file, from 1.
  case line(file: String, number: Int)
  /// A link by its id in the history.
  case link(Int64)

  /// A number is a link; `file:line` is a line if the file is there or looks like a list; all else is a URL.
  init(_ text: String) {
    if let id = Int64(text), id > 0 {
      self = .link(id)
    } else if let place = Self.place(in: text) {
      self = place
    } else {
      self = .url(text)
    }
  }

  private static func place(in text: String) -> Self? {
    guard let colon = text.lastIndex(of: ":"), let number = Int(text[text.index(after: colon)...]), number > 0 else {
      return nil
    }
    let file = String(text[..<colon])
    guard !file.contains("://"), Run.isMarkdown(file) || WorkingFile(file) != nil else { return nil }
    return .line(file: file, number: number)
  }
}
