import CurateCore
import CuratePipeline

/// The formats of changes and findings (`--format`).
enum NoticeFormat: String, CaseIterable {
  case text, github, json, sarif

  func bytes(of notices: [Notice], plan: Plan, isColored: Bool) -> [UInt8] {
    switch self {
    case .text: Array(NoticeText.text(of: notices, isColored: isColored).utf8)
    case .github: Array(GitHubAnnotations.text(of: notices).utf8)
    case .json: NoticeJSON.bytes(of: notices)
    case .sarif: SARIFLog(notices, plan: plan).bytes
    }
  }
}

/// One line for each change and finding, in the form that editors and CI services parse:
/// `file:line:column: severity: message [stage/rule]`.
enum NoticeText {
  static func text(of notices: [Notice], isColored: Bool) -> String {
    notices.map { line(for: $0, isColored: isColored) + "\n" }.joined()
  }

  private static func line(for notice: Notice, isColored: Bool) -> String {
    let kind = Terminal.paint(notice.kind.rawValue, style(of: notice.kind), if: isColored)
    let rule = Terminal.paint("[\(notice.ruleName)]", .faint, if: isColored)
    return "\(notice.path):\(notice.line):\(notice.column): \(kind): \(notice.message.onOneLine) \(rule)"
  }

  private static func style(of kind: Notice.Kind) -> Terminal.Style {
    switch kind {
    case .change: .green
    case .note: .cyan
    case .warning: .yellow
    case .error: .red
    }
  }
}

extension String {
  /// The text with a space for each line break, so that one finding stays on one line.
  fileprivate var onOneLine: String {
    contains(where: \.isNewline) ? split(whereSeparator: \.isNewline).joined(separator: " ") : self
  }
}

/// Changes and findings as a JSON array of objects.
enum NoticeJSON {
  static func bytes(of notices: [Notice]) -> [UInt8] {
    var json = JSONWriter(.indented)
    json.array { json in
      for notice in notices {
        json.object { json in
          json.member("kind", notice.kind.rawValue)
          json.member("path", notice.path)
          json.member("line", notice.line)
          json.member("column", notice.column)
          // The position after the last character; absent if the notice has only a start.
          json.member("endLine", notice.end?.line)
          json.member("endColumn", notice.end?.column)
          json.member("stage", notice.stage)
          json.member("rule", notice.rule)
          json.member("message", notice.message)
          json.member("fingerprint", notice.fingerprint)
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}

/// Workflow commands, which GitHub Actions shows as annotations on the lines of a pull request
/// (docs.github.com, "Workflow commands for GitHub Actions").
enum GitHubAnnotations {
  static func text(of notices: [Notice]) -> String { notices.map { command(for: $0) + "\n" }.joined() }

  private static func command(for notice: Notice) -> String {
    var properties = [("file", notice.path), ("line", String(notice.line)), ("col", String(notice.column))]
    if let end = notice.end {
      properties.append(("endLine", String(end.line)))
      // GitHub accepts an end column only if the notice ends on its first line.
      if end.line == notice.line { properties.append(("endColumn", String(end.column))) }
    }
    properties.append(("title", notice.ruleName))
    let list = properties.map { "\($0)=\(escaped($1, also: ":,"))" }.joined(separator: ",")
    return "::\(level(of: notice.kind)) \(list)::\(escaped(notice.message))"
  }

  /// A change makes `--check` fail, so its level is warning, not notice.
  private static func level(of kind: Notice.Kind) -> String {
    switch kind {
    case .note: "notice"
    case .change, .warning: "warning"
    case .error: "error"
    }
  }

  /// Encodes characters that would end a command or a property as `%` and two hexadecimal digits.
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
