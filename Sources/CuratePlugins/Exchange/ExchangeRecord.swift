import Glibc
import Synchronization

/// A file that keeps what curate and plugins said to each other: `> ` before what was sent, `< ` before what came back,
/// `# ` before what is said about it.
///
/// Lines stand in the order in which their last byte went through a pipe.
public final class ExchangeRecord: ExchangeObserver {
  private struct State {
    var sent: [UInt8] = []
    var received: [UInt8] = []
    var code: Int32 = 0
  }

  private let path: String
  private nonisolated(unsafe) let stream: UnsafeMutablePointer<FILE>
  private let state = Mutex(State())

  /// - Throws: the system's `errno`.
  public init(path: String) throws(RecordFailure) {
    guard let stream = fopen(path, "we") else { throw RecordFailure(path: path, code: errno) }
    self.path = path
    self.stream = stream
    fputs(RecordedExchange.heading + "\n", stream)
  }

  deinit { fclose(stream) }

  /// A file that cannot be written.
  public struct RecordFailure: Error, Sendable {
    public let path: String
    public let code: Int32
  }

  /// Begins the talk of a stage.
  func begin(_ manifest: PluginManifest) {
    state.withLock { _ in _ = fputs("# stage \(manifest.name) \(manifest.version)\n", stream) }
  }

  func sent(_ bytes: UnsafeBufferPointer<UInt8>) {
    state.withLock { write(bytes, after: "> ", rest: &$0.sent, &$0.code) }
  }

  func received(_ bytes: UnsafeBufferPointer<UInt8>) {
    state.withLock { write(bytes, after: "< ", rest: &$0.received, &$0.code) }
  }

  /// Ends the talk: half a line of the plugin is kept as it is.
  func end() {
    state.withLock {
      if !$0.received.isEmpty { put($0.received + [0x0A], after: "< ", &$0.code) }
      ($0.sent, $0.received) = ([], [])
      if fflush(stream) != 0 { $0.code = errno }
    }
  }

  var failure: PluginFailure? {
    let code = state.withLock { $0.code }
    return code == 0 ? nil : .cannotRecord(path: path, code: code)
  }

  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, after mark: StaticString, rest: inout [UInt8], _ code: inout Int32
  ) {
    rest.append(contentsOf: bytes)
    var start = 0
    while let end = rest[start...].firstIndex(of: 0x0A) {
      put(rest[start...end], after: mark, &code)
      start = end + 1
    }
    rest.removeFirst(start)
  }

  private func put(_ line: some Swift.Collection<UInt8>, after mark: StaticString, _ code: inout Int32) {
    let bytes = mark.withUTF8Buffer { Array($0) } + line
    if fwrite(bytes, 1, bytes.count, stream) < bytes.count { code = errno }
  }
}
