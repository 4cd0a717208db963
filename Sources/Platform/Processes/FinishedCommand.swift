@preconcurrency internal import Glibc

/// A program that ran to its end, with all that it wrote.
package struct FinishedCommand: Sendable {
  /// The exit status; 128 and the signal's number if a signal ended it, 127 if it could not be started.
  package let status: Int32
  package let output: [UInt8]
  package let error: [UInt8]

  /// Runs a program, and waits for its end. Its standard input is empty.
  ///
  /// Its output goes to unnamed temporary files instead of pipes, so that it never waits for a reader.
  ///
  /// - Parameter words: the program, looked up in `PATH`, and its arguments.
  package init(running words: [String]) {
    guard let out = tmpfile(), let err = tmpfile() else {
      self.init(failedWith: "no temporary file: \(ErrorCode.message(errno))")
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
    let pointers = words.map { strdup($0) } + [nil]
    defer { pointers.forEach { free($0) } }
    var id = pid_t()
    let code = posix_spawnp(&id, words.first ?? "", &actions, nil, pointers, environ)
    guard code == 0 else {
      self.init(failedWith: ErrorCode.message(code))
      return
    }
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    self.init(
      status: signal == 0 ? status >> 8 & 0xFF : 128 + signal, output: Self.contents(of: out),
      error: Self.contents(of: err))
  }

  private init(failedWith message: String) { self.init(status: 127, output: [], error: Array(message.utf8)) }

  private init(status: Int32, output: [UInt8], error: [UInt8]) {
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
}
