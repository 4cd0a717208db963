/// A growing array without bounds checks, for the hot loops of the parser.
///
/// Bounds: every index that the parser passes to the subscript was returned by `append` or is less than `count`. The
/// buffer shrinks only where the parser also drops the indices of the removed elements. Debug builds assert it.
struct GrowingBuffer<Element: BitwiseCopyable & Sendable>: ~Copyable {
  private(set) var base: UnsafeMutablePointer<Element>
  private(set) var capacity: Int
  var count = 0

  init(capacity: Int) {
    self.capacity = max(capacity, 4)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating _modify {
      assert(index >= 0 && index < count)
      yield &base[index]
    }
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow(to: count + 1) }
    (base + count).initialize(to: element)
    count += 1
  }

  mutating func append(from source: UnsafePointer<Element>, count added: Int) {
    if count + added > capacity { grow(to: count + added) }
    (base + count).initialize(from: source, count: added)
    count += added
  }

  @inline(__always)
  mutating func removeLast() {
    assert(count > 0)
    count -= 1
  }

  mutating func removeAll() { count = 0 }

  @inline(never)
  private mutating func grow(to needed: Int) {
    let larger = max(needed, capacity * 2)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    moved.moveInitialize(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  /// A copy of the elements.
  var array: [Element] { [Element](UnsafeBufferPointer(start: base, count: count)) }

  /// Moves the elements to a frozen buffer without copying them. The growing buffer is empty afterwards.
  mutating func freeze() -> FrozenBuffer<Element> {
    let frozen = FrozenBuffer(adopting: base, count: count)
    base = .allocate(capacity: 4)
    capacity = 4
    count = 0
    return frozen
  }
}

/// An immutable buffer with bounds checks, which threads can share.
///
/// The tree keeps its nodes in frozen buffers instead of arrays: copying them to arrays took a fifth of the parse time.
final class FrozenBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>?
  let count: Int

  /// Takes ownership of memory that `allocate` returned.
  fileprivate init(adopting base: UnsafeMutablePointer<Element>, count: Int) {
    self.base = base
    self.count = count
  }

  init() {
    base = nil
    count = 0
  }

  deinit { base?.deallocate() }

  var isEmpty: Bool { count == 0 }

  @inline(__always)
  subscript(index: Int) -> Element {
    guard let base, index >= 0, index < count else { preconditionFailure("index \(index) is not in 0..<\(count)") }
    return base[index]
  }

  /// Returns a copy of some of the elements.
  subscript(range: Range<Int>) -> [Element] { range.map { self[$0] } }
}
