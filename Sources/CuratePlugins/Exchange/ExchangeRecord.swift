import Platform
import Synchronization

/// A file that keeps what curate and plugins said to each other: `> ` before what was sent, `< ` before what came back,
/// `# ` before what is said about it.
///
/// Lines stand in the order in which their last byte went through a pipe.
public final class ExchangeRecord: ExchangeObserver {
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

  /// - Throws: the system's `errno`.
  public init(path: String) throws(RecordFailure) {
    do throws(SystemError) { file = try OpenFile(path, .emptied(followsLink: true)) } catch {
      throw RecordFailure(path: path, code: error.code)
    }
    self.path = path
    state = Mutex(State(buffer: Array((RecordedExchange.heading + "\n").utf8)))
  }

  deinit { state.withLock { flush(&$0) } }

  /// A file that cannot be written.
  public struct RecordFailure: Error, Sendable {
    public let path: String
    public let code: Int32
  }

  /// Begins the talk of a stage.
  func begin(_ manifest: PluginManifest) {
    state.withLock { $0.buffer += Array("# stage \(manifest.name) \(manifest.version)\n".utf8) }
  }

  func sent(_ bytes: UnsafeBufferPointer<UInt8>) {
    state.withLock { write(bytes, after: "> ", rest: \.sent, &$0) }
  }

  func received(_ bytes: UnsafeBufferPointer<UInt8>) {
    state.withLock { write(bytes, after: "< ", rest: \.received, &$0) }
  }

  /// Ends the talk: half a line of the plugin is kept as it is.
  func end() {
    state.withLock {
      if !$0.received.isEmpty { put($0.received + [0x0A], after: "< ", &$0) }
      ($0.sent, $0.received) = ([], [])
      flush(&$0)
    }
  }

  var failure: PluginFailure? {
    let code = state.withLock { $0.code }
    return code == 0 ? nil : .cannotRecord(path: path, code: code)
  }

  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, after mark: StaticString, rest: WritableKeyPath<State, [UInt8]>,
    _ state: inout State
  ) {
    state[keyPath: rest].append(contentsOf: bytes)
    let lines = state[keyPath: rest]
    var start = 0
    while let end = lines[start...].firstIndex(of: 0x0A) {
      put(lines[start...end], after: mark, &state)
      start = end + 1
    }
    state[keyPath: rest].removeFirst(start)
  }

  private func put(_ line: some Swift.Collection<UInt8>, after mark: StaticString, _ state: inout State) {
    mark.withUTF8Buffer { state.buffer.append(contentsOf: $0) }
    state.buffer.append(contentsOf: line)
    if state.buffer.count >= Self.bufferSize { flush(&state) }
  }

  private func flush(_ state: inout State) {
    do throws(SystemError) { try file.write(state.buffer) } catch { state.code = error.code }
    state.buffer.removeAll(keepingCapacity: true)
  }
}
