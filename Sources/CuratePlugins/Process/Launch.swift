import CuratePipeline
import Platform

/// The start of a program: its path, arguments, working folder and environment.
struct Launch: Sendable {
  /// Absolute.
  var program: String
  var arguments: [String] = []
  /// The working folder; absolute.
  var folder: String
  var environment: [String: String] = [:]
}

extension Launch {
  /// The variables that a plugin inherits. All others are withheld, because some hold keys and tokens.
  static let allowedVariables = ["HOME", "LANG", "LC_ALL", "LC_CTYPE", "PATH", "TMPDIR", "TZ"]

  /// Variables that every plugin gets. Buffered output would look like a plugin that hangs, and compiled files would change
  /// the trusted folder.
  static let fixedVariables = ["PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1"]

  /// The environment of a plugin.
  ///
  /// - Parameter further: the names in the manifest's `environment:`.
  static func environment(allowing further: [String]) -> [String: String] {
    var variables: [String: String] = [:]
    for name in allowedVariables + further {
      if let value = CurrentProcess.environment(name) { variables[name] = value }
    }
    return variables.merging(fixedVariables) { $1 }
  }

  /// The reason why the program cannot start, if there is one. The system itself would only report "no such file".
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
