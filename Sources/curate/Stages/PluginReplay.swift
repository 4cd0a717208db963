import CurateCore
import CuratePipeline
import CuratePlugins
import CurateStages
import Platform

/// `curate stages NAME --replay FILE`: sends a plugin the recorded messages and compares its answers with the record.
struct PluginReplay {
  let name: String?
  let path: String
  let options: PluginOptions

  func run() throws {
    guard let name else {
      throw CommandFailure.usage("--replay needs the name of a plugin: curate stages NAME --replay FILE")
    }
    let plugin = try options.plugin(named: name)
    let recorded: RecordedExchange
    do throws(RecordedExchange.Fault) {
      recorded = try RecordedExchange(path: path, stage: name)
    } catch {
      throw CommandFailure.usage(Self.message(for: error, path: path, name: name))
    }
    Cancellation.install()
    let outcome: PluginStage.ReplayOutcome
    do throws(StageError) {
      outcome = try PluginStage.replay(recorded, on: plugin, isCancelled: { Cancellation.isRequested })
    } catch {
      if Cancellation.isRequested { throw CommandFailure.run(.interrupted) }
      throw CommandFailure.run(.stageFailed(id: name, error))
    }
    for line in outcome.received { Terminal.print(line) }
    guard !outcome.missing.isEmpty || !outcome.new.isEmpty else { return }
    Terminal.printError("the answers of \(name) differ from the record:")
    for line in outcome.missing { Terminal.printError("- \(line)") }
    for line in outcome.new { Terminal.printError("+ \(line)") }
    throw CommandFailure.checkFailed
  }

  private static func message(for fault: RecordedExchange.Fault, path: String, name: String) -> String {
    switch fault {
    case .unreadable(let code): "cannot read '\(path)': \(ErrorCode.message(code))"
    case .notARecording: "'\(path)' is not a recorded exchange; 'curate RECIPE --record \(path)' records one"
    case .noExchange(let known):
      "'\(path)' has no exchange with '\(name)'"
        + (known.isEmpty ? "" : ", only with \(known.joined(separator: ", "))")
    }
  }
}
