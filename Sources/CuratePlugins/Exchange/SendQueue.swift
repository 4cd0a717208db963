import Platform

/// The messages for a plugin: `hello`, then the items, then `end`. Items are encoded as the pipe accepts them.
///
/// Only the pipe limits the number of items in flight. A fixed window would hang every program that buffers its output,
/// as Python, jq and awk do.
struct SendQueue {
  private var items: any ItemSource
  private var bytes: [UInt8]
  private var position = 0
  private var next = 0
  private var hasEnd = false

  /// The size of a batch, in bytes. Each write wakes the plugin up, so batches are large.
  private static let batch = 1 << 16

  init(hello: [UInt8], items: any ItemSource) {
    self.items = items
    bytes = hello
  }

  /// The number of items written, including those still in the pipe.
  var itemsSent: Int { next }
  /// Whether everything is written, so that the pipe can be closed.
  var isFinished: Bool { hasEnd && position == bytes.count }

  /// Writes as much as the pipe accepts.
  ///
  /// - Parameter accepted: receives the bytes that the pipe accepted.
  /// - Returns: false if the plugin has closed its standard input.
  mutating func write(to pipes: ChildPipes, accepted: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    while true {
      if position == bytes.count { refill() }
      guard position < bytes.count else { return true }
      let transfer = bytes[position...].withUnsafeBufferPointer { rest in
        let transfer = pipes.write(rest)
        if case .moved(let count) = transfer { accepted(UnsafeBufferPointer(rebasing: rest[..<count])) }
        return transfer
      }
      switch transfer {
      case .moved(let count): position += count
      case .wouldBlock: return true
      case .ended, .failed: return false
      }
      // A pipe that accepted only a part is full.
      if position < bytes.count { return true }
      // The caller reads the plugin's output between two batches.
      if next < items.count { return true }
    }
  }

  private mutating func refill() {
    position = 0
    bytes.removeAll(keepingCapacity: true)
    guard !hasEnd else { return }
    items.write(from: &next, upTo: Self.batch, to: &bytes)
    if next == items.count {
      bytes += Array(#"{"t":"end"}"#.utf8) + [0x0A]
      hasEnd = true
    }
  }
}
