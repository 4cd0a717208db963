import CuratePipeline

/// One line for each change that would be made and each finding, in the form that editors and CI services read:
/// `file:line:column: severity: message [stage/rule]`.
enum NoticeText {
  static func text(of notices: [Notice], coloured: Bool) -> String {
    notices.map { line(for: $0, coloured: coloured) + "\n" }.joined()
  }

  private static func line(for notice: Notice, coloured: Bool) -> String {
    let kind = Terminal.paint(notice.kind.rawValue, style(of: notice.kind), if: coloured)
    let rule = Terminal.paint("[\(notice.ruleName)]", .faint, if: coloured)
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
  /// With a space for each line break: a finding that quotes a list must not look like two.
  fileprivate var onOneLine: String {
    contains(where: \.isNewline) ? split(whereSeparator: \.isNewline).joined(separator: " ") : self
  }
}
