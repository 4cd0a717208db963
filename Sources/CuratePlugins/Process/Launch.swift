import CuratePipeline
import Platform

/// A program that is to be started: where it is, what it is told, and what it may see.
struct Launch: Sendable {
  /// Absolute.
  var program: String
  var arguments: [String] = []
  /// Where it runs; absolute.
  var folder: String
  var environment: [String: String] = [:]
}

extension Launch {
  /// Variables that a plugin sees if curate has them; nothing else gets through, keys and tokens least of all.
  static let allowedVariables = ["HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "TMPDIR", "TZ"]

  /// Output that waits in a buffer would look like a plugin that hangs, and compiled files beside a plugin would change
  /// the folder that people trust.
  static let fixedVariables = ["PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1"]

  /// - Parameter further: names of the manifest's `environment:`.
  static func environment(allowing further: [String]) -> [String: String] {
    var variables: [String: String] = [:]
    for name in allowedVariables + further {
      if let value = CurrentProcess.environment(name) { variables[name] = value }
    }
    return variables.merging(fixedVariables) { $1 }
  }

  /// What would keep the program from starting, found before the system says no more than "no such file".
  var obstacle: PluginFailure? {
    guard let status = FileStatus(program) else { return .programMissing(program) }
    guard !status.isFolder else { return .programIsFolder(program) }
    guard FileSystem.allows(.execute, of: program) else { return .notExecutable(program) }
    guard let head = try? FileSystem.head(of: program, 256) else { return nil }
    guard head.starts(with: "#!".utf8) else { return nil }
    let line = String(decoding: head.dropFirst(2).prefix { $0 != 0x0A }, as: UTF8.self)
    guard let interpreter = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).first.map(String.init) else {
      return .emptyInterpreter(program)
    }
    if interpreter.hasSuffix("\r") || line.hasSuffix("\r") { return .carriageReturn(program) }
    return FileStatus(interpreter) == nil ? .interpreterMissing(program, interpreter) : nil
  }
}
