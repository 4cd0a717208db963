import CurateCore
import CuratePipeline
import Platform

/// Prints the changes of a run as unified diffs, colored on a terminal.
enum DiffPrinter {
  static func print(_ result: RunResult, plan: Plan, isColored: Bool) {
    for (index, document) in result.collection.documents.enumerated() {
      let diff = UnifiedDiff(
        of: document, path: plan.inputs[index].path, edits: result.resolvedEdits[index],
        events: result.collection.journal.events)
      Terminal.write(isColored ? coloredText(of: diff) : diff.text(), to: .output)
    }
  }

  private static func coloredText(of diff: UnifiedDiff) -> [UInt8] {
    guard !diff.hunks.isEmpty else { return [] }
    func paint(_ text: String, _ style: Terminal.Style) -> [UInt8] {
      Array((Terminal.paint(text, style, if: true)).utf8)
    }
    var out = paint("--- \(diff.oldName)\n+++ \(diff.newName)", .bold) + [UInt8(ascii: "\n")]
    for hunk in diff.hunks {
      out += paint(UnifiedDiff.header(of: hunk), .cyan) + [UInt8(ascii: "\n")]
      for line in hunk.lines {
        let bytes = UnifiedDiff.text(of: line)
        let body = String(decoding: bytes.dropLast(), as: UTF8.self)
        switch line.kind {
        case .context: out += bytes
        case .removed: out += paint(body, .red) + [UInt8(ascii: "\n")]
        case .added: out += paint(body, .green) + [UInt8(ascii: "\n")]
        }
      }
    }
    return out
  }
}
