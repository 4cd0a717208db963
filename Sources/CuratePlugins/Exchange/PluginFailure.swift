import Platform

/// Why a plugin failed. Holds facts only; `PluginMessages` writes the text.
enum PluginFailure: Error, Sendable, Equatable {
  // Before the program runs.

  case programMissing(String)
  case programIsFolder(String)
  case notExecutable(String)
  case emptyInterpreter(String)
  case interpreterMissing(String, String)
  /// The line that names the interpreter ends in CR LF.
  case carriageReturn(String)
  /// `code` is the system's `errno`, if known.
  case cannotStart(String, code: Int32?)

  // Its output. `line` is a line of the output, counted from 1.

  case notJSON(line: Int, text: String, why: String)
  case notUTF8(line: Int, text: String)
  case notAnObject(line: Int, text: String)
  /// `limit` is in bytes.
  case lineTooLong(line: Int, limit: Int)
  case unknownMessage(line: Int, type: String, known: [String])
  /// `message` is nil if the missing field is the type itself.
  case missingField(line: Int, message: String?, field: String)
  case wrongField(line: Int, message: String?, field: String, expected: String)
  case tooEarly(line: Int, message: String)
  case secondReady(line: Int)
  case afterDone(line: Int)
  case unknownProtocol(line: Int, found: String)
  /// The plugin sent `error` without an item.
  case reportedError(String)

  // Its verdicts. `item` is a name such as "item 3 (list.md:12)".

  case unknownItem(line: Int, n: Int, count: Int)
  case secondVerdict(line: Int, item: String)
  /// Names up to five of the `count` items.
  case missingVerdicts([String], count: Int)
  case notAllowed(item: String, what: String, permission: String)
  case wrongScope(item: String, what: String, scope: String)
  case notAURL(item: String, url: String)
  case unknownTarget(item: String, into: Int, count: Int)
  case mergeCycle([String])

  // How it ended.

  case neverReady(seconds: Int)
  case silent(seconds: Int, verdicts: Int, of: Int, sentDone: Bool)
  case timedOut(milliseconds: Int, verdicts: Int, of: Int)
  case endedBeforeReady(ProcessEnding)
  case endedInLine(String)
  case endedWithoutDone(verdicts: Int, of: Int)
  case failed(ProcessEnding, sentDone: Bool)
  /// The plugin closed its standard input before it had read all items.
  case stoppedReading(sent: Int, of: Int)
  case unreadableOutput(code: Int32)
  case interrupted
  /// The file of `--record` cannot be written.
  case cannotRecord(path: String, code: Int32)
}
