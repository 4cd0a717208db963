internal import CPlatform
internal import Glibc

/// Processors that threads may run on (`cpu_set_t`, `CPU_SET(3)`).
struct ProcessorSet {
  private var set = cpu_set_t()

  /// Those that this process may use; none if the system has more than a set can hold.
  static let allowed: ProcessorSet = {
    var processors = ProcessorSet()
    if sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &processors.set) != 0 { processors.set = cpu_set_t() }
    return processors
  }()

  var count: Int { withUnsafeBytes(of: set) { $0.reduce(0) { $0 + $1.nonzeroBitCount } } }

  /// All but the one that this thread runs on.
  var others: ProcessorSet {
    var others = self
    let (word, bit) = Int(sched_getcpu()).quotientAndRemainder(dividingBy: UInt.bitWidth)
    withUnsafeMutableBytes(of: &others.set) { bytes in
      let words = bytes.assumingMemoryBound(to: UInt.self)
      if words.indices.contains(word) { words[word] &= ~(1 << UInt(bit)) }
    }
    return others
  }

  /// Has a thread begin on these processors.
  func confine(_ attributes: inout pthread_attr_t) {
    var set = set
    pthread_attr_setaffinity_np(&attributes, MemoryLayout<cpu_set_t>.size, &set)
  }

  /// Has this thread run on these processors from now on.
  func confineThisThread() {
    var set = set
    pthread_setaffinity_np(pthread_self(), MemoryLayout<cpu_set_t>.size, &set)
  }
}
