import CurateCore
import CuratePipeline
import Platform

/// The messages for failures of plugins: what went wrong, and what the author or user can do.
enum PluginMessages {
  /// Returns the message for a failure, which starts in lower case and can follow "stage 'x' failed: ".
  static func message(for failure: PluginFailure) -> String {
    switch failure {
    case .programMissing(let path): "there is no program '\(path)'; check 'run:' in the plugin's stage.yaml"
    case .programIsFolder(let path): "'\(path)' is a folder, not a program; check 'run:' in the plugin's stage.yaml"
    case .notExecutable(let path): "'\(path)' is not executable; run: chmod +x \(path)"
    case .emptyInterpreter(let path): "the first line of '\(path)' is '#!' without an interpreter; add one"
    case .interpreterMissing(let path, let interpreter):
      "the first line of '\(path)' names the interpreter '\(interpreter)', which does not exist; install it or change the line"
    case .carriageReturn(let path):
      "the first line of '\(path)' ends in CR LF, and the CR becomes part of the interpreter's name; "
        + "save the file with LF line endings"
    case .cannotStart(let path, let code): cannotStart(path, code)
    case .neverReady, .silent, .timedOut, .endedBeforeReady, .endedInLine, .endedWithoutDone, .failed,
      .stoppedReading, .unreadableOutput, .interrupted, .cannotRecord:
      ending(failure)
    case .unknownItem, .secondVerdict, .missingVerdicts, .notAllowed, .wrongScope, .notAURL, .unknownTarget,
      .mergeCycle:
      verdict(failure)
    default: line(failure)
    }
  }

  private static func cannotStart(_ path: String, _ code: Int32?) -> String {
    switch code {
    case ErrorCode.notAProgram: "'\(path)' is not a program: it has no first line such as '#!/usr/bin/env python3'"
    case let code?: "'\(path)' cannot be started: \(ErrorCode.message(code))"
    case nil: "'\(path)' cannot be started; check that the program and its interpreter run on their own"
    }
  }

  private static let toStandardError = "write log messages to standard error (do not print them)"

  private static func line(_ failure: PluginFailure) -> String {
    switch failure {
    case .notJSON(let line, let text, let why):
      "output line \(line) is not JSON (\(why)): '\(text)'; \(toStandardError)"
    case .notUTF8(let line, let text):
      "output line \(line) is not UTF-8: '\(text)'; encode the JSON as UTF-8, or escape all non-ASCII characters"
    case .notAnObject(let line, let text):
      "output line \(line) is not a JSON object: '\(text)'; \(toStandardError)"
    case .lineTooLong(let line, let limit):
      "output line \(line) is longer than \(limit >> 20) MiB; write one message per line, and a line feed after each"
    case .unknownMessage(let line, let type, let known):
      "output line \(line) has the unknown message type '\(type)'"
        + (Spelling.suggestion(for: type, among: known).map { "; did you mean '\($0)'?" }
          ?? "; known types: \(known.joined(separator: ", "))")
    case .missingField(let line, let message, let field):
      "output line \(line): '\(field)' is missing\(message.map { " in '\($0)'" } ?? "")"
    case .wrongField(let line, let message, let field, let expected):
      "output line \(line): '\(field)'\(message.map { " in '\($0)'" } ?? "") must be \(expected)"
    case .tooEarly(let line, let message):
      "output line \(line): '\(message)' came before 'ready'; send 'ready' first"
    case .secondReady(let line): "output line \(line) is a second 'ready'; send it only once"
    case .afterDone(let line): "output line \(line) came after 'done'; send 'done' last"
    case .unknownProtocol(let line, let found):
      "output line \(line) requests protocol \(found), but this version of curate supports only protocol 1"
    case .reportedError(let message): "the plugin stopped with an error: \(message)"
    default: ""
    }
  }

  private static func verdict(_ failure: PluginFailure) -> String {
    switch failure {
    case .unknownItem(let line, let n, let count):
      count == 0
        ? "output line \(line) refers to item \(n), but there are no items"
        : "output line \(line) refers to item \(n), but the items are 0 to \(count - 1)"
    case .secondVerdict(let line, let item):
      "output line \(line) is a second verdict on \(item); send exactly one per item"
    case .missingVerdicts(let items, let count):
      "the plugin sent no verdict on \(items.joined(separator: ", "))"
        + (count > items.count ? " and \((count - items.count).grouped) more" : "") + "; send exactly one per item"
    case .notAllowed(let item, let what, let permission):
      "\(item): the plugin \(what), but 'may:' in its stage.yaml does not include '\(permission)'"
    case .wrongScope(let item, let what, let scope):
      "\(item): the plugin \(what), which 'scope: \(scope)' does not allow"
    case .notAURL(let item, let url): "\(item): the plugin sets the URL '\(url)', which is not a valid URL"
    case .unknownTarget(let item, let into, let count):
      "\(item): the plugin merges the entry into item \(into), but the items are 0 to \(count - 1)"
    case .mergeCycle(let items): "the plugin merges entries in a cycle: \(items.joined(separator: " into "))"
    default: ""
    }
  }

  private static func ending(_ failure: PluginFailure) -> String {
    switch failure {
    case .neverReady(let seconds):
      "the plugin did not send 'ready' within \(seconds.pluralized("second")); it must answer the first line that it reads"
    case .silent(let seconds, let verdicts, let count, let sentDone):
      sentDone
        ? "the plugin sent 'done' but did not exit within \(seconds.pluralized("second"))"
        : "the plugin wrote and read nothing for \(seconds.pluralized("second")), after \(progress(verdicts, count))"
    case .timedOut(let milliseconds, let verdicts, let count):
      "the plugin took longer than its timeout of \(duration(milliseconds)), after \(progress(verdicts, count))"
    case .endedBeforeReady(let ending): "the plugin \(text(for: ending)) before it sent 'ready'" + hint(ending)
    case .endedInLine(let text): "the plugin's output ended in the middle of a line: '\(text)'"
    case .endedWithoutDone(let verdicts, let count):
      "the plugin exited without sending 'done', after \(progress(verdicts, count))"
    case .failed(let ending, let sentDone):
      "the plugin \(text(for: ending))" + (sentDone ? " after 'done', so its verdicts are discarded" : "")
        + hint(ending)
    case .stoppedReading(let sent, let count):
      "the plugin closed its standard input after \(sent.grouped) of \(count.pluralized("item")); read up to 'end'"
    case .unreadableOutput(let code): "the plugin's output cannot be read: \(ErrorCode.message(code))"
    case .interrupted: "interrupted"
    case .cannotRecord(let path, let code): "the exchange cannot be recorded in '\(path)': \(ErrorCode.message(code))"
    default: ""
    }
  }

  private static func progress(_ verdicts: Int, _ count: Int) -> String {
    "\(verdicts.grouped) of \(count.pluralized("verdict"))"
  }

  private static func duration(_ milliseconds: Int) -> String {
    milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
  }

  private static func text(for ending: ProcessEnding) -> String {
    switch ending {
    case .exited(let code): "exited with status \(code)"
    case .signalled(let signal): "was terminated by signal \(signal) (\(ProcessEnding.signalName(signal)))"
    }
  }

  /// Returns a hint for the exit statuses that shells and `env` define.
  private static func hint(_ ending: ProcessEnding) -> String {
    switch ending {
    case .exited(126): "; a command that it calls is not executable"
    case .exited(127): "; a command that it calls is not installed"
    default: ""
    }
  }
}
