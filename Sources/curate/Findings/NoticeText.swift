import CuratePipeline

/// One line for each change that would be made and each finding, in the form that editors and CI services read:
/// `file:line:column: severity: message [stage/rule]`.
enum NoticeText {
  static func text(of notices: [Notice]) -> String { notices.map { line(for: $0) + "\n" }.joined() }

  private static func line(for notice: Notice) -> String {
    "\(notice.path):\(notice.line):\(notice.column): \(notice.kind.rawValue): \(notice.message) [\(notice.ruleName)]"
  }
}
