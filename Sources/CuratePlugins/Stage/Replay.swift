public import CurateCore
import Synchronization

extension PluginStage {
  /// What a plugin says to a recorded talk today.
  public struct ReplayOutcome: Sendable {
    /// All that it wrote, line by line.
    public var received: [String]
    /// Verdicts that it gave then and not now, and now and not then, each in the order in which they came.
    public var gone: [String]
    public var new: [String]
  }

  /// Runs the plugin on what it was once sent, options included.
  ///
  /// - Throws: `StageError.programFailed` as a run does.
  public static func replay(
    _ recorded: RecordedExchange, on plugin: Plugin, settings: Settings = Settings(),
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(StageError) -> ReplayOutcome {
    let transcript = Transcript()
    let outcome = Exchange.run(
      plugin.launch, hello: recorded.hello, items: RecordedItems(lines: recorded.items),
      rights: Rights(plugin.manifest), limits: settings.limits, record: transcript, isCancelled: isCancelled)
    if case .failure(let failure) = outcome.result {
      throw .programFailed(PluginMessages.sentence(for: failure), lastLines: outcome.errorLines)
    }
    let received = transcript.lines
    return ReplayOutcome(
      received: received, gone: difference(recorded.received, received), new: difference(received, recorded.received))
  }

  /// Lines of `a` that `b` does not have, or not as often.
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

/// Keeps what a plugin says.
private final class Transcript: ExchangeObserver {
  private let bytes = Mutex<[UInt8]>([])
  var failure: PluginFailure? { nil }

  func sent(_ bytes: UnsafeBufferPointer<UInt8>) {}
  func received(_ more: UnsafeBufferPointer<UInt8>) { bytes.withLock { $0.append(contentsOf: more) } }

  var lines: [String] {
    bytes.withLock { $0.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) } }
  }
}
