/// Splits a stream of bytes into lines at LF. No other character ends a line.
struct LineSplitter {
  /// The maximum length of a line in bytes. A longer line sets `isOverfull`.
  let limit: Int
  private(set) var isOverfull = false
  private var rest: [UInt8] = []

  init(limit: Int) { self.limit = limit }

  /// Passes every line that ends in `bytes` to `take`, without its LF.
  mutating func split<Failure: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>, _ take: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) {
    var start = 0
    while start < bytes.count {
      let tail = UnsafeBufferPointer(rebasing: bytes[start...])
      guard let end = tail.firstIndex(of: 0x0A) else {
        keep(tail)
        return
      }
      let line = UnsafeBufferPointer(rebasing: tail[..<end])
      start += end + 1
      if rest.isEmpty {
        isOverfull = isOverfull || line.count > limit
        if !isOverfull { try take(line) }
      } else {
        keep(line)
        let whole = rest
        rest.removeAll(keepingCapacity: whole.count <= 1 << 16)
        if isOverfull { return }
        // `withUnsafeBufferPointer` does not support typed errors, so the closure returns the error.
        let failure: Failure? = whole.withUnsafeBufferPointer { buffer in
          do throws(Failure) { try take(buffer) } catch { return error }
          return nil
        }
        if let failure { throw failure }
      }
      if isOverfull { return }
    }
  }

  private mutating func keep(_ bytes: UnsafeBufferPointer<UInt8>) {
    if rest.count + bytes.count > limit {
      isOverfull = true
    } else {
      rest.append(contentsOf: bytes)
    }
  }

  /// The bytes after the last LF.
  var remainder: [UInt8] { rest }
}
