import CuratePipeline

/// Workflow commands, from which GitHub Actions makes annotations beside the lines of a pull request
/// (docs.github.com, "Workflow commands for GitHub Actions").
enum GitHubAnnotations {
  static func text(of notices: [Notice]) -> String { notices.map { command(for: $0) + "\n" }.joined() }

  private static func command(for notice: Notice) -> String {
    var properties = [("file", notice.path), ("line", String(notice.line)), ("col", String(notice.column))]
    if let end = notice.end {
      properties.append(("endLine", String(end.line)))
      // Columns count only within one line.
      if end.line == notice.line { properties.append(("endColumn", String(end.column))) }
    }
    properties.append(("title", notice.ruleName))
    let list = properties.map { "\($0)=\(escaped($1, also: ":,"))" }.joined(separator: ",")
    return "::\(level(of: notice.kind)) \(list)::\(escaped(notice.message))"
  }

  /// A change makes `--check` fail, so it is no mere notice.
  private static func level(of kind: Notice.Kind) -> String {
    switch kind {
    case .note: "notice"
    case .change, .warning: "warning"
    case .error: "error"
    }
  }

  /// What would end a command or a property, as `%` and two hexadecimal digits.
  private static func escaped(_ text: String, also others: String = "") -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where others.unicodeScalars.contains(":"): escaped += "%3A"
      case "," where others.unicodeScalars.contains(","): escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
