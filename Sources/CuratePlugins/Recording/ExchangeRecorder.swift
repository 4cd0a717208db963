import Platform
import Synchronization

/// Records the messages between curate and its plugins in a file, for `--record`.
///
/// Sent lines start with `> `, received lines with `< `, and comments with `# `. Lines are in the order in which their last
/// byte passed through a pipe. `RecordedExchange` reads the file.
public final class ExchangeRecorder: ExchangeObserver {
  private struct State {
    var sent: [UInt8] = []
    var received: [UInt8] = []
    /// Lines that are not in the file yet.
    var buffer: [UInt8]
    var code: Int32 = 0
  }

  /// Bytes that are collected before they are written.
  private static let bufferSize = 1 << 16

  private let path: String
  private let file: OpenFile
  private let state: Mutex<State>

  /// Creates the file, or overwrites it.
  public init(path: String) throws(RecordingFailure) {
    do throws(SystemError) { file = try OpenFile(path, .emptied(followsLink: true)) } catch {
      throw RecordingFailure(path: path, code: error.code)
    }
    self.path = path
    state = Mutex(State(buffer: Array((RecordedExchange.heading + "\n").utf8)))
  }

  deinit { state.withLock { flush(&$0) } }

  /// The file cannot be created.
  public struct RecordingFailure: Error, Sendable {
    public let path: String
    /// The system's `errno`.
    public let code: Int32
  }

  /// Begins the exchange with a plugin.
  func begin(_ manifest: PluginManifest) {
    state.withLock { $0.buffer += Array("# stage \(manifest.name) \(manifest.version)\n".utf8) }
  }

  func sent(_ bytes: UnsafeBufferPointer<UInt8>) {
    state.withLock { write(bytes, prefix: "> ", rest: \.sent, &$0) }
  }

  func received(_ bytes: UnsafeBufferPointer<UInt8>) {
    state.withLock { write(bytes, prefix: "< ", rest: \.received, &$0) }
  }

  /// Ends the exchange. An incomplete last line of the plugin is recorded too.
  func end() {
    state.withLock {
      if !$0.received.isEmpty { writeLine($0.received + [0x0A], prefix: "< ", &$0) }
      ($0.sent, $0.received) = ([], [])
      flush(&$0)
    }
  }

  var failure: PluginFailure? {
    let code = state.withLock { $0.code }
    return code == 0 ? nil : .cannotRecord(path: path, code: code)
  }

  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, prefix: StaticString, rest: WritableKeyPath<State, [UInt8]>,
    _ state: inout State
  ) {
    // Taken out of the state, because a second reference would make `append` copy the bytes.
    var lines = state[keyPath: rest]
    state[keyPath: rest] = []
    lines.append(contentsOf: bytes)
    var start = 0
    while let end = lines[start...].firstIndex(of: 0x0A) {
      writeLine(lines[start...end], prefix: prefix, &state)
      start = end + 1
    }
    lines.removeFirst(start)
    state[keyPath: rest] = lines
  }

  private func writeLine(_ line: some Swift.Collection<UInt8>, prefix: StaticString, _ state: inout State) {
    prefix.withUTF8Buffer { state.buffer.append(contentsOf: $0) }
    state.buffer.append(contentsOf: line)
    if state.buffer.count >= Self.bufferSize { flush(&state) }
  }

  private func flush(_ state: inout State) {
    do throws(SystemError) { try file.write(state.buffer) } catch { state.code = error.code }
    state.buffer.removeAll(keepingCapacity: true)
  }
}
