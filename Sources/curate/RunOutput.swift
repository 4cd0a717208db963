import CurateCore
import CuratePipeline
import Platform

/// What a run prints, where its findings go, and whether they make it fail.
extension Run {
  /// What has standard output to itself; the summary then goes to standard error.
  enum Printed {
    case summary, diff, json, markdown
    case notices(NoticeFormat)
  }

  var printed: Printed {
    get throws(CommandFailure) {
      if let format { return .notices(try choice(format, of: "--format")) }
      if markdown { return .markdown }
      if json { return .json }
      if diff { return .diff }
      if check, !quiet { return .notices(.text) }
      return isBuiltIn && !write && !check && !dryRun && writeBaseline == nil && sarif == nil ? .diff : .summary
    }
  }

  /// Whether anything asks which findings there are: if not, they are not even looked at.
  var looksAtFindings: Bool {
    check || format != nil || markdown || sarif != nil || writeBaseline != nil || failOn != nil
  }

  func report(_ result: RunResult, plan: Plan, selection: NoticeSelection?, reporter: RunReporter) throws {
    let printed = try printed
    let all = looksAtFindings ? result.notices(plan: plan) : []
    let selected = selection?.select(all, of: plan) ?? (notices: all, remark: nil)
    let notices = selected.notices
    let colour = try colourChoice
    switch printed {
    case .summary: break
    case .diff: DiffPrinter.print(result, plan: plan, coloured: Terminal.hasColour(.output, colour))
    case .json: RunJSON.print(result, plan: plan, wroteFiles: !writesNothing)
    case .markdown:
      let summary = PullRequestSummary(result, notices: notices, wroteFiles: !writesNothing)
      Terminal.write(Array(summary.text.utf8), to: .output)
    case .notices(let format):
      let coloured = Terminal.hasColour(.output, colour)
      Terminal.write(format.bytes(of: notices, plan: plan, coloured: coloured), to: .output)
    }
    reporter.finish(result, wroteFiles: !writesNothing)
    if let remark = selected.remark, !quiet { Terminal.printError(remark) }
    try write(notices, plan: plan)
    if writeBaseline == nil, fails(notices, result, isSelected: selection != nil) { throw CommandFailure.checkFailed }
  }

  private func write(_ notices: [Notice], plan: Plan) throws {
    do throws(RunError) {
      if let sarif { try WorkingFile.replace(sarif, with: SARIFLog(notices, plan: plan).bytes) }
      if let path = writeBaseline {
        let baseline = Baseline(of: notices, path: path)
        try WorkingFile.replace(path, with: Array(baseline.text.utf8))
        if !quiet {
          Terminal.printError(
            "\(notices.count.pluralized("change and finding", "changes and findings")) known from now on → \(path)")
        }
      }
    } catch {
      throw CommandFailure.run(error)
    }
  }

  private func fails(_ notices: [Notice], _ result: RunResult, isSelected: Bool) -> Bool {
    if check, isSelected ? notices.contains(where: { $0.kind == .change }) : result.changesAnything { return true }
    return switch failOn ?? (check ? .error : .never) {
    case .never: false
    case .warning: notices.contains { $0.kind == .warning || $0.kind == .error }
    case .error: notices.contains { $0.kind == .error }
    }
  }

  var colourChoice: Terminal.ColourChoice {
    get throws(CommandFailure) {
      try color.map { text throws(CommandFailure) in try choice(text, of: "--color") } ?? .auto
    }
  }

  /// The case that an argument names.
  private func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ text: String, of option: String
  ) throws(CommandFailure) -> Choice {
    if let choice = Choice(rawValue: text) { return choice }
    throw .unknownChoice(option: option, text, known: Choice.allCases.map(\.rawValue))
  }
}
