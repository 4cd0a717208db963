import CurateCore
import CuratePipeline
import Platform

/// Prints the progress of a run, stage by stage, and its summary.
final class RunReporter: RunObserver {
  private let plan: Plan
  private let isShown: Bool
  private let stream: StandardStream
  private let isColored: Bool
  private let idWidth: Int
  private let bar: ProgressBar?

  /// - Parameter stream: standard output, or standard error if standard output has other contents.
  init(plan: Plan, isShown: Bool, stream: StandardStream, isColored: Bool) {
    self.plan = plan
    self.isShown = isShown
    self.stream = stream
    self.isColored = isColored
    idWidth = plan.steps.map(\.id.count).max() ?? 0
    bar = isShown ? ProgressBar() : nil
  }

  var progress: StageContext.Progress? {
    guard let bar else { return nil }
    return { bar.show($0, of: $1) }
  }

  func stepFinished(_ stage: StageRecord, number: Int, of total: Int, collection: borrowing Collection) {
    guard isShown else { return }
    bar?.clear()
    if number == 1 {
      printLine(Terminal.paint("\(plan.recipe.name): \(Self.overview(of: collection))", .bold, if: isColored))
    }
    let count = String(total).count
    let place = String(repeating: " ", count: count - String(number).count) + "\(number)/\(total)"
    let padding = String(repeating: " ", count: max(0, idWidth - stage.id.count))
    printLine("\(Terminal.paint("[\(place)]", .faint, if: isColored)) \(stage.id)\(padding)  \(stage.summary)")
  }

  /// `list.md, 1,621 lines: 922 external links, 142 in tables of contents, 8 images`
  private static func overview(of collection: borrowing Collection) -> String {
    let lines = collection.documents.reduce(0) { $0 + $1.lineCount }
    let name =
      collection.documents.count == 1 ? collection.documents[0].path : collection.documents.count.pluralized("document")
    var external = 0
    var toc = 0
    var fragments = 0
    var images = 0
    for link in collection.links {
      switch link.role {
      case .toc: toc += 1
      case .image: images += 1
      case .fragment: fragments += 1
      case .entry, .secondary, .prose, .heading: external += 1
      }
    }
    var parts = ["\(external.grouped) external \(external == 1 ? "link" : "links")"]
    if toc > 0 { parts.append("\(toc.grouped) in tables of contents") }
    if fragments > 0 { parts.append("\(fragments.grouped) to other fragments") }
    if images > 0 { parts.append(images.pluralized("image")) }
    return "\(name), \(lines.pluralized("line")): \(parts.joined(separator: ", "))"
  }

  func finish(_ result: RunResult, wroteFiles: Bool) {
    guard isShown else { return }
    printLine(Self.outcome(of: result, wroteFiles: wroteFiles))
    guard wroteFiles else { return printLine(Terminal.paint("nothing was written", .faint, if: isColored)) }
    let run = result.number.map { "run \($0) " } ?? ""
    printLine(Terminal.paint("\(run)ok", .green, if: isColored) + Self.written(result, plan: plan))
    if let hint = Self.nextSteps(result, plan: plan) { printLine(Terminal.paint(hint, .faint, if: isColored)) }
  }

  /// `changes: output/changes.csv · findings: output/findings.csv · all runs: curate history`
  private static func nextSteps(_ result: RunResult, plan: Plan) -> String? {
    guard let output = plan.output else { return nil }
    let outputs = result.record.outputs.map(\.path)
    var parts: [String] = []
    if outputs.contains("changes.csv") { parts.append("changes: \(output)/changes.csv") }
    if outputs.contains("findings.csv"), result.collection.journal.hasFindings {
      parts.append("findings: \(output)/findings.csv")
    }
    if result.number != nil {
      parts.append("all runs: curate history" + (output == "output" ? "" : " --output \(output)"))
    }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }

  /// `12 of 1,621 lines changed, 13 entries merged, 0 links lost; 2 warnings, 31 notes`
  private static func outcome(of result: RunResult, wroteFiles: Bool) -> String {
    let collection = result.collection
    let lines = collection.documents.reduce(0) { $0 + $1.lineCount }
    let changed = result.changedLines.reduce(0, +)
    let merged = collection.links.count { if case .merged = $0.fate { $0.role != .image } else { false } }
    let removed = collection.links.count { $0.fate == .removed && $0.role != .image }
    var parts = ["\(changed.grouped) of \(lines.pluralized("line")) \(wroteFiles ? "changed" : "would change")"]
    parts.append(merged.pluralized("entry", "entries") + " merged")
    if removed > 0 { parts.append(removed.pluralized("link") + " removed") }
    // Always 0: a run that loses a link stops with an error before its outputs are published.
    parts.append("0 links lost")
    return parts.joined(separator: ", ") + "; " + findings(of: collection)
  }

  private static func findings(of collection: borrowing Collection) -> String {
    let counts = [Severity.error, .warning, .note].map { severity in
      (severity, collection.journal.findingCount(severity))
    }
    let parts = counts.filter { $0.1 > 0 }.map { $0.1.pluralized($0.0.rawValue) }
    return parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
  }

  /// ` → output/list.md, 6 reports`
  private static func written(_ result: RunResult, plan: Plan) -> String {
    let outputs = result.record.outputs.map(\.path)
    let reports = outputs.filter { $0.hasSuffix(".csv") || $0.hasSuffix(".ndjson") || $0.hasSuffix(".json") }
    let documents = outputs.filter { !reports.contains($0) }
    func place(_ path: String) -> String {
      guard let output = plan.output, !path.hasPrefix("/") else { return path }
      return output == "." ? path : "\(output)/\(path)"
    }
    var parts: [String] = []
    if documents.count == 1, let only = documents.first { parts.append(place(only)) }
    if documents.count > 1 { parts.append(documents.count.pluralized("document")) }
    if !reports.isEmpty { parts.append(reports.count.pluralized("report")) }
    return parts.isEmpty ? "" : " → " + parts.joined(separator: ", ")
  }

  private func printLine(_ text: String) { Terminal.write(Array((text + "\n").utf8), to: stream) }
}
