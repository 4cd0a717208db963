package import CurateCore
import CuratePipeline
import Platform
import Synchronization

/// An exchange with a plugin, read from a file that `ExchangeRecorder` wrote.
package struct RecordedExchange: Sendable {
  /// The first line that was sent, with its line feed.
  let hello: [UInt8]
  /// The items that were sent, each a line with its line feed.
  let items: [[UInt8]]
  /// The lines that were received.
  package let received: [String]

  private static let sizeLimit = 1 << 30
  static let heading = "# curate exchange 1"

  /// Why a file holds no exchange with a plugin.
  package enum Fault: Error, Sendable, Equatable {
    case unreadable(code: Int32)
    /// The file is not a recording.
    case notARecording
    /// The file has no exchange with the plugin, only with those in `known`.
    case noExchange(known: [String])
  }

  /// Reads the first exchange with a plugin from a file.
  package init(path: String, stage: String) throws(Fault) {
    let bytes: [UInt8]
    do throws(SystemError) { bytes = try FileSystem.read(path, limit: Self.sizeLimit) } catch {
      throw .unreadable(code: error.code)
    }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let first = lines.first, first.elementsEqual(Self.heading.utf8) else { throw .notARecording }
    var known: [String] = []
    var isWanted = false
    var hello: [UInt8] = []
    var received: [String] = []
    var items: [[UInt8]] = []
    for line in lines.dropFirst() {
      if line.starts(with: "# stage ".utf8) {
        let name = String(decoding: line.dropFirst(8), as: UTF8.self).split(separator: " ").first.map(String.init) ?? ""
        isWanted = name == stage && !known.contains(name)
        known.append(name)
      } else if isWanted, line.starts(with: "> ".utf8) {
        if hello.isEmpty { hello = line.dropFirst(2) + [0x0A] }
        if line.starts(with: #"> {"t":"item""#.utf8) { items.append(line.dropFirst(2) + [0x0A]) }
      } else if isWanted, line.starts(with: "< ".utf8) {
        received.append(String(decoding: line.dropFirst(2), as: UTF8.self))
      }
    }
    guard known.contains(stage) else { throw .noExchange(known: known) }
    self.hello = hello
    self.items = items
    self.received = received
  }
}

/// The items of a recorded exchange.
struct RecordedItems: ItemSource {
  /// Each with its line feed.
  let lines: [[UInt8]]

  var count: Int { lines.count }
  func place(of n: Int) -> String { "item \(n)" }

  mutating func write(from next: inout Int, upTo limit: Int, to bytes: inout [UInt8]) {
    while next < lines.count, bytes.count < limit {
      bytes += lines[next]
      next += 1
    }
  }
}

extension PluginStage {
  /// The differences between the response of a plugin to a recorded exchange and the recorded response.
  package struct ReplayOutcome: Sendable {
    /// All output of the plugin, line by line.
    package var received: [String]
    /// Lines that are only in the recording, in the order of arrival.
    package var missing: [String]
    /// Lines that are not in the recording, in the order of arrival.
    package var new: [String]
  }

  /// Runs a plugin on the messages of a recorded exchange, options included.
  ///
  /// - Throws: `StageError.programFailed`, as in a run.
  package static func replay(
    _ recorded: RecordedExchange, on plugin: Plugin, settings: Settings = Settings(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(StageError) -> ReplayOutcome {
    let transcript = Transcript()
    let outcome = Exchange.run(
      plugin.launch, hello: recorded.hello, items: RecordedItems(lines: recorded.items),
      permissions: Permissions(plugin.manifest), limits: settings.limits, observer: transcript,
      isCancelled: isCancelled)
    if case .failure(let failure) = outcome.result {
      throw .programFailed(PluginMessages.message(for: failure), lastLines: outcome.errorLines)
    }
    let received = transcript.lines
    return ReplayOutcome(
      received: received, missing: difference(recorded.received, received),
      new: difference(received, recorded.received))
  }

  /// Returns the lines of `a` that `b` lacks, or has less often.
  private static func difference(_ a: [String], _ b: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for line in b { counts[line, default: 0] += 1 }
    return a.filter { line in
      guard let count = counts[line], count > 0 else { return true }
      counts[line] = count - 1
      return false
    }
  }
}

/// Collects the output of a plugin.
private final class Transcript: ExchangeObserver {
  private let bytes = Mutex<[UInt8]>([])
  var failure: PluginFailure? { nil }

  func sent(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func received(_ more: UnsafeBufferPointer<UInt8>) { bytes.withLock { $0.append(contentsOf: more) } }

  var lines: [String] {
    bytes.withLock { $0.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } }
  }
}
