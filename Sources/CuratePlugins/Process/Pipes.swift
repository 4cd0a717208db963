import Glibc
import Synchronization
import SystemPackage

/// The three pipes to a program: its ends until it is started, and curate's, which never block.
final class Pipes: Sendable {
  /// Of curate: where to write for the program, and where to read what it says.
  let output: Int32
  let errors: Int32
  private let input: Mutex<Int32?>
  private let childEnds: Mutex<[Int32]>

  init() throws(Errno) {
    var open: [(read: Int32, write: Int32)] = []
    do throws(Errno) {
      for _ in 0..<3 { open.append(try Pipe.make()) }
    } catch {
      for ends in open {
        close(ends.read)
        close(ends.write)
      }
      throw error
    }
    let (input, output, errors) = (open[0], open[1], open[2])
    self.input = Mutex(input.write)
    self.output = output.read
    self.errors = errors.read
    childEnds = Mutex([input.read, output.write, errors.write])
    for descriptor in [input.write, output.read, errors.read] { _ = fcntl(descriptor, F_SETFL, O_NONBLOCK) }
    Pipe.enlarge(input.write)
    Pipe.enlarge(output.read)
  }

  deinit {
    closeInput()
    close(output)
    close(errors)
    for descriptor in childEnds.withLock({ $0 }) { close(descriptor) }
  }

  /// Where to write for the program; nil once it is closed.
  var inputDescriptor: Int32? { input.withLock { $0 } }

  func closeInput() {
    input.withLock {
      if let descriptor = $0 { close(descriptor) }
      $0 = nil
    }
  }

  /// Hands over the program's ends, which are the taker's to close.
  func takeChildEnds() -> (input: FileDescriptor, output: FileDescriptor, errors: FileDescriptor) {
    let ends = childEnds.withLock { ends in
      defer { ends = [] }
      return ends
    }
    return (FileDescriptor(rawValue: ends[0]), FileDescriptor(rawValue: ends[1]), FileDescriptor(rawValue: ends[2]))
  }
}
