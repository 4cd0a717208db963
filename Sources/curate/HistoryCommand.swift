import ArgumentParser
import CurateCore
import CurateHistory
import Glibc

struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Lists the runs that an output folder remembers, the newest first.")

  @Option(help: ArgumentHelp("The output folder.", valueName: "dir"))
  var output = "output"

  @Option(help: "Show at most so many runs.")
  var limit = 20

  func run() throws {
    guard limit > 0 else { throw CommandFailure.usage("--limit must be at least 1") }
    try OutputFolder.recover(output, history: HistoryRecorder(folder: output))
    let path = OutputFolder.historyPath(in: output)
    let runs: [RunSummary]
    do throws(HistoryFailure) {
      guard let history = try History(reading: path) else {
        return Terminal.print("no runs yet: there is no \(path)")
      }
      runs = try history.runs(limit: limit)
    } catch {
      throw CommandFailure.history(error)
    }
    guard !runs.isEmpty else { return Terminal.print("no runs yet in \(path)") }
    show(runs)
  }

  private func show(_ runs: [RunSummary]) {
    let coloured = Terminal.hasColour(STDOUT_FILENO)
    let heading = ["run", "when", "recipe", "status", "links", "edits", "merged", "removed", "findings", "ms"]
    let rows = runs.map { run in
      [
        String(run.number), Self.localTime(run.startedAt), run.recipeName, run.status.rawValue, run.links.grouped,
        run.edits.grouped, run.merged.grouped, run.removed.grouped, run.findings.grouped,
        String(Int(run.milliseconds.rounded())),
      ]
    }
    let isNumber = heading.map { !["when", "recipe", "status"].contains($0) }
    let widths = heading.indices.map { column in ([heading] + rows).map { $0[column].count }.max() ?? 0 }
    for (index, row) in ([heading] + rows).enumerated() {
      let cells = row.indices.map { column in
        let padding = String(repeating: " ", count: widths[column] - row[column].count)
        return isNumber[column] ? padding + row[column] : row[column] + padding
      }
      let line = Self.trimmed(cells.joined(separator: "  "))
      Terminal.print(index == 0 ? Terminal.paint(line, .faint, if: coloured) : line)
    }
    for run in runs where run.reason != nil {
      Terminal.print("run \(run.number) \(run.status.rawValue): \(run.reason ?? "")")
    }
  }

  /// `2026-03-01 09:30`, by the clock of whoever looks.
  private static func localTime(_ milliseconds: Int64) -> String {
    var seconds = time_t(milliseconds / 1000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) "
      + "\(two(parts.tm_hour)):\(two(parts.tm_min))"
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
