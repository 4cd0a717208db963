/// A growing array without bounds checks, for the parser's hot loops.
///
/// Bounds: every index that the parser hands to the subscript was returned by `append` (or is below `count`) and the
/// buffer only shrinks where the parser drops those indices too; debug builds assert it.
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

  /// Hands the elements over without copying them; the buffer is empty afterwards.
  mutating func freeze() -> FrozenBuffer<Element> {
    let frozen = FrozenBuffer(adopting: base, count: count)
    base = .allocate(capacity: 4)
    capacity = 4
    count = 0
    return frozen
  }
}

/// A finished `GrowingBuffer`: it never changes again, may be shared between threads, and checks its bounds.
///
/// The tree keeps its nodes here rather than in an array: copying them at the end cost a fifth of the whole parse.
final class FrozenBuffer<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Element>?
  let count: Int

  /// Takes over memory that `allocate` gave.
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
    guard let base, index >= 0, index < count else { preconditionFailure("index \(index) of \(count)") }
    return base[index]
  }

  /// A copy of some of the elements.
  subscript(range: Range<Int>) -> [Element] { range.map { self[$0] } }
}
