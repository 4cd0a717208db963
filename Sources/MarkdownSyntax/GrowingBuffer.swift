/// A growing array without bounds checks, for the parser's hot loops.
///
/// Bounds: every index that the parser hands to the subscript was returned by `append` (or is below `count`) and the
/// buffer only shrinks where the parser drops those indices too; debug builds assert it.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
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
    let larger = max(needed, capacity + capacity / 2 + 16)
    let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
    moved.moveInitialize(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  /// A copy of the elements.
  var array: [Element] {
    [Element](unsafeUninitializedCapacity: count) { target, initialized in
      if count > 0, let start = target.baseAddress { start.initialize(from: base, count: count) }
      initialized = count
    }
  }
}
