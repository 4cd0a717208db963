import Platform

/// What is to be written to a plugin: the hello, then the items, then `end`, made as the pipe takes them.
///
/// No number of items in flight is limited, only the pipe does that: a window would hang every program that buffers its
/// output (Python, jq and awk do).
struct Outbox {
  private var items: any ItemSource
  private var bytes: [UInt8]
  private var position = 0
  private var next = 0
  private var hasEnd = false

  /// Fewer and larger writes: a write wakes the plugin up.
  private static let batch = 1 << 16

  init(hello: [UInt8], items: any ItemSource) {
    self.items = items
    bytes = hello
  }

  /// How many items the plugin has been given, those in the pipe included.
  var itemsSent: Int { next }
  /// Whether all is said, so that the pipe can be closed.
  var isFinished: Bool { hasEnd && position == bytes.count }

  /// Writes as much as the pipe takes.
  ///
  /// - Parameter accepted: gets what the pipe took.
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
      // A pipe that took less than all is full.
      if position < bytes.count { return true }
      // Between two batches the plugin's answers are read.
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
