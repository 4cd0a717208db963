import Glibc

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
  /// - Returns: 0, or the system's `errno`.
  mutating func write(to descriptor: Int32, accepted: (UnsafeBufferPointer<UInt8>) -> Void) -> Int32 {
    while true {
      if position == bytes.count { refill() }
      guard position < bytes.count else { return 0 }
      let (count, code) = bytes[position...].withUnsafeBufferPointer { rest in
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        let code = errno
        if count > 0 { accepted(UnsafeBufferPointer(rebasing: rest[..<count])) }
        return (count, code)
      }
      if count < 0 {
        if code == EINTR { continue }
        return code == EAGAIN ? 0 : code
      }
      position += count
      // A pipe that took less than all is full.
      if position < bytes.count { return 0 }
      // Between two batches the plugin's answers are read.
      if next < items.count { return 0 }
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
