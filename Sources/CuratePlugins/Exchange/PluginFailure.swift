import Platform

/// What went wrong with a plugin. Facts only; `PluginMessages` puts them into words.
enum PluginFailure: Error, Sendable, Equatable {
  // Before it runs.
  case programMissing(String)
  case programIsFolder(String)
  case notExecutable(String)
  case emptyInterpreter(String)
  case interpreterMissing(String, String)
  /// The line that names the interpreter ends in CR LF.
  case carriageReturn(String)
  /// `code` is the system's `errno`, if it gave one.
  case cannotStart(String, code: Int32?)

  // What it writes; `line` counts from 1 in its output.
  case notJSON(line: Int, text: String, why: String)
  case notUTF8(line: Int, text: String)
  case notAnObject(line: Int, text: String)
  /// `limit` in bytes.
  case lineTooLong(line: Int, limit: Int)
  case unknownMessage(line: Int, type: String, known: [String])
  case missingField(line: Int, message: String, field: String)
  case wrongField(line: Int, message: String, field: String, expected: String)
  case tooEarly(line: Int, message: String)
  case afterDone(line: Int)
  case unknownProtocol(line: Int, said: String)
  /// It gave up by itself, as a whole.
  case saidError(String)

  // Its verdicts; items as `ItemPlace` names them.
  case unknownItem(line: Int, n: Int, count: Int)
  case secondVerdict(line: Int, item: String)
  /// Up to five of them are named.
  case missingVerdicts([String], count: Int)
  case notAllowed(item: String, what: String, permission: String)
  case wrongScope(item: String, what: String, scope: String)
  case notAURL(item: String, url: String)
  case unknownTarget(item: String, into: Int, count: Int)
  case mergeCircle([String])

  // How it ends.
  case neverReady(seconds: Int)
  case silent(seconds: Int, verdicts: Int, of: Int, saidDone: Bool)
  case timedOut(milliseconds: Int, verdicts: Int, of: Int)
  case endedBeforeReady(ProcessEnding)
  case endedInLine(String)
  case endedWithoutDone(verdicts: Int, of: Int)
  case failed(ProcessEnding, saidDone: Bool)
  /// It closed its standard input before it had read all items.
  case stoppedReading(sent: Int, of: Int)
  case outputLost(code: Int32)
  case interrupted
  /// The file of `--record` cannot be written.
  case cannotRecord(path: String, code: Int32)
}
