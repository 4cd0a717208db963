import CurateCore
import CuratePipeline

/// How `--format` tells changes and findings.
enum NoticeFormat: String, CaseIterable {
  case text, github, json, sarif

  func bytes(of notices: [Notice], plan: Plan, coloured: Bool) -> [UInt8] {
    switch self {
    case .text: Array(NoticeText.text(of: notices, coloured: coloured).utf8)
    case .github: Array(GitHubAnnotations.text(of: notices).utf8)
    case .json: NoticeJSON.bytes(of: notices)
    case .sarif: SARIFLog(notices, plan: plan).bytes
    }
  }
}
