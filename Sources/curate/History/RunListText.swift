import CurateCore
import CurateHistory
import Platform

/// Runs as a table for people.
enum RunListText {
  static func print(_ runs: [RunSummary]) {
    let heading = ["run", "when", "recipe", "status", "links", "edits", "merged", "removed", "findings", "ms"]
    var table = TerminalTable(sides: heading.map { ["when", "recipe", "status"].contains($0) ? .left : .right })
    table.rows = [heading] + runs.map(cells)
    let coloured = Terminal.hasColour(.output)
    for (index, line) in table.lines().enumerated() {
      Terminal.print(index == 0 ? Terminal.paint(line, .faint, if: coloured) : line)
    }
    for run in runs {
      if let reason = run.reason { Terminal.print("run \(run.number) \(run.status.rawValue): \(reason)") }
    }
  }

  private static func cells(of run: RunSummary) -> [String] {
    [
      String(run.number), LocalTime.minute(run.startedAt), run.title, run.status.rawValue, run.links.grouped,
      run.edits.grouped, run.merged.grouped, run.removed.grouped, run.findings.grouped,
      String(Int(run.milliseconds.rounded())),
    ]
  }
}
