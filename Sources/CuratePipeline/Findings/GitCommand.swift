@preconcurrency import Glibc

/// A call of `git` that only reads.
struct GitCommand {
  /// Exit status; 127 if there is no `git`.
  let status: Int32
  let output: [UInt8]
  let error: [UInt8]

  var succeeded: Bool { status == 0 }
  /// The first line of what it wrote.
  var line: String { Self.firstLine(output) }
  /// The first line of what it complained about.
  var complaint: String { Self.firstLine(error) }

  /// Runs `git` in a folder, and waits for its end.
  ///
  /// Its output goes to files without a name, not to pipes, so that it never waits for a reader.
  init(_ arguments: [String], in folder: String) {
    guard let out = tmpfile(), let err = tmpfile() else {
      self.init(status: 127, error: Array("no temporary file: \(systemMessage(errno))".utf8))
      return
    }
    defer {
      fclose(out)
      fclose(err)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, fileno(out), STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, fileno(err), STDERR_FILENO)
    // Not even the index is refreshed: a look leaves everything as it is.
    let words = ["git", "--no-optional-locks", "--literal-pathspecs", "-C", folder] + arguments
    let pointers = words.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var id = pid_t()
    let code = posix_spawnp(&id, "git", &actions, nil, pointers, environ)
    guard code == 0 else {
      self.init(status: 127, error: Array(systemMessage(code).utf8))
      return
    }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    self.init(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: Self.contents(of: out),
      error: Self.contents(of: err))
  }

  private init(status: Int32, output: [UInt8] = [], error: [UInt8]) {
    self.status = status
    self.output = output
    self.error = error
  }

  private static func contents(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    rewind(file)
    var bytes: [UInt8] = []
    while true {
      let chunk = [UInt8](unsafeUninitializedCapacity: 65536) { $1 = fread($0.baseAddress, 1, 65536, file) }
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
  }

  private static func firstLine(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}
