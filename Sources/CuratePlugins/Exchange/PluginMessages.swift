import CurateCore
import CuratePipeline
import Platform

/// Says what went wrong with a plugin and what its author or user can do.
enum PluginMessages {
  static func sentence(for failure: PluginFailure) -> String {
    switch failure {
    case .programMissing(let path): "there is no program '\(path)'; 'run:' of its stage.yaml names it"
    case .programIsFolder(let path): "'\(path)' is a folder, not a program"
    case .notExecutable(let path): "'\(path)' is not executable; run: chmod +x \(path)"
    case .emptyInterpreter(let path): "the first line of '\(path)' is '#!' without an interpreter"
    case .interpreterMissing(let path, let interpreter):
      "the first line of '\(path)' asks for '\(interpreter)', which is not there; install it or change the line"
    case .carriageReturn(let path):
      "the first line of '\(path)' ends in CR LF, which becomes part of the interpreter's name; save it with LF"
    case .cannotStart(let path, let code): cannotStart(path, code)
    case .neverReady, .silent, .timedOut, .endedBeforeReady, .endedInLine, .endedWithoutDone, .failed,
      .stoppedReading, .outputLost, .interrupted, .cannotRecord:
      ending(failure)
    case .unknownItem, .secondVerdict, .missingVerdicts, .notAllowed, .wrongScope, .notAURL, .unknownTarget,
      .mergeCircle:
      verdict(failure)
    default: line(failure)
    }
  }

  private static func cannotStart(_ path: String, _ code: Int32?) -> String {
    switch code {
    case ErrorCode.notAProgram: "'\(path)' is no program: it has no first line such as '#!/usr/bin/env python3'"
    case let code?: "'\(path)' cannot be started: \(ErrorCode.message(code))"
    case nil: "'\(path)' cannot be started; see whether it and its interpreter run by themselves"
    }
  }

  private static func line(_ failure: PluginFailure) -> String {
    switch failure {
    case .notJSON(let line, let text, let why):
      "line \(line) of its output is not JSON (\(why)): '\(text)'; log to stderr; did you print?"
    case .notUTF8(let line, let text):
      "line \(line) of its output is not UTF-8: '\(text)'; write JSON as UTF-8, or escape all but ASCII"
    case .notAnObject(let line, let text):
      "line \(line) of its output is no JSON object: '\(text)'; log to stderr; did you print?"
    case .lineTooLong(let line, let limit):
      "line \(line) of its output is longer than \(limit >> 20) MiB; one message a line, each with its line break"
    case .unknownMessage(let line, let type, let known):
      "line \(line) of its output is a message of the unknown type '\(type)'"
        + (Spelling.suggestion(for: type, among: known).map { "; did you mean '\($0)'?" }
          ?? "; known: \(known.joined(separator: ", "))")
    case .missingField(let line, let message, let field):
      "line \(line) of its output: '\(field)' is missing in '\(message)'"
    case .wrongField(let line, let message, let field, let expected):
      "line \(line) of its output: '\(field)' of '\(message)' must be \(expected)"
    case .tooEarly(let line, let message):
      "line \(line) of its output is '\(message)', and it has not said 'ready' yet"
    case .afterDone(let line): "line \(line) of its output comes after 'done', which must be the last"
    case .unknownProtocol(let line, let said):
      "line \(line) of its output asks for protocol \(said), and this curate speaks 1"
    case .saidError(let message): "it gave up: \(message)"
    default: ""
    }
  }

  private static func verdict(_ failure: PluginFailure) -> String {
    switch failure {
    case .unknownItem(let line, let n, let count):
      count == 0
        ? "line \(line) of its output judges item \(n), and there are no items"
        : "line \(line) of its output judges item \(n), and the items are 0 to \(count - 1)"
    case .secondVerdict(let line, let item):
      "line \(line) of its output is a second verdict on \(item); each item gets one"
    case .missingVerdicts(let items, let count):
      "it gave no verdict on \(items.joined(separator: ", "))"
        + (count > items.count ? " and \((count - items.count).grouped) more" : "") + "; each item gets one"
    case .notAllowed(let item, let what, let permission):
      "its verdict on \(item) \(what), and 'may:' of its stage.yaml does not say '\(permission)'"
    case .wrongScope(let item, let what, let scope): "its verdict on \(item) \(what), which \(scope)s do not take"
    case .notAURL(let item, let url): "its verdict on \(item) sets the URL '\(url)', which is none"
    case .unknownTarget(let item, let into, let count):
      "its verdict on \(item) merges into item \(into), and the items are 0 to \(count - 1)"
    case .mergeCircle(let items): "its verdicts merge in a circle: \(items.joined(separator: " into "))"
    default: ""
    }
  }

  private static func ending(_ failure: PluginFailure) -> String {
    switch failure {
    case .neverReady(let seconds):
      "it did not say 'ready' within \(seconds.pluralized("second")); it answers the first line that it reads"
    case .silent(let seconds, let verdicts, let count, let saidDone):
      saidDone
        ? "it said 'done' and did not end for \(seconds.pluralized("second"))"
        : "it said and read nothing for \(seconds.pluralized("second")), after \(progress(verdicts, count))"
    case .timedOut(let milliseconds, let verdicts, let count):
      "it took longer than its timeout of \(duration(milliseconds)), after \(progress(verdicts, count))"
    case .endedBeforeReady(let ending): "it \(words(ending)) before it said 'ready'" + hint(ending)
    case .endedInLine(let text): "its output ended in the middle of a line: '\(text)'"
    case .endedWithoutDone(let verdicts, let count):
      "it ended without saying 'done', after \(progress(verdicts, count))"
    case .failed(let ending, let saidDone):
      "it \(words(ending))" + (saidDone ? " after 'done', so its verdicts do not count" : "") + hint(ending)
    case .stoppedReading(let sent, let count):
      "it closed its standard input after \(sent.grouped) of \(count.pluralized("item")); read up to 'end'"
    case .outputLost(let code): "its output cannot be read: \(ErrorCode.message(code))"
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

  static func words(_ ending: ProcessEnding) -> String {
    switch ending {
    case .exited(let code): "exited with status \(code)"
    case .signalled(let signal): "was ended by signal \(signal) (\(ProcessEnding.signalName(signal)))"
    }
  }

  /// What shells and `env` mean by their statuses.
  private static func hint(_ ending: ProcessEnding) -> String {
    switch ending {
    case .exited(126): "; something that it calls is not executable"
    case .exited(127): "; something that it calls is not installed"
    default: ""
    }
  }
}
