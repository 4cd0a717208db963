internal import Glibc

/// Standard output or standard error of the process.
package enum StandardStream: Sendable {
  case output, error

  private var descriptor: Int32 {
    switch self {
    case .output: STDOUT_FILENO
    case .error: STDERR_FILENO
    }
  }

  /// Stands for the path in errors.
  private var name: String {
    switch self {
    case .output: "standard output"
    case .error: "standard error"
    }
  }

  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Writes all bytes.
  ///
  /// - Throws: the error of the failed call: the reader of a pipe has gone, or the disk is full.
  package func write(_ bytes: [UInt8]) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written)
      }
      if count < 0, errno != EINTR { throw SystemError(at: name) }
      written += max(0, count)
    }
  }
}
