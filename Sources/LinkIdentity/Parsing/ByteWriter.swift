/// Writes bytes into memory on the stack of `withCapacity`.
///
/// Bounds: `append` traps if the memory is full instead of writing past it. Callers of `withCapacity` reserve what they
/// write in the worst case, so a trap means a wrong estimate and never a certain input.
struct ByteWriter {
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  /// Calls `body` with a writer for at most `capacity` bytes.
  static func withCapacity<Result>(_ capacity: Int, _ body: (inout ByteWriter) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(capacity, 1)) { memory in
      var writer = ByteWriter(memory: memory)
      return body(&writer)
    }
  }

  private init(memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    precondition(count < memory.count)
    memory[count] = byte
    count &+= 1
  }

  @inline(__always)
  mutating func append(_ bytes: Bytes) {
    precondition(bytes.count <= memory.count - count)
    _ = memory[count..<count + bytes.count].update(fromContentsOf: bytes.buffer)
    count += bytes.count
  }

  @inline(__always) mutating func append(_ literal: StaticString) { append(Bytes(literal)) }

  /// Appends `%XX`.
  @inline(__always)
  mutating func appendEscaped(_ byte: UInt8) {
    append(ASCII.percent)
    append((byte >> 4).hexDigit)
    append(byte.hexDigit)
  }

  mutating func append(decimal number: UInt16) {
    if number >= 10 { append(decimal: number / 10) }
    append(0x30 + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Drops everything from `index` on.
  @inline(__always)
  mutating func truncate(to index: Int) {
    precondition(index >= 0 && index <= count)
    count = index
  }

  @inline(__always)
  subscript(index: Int) -> UInt8 {
    get {
      precondition(index >= 0 && index < count)
      return memory[index]
    }
    set {
      precondition(index >= 0 && index < count)
      memory[index] = newValue
    }
  }

  /// The bytes written so far; valid until the next write.
  @inline(__always)
  var written: Bytes {
    guard let start = memory.baseAddress else { return Bytes("") }
    return Bytes(start: UnsafePointer(start), count: count)
  }
}
