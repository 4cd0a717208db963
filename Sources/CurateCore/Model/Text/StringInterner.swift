import MarkdownSyntax

/// Interns strings: equal strings get the same index, starting at 0.
///
/// Stores the bytes of all strings in one buffer, with a hash table of indices: a string of 50 bytes takes 80 bytes and no
/// allocation of its own. In a dictionary of strings it took 150 bytes. Strings are compared byte for byte.
package struct StringInterner: Sendable {
  private var bytes: [UInt8] = []
  /// The end of each string in `bytes`.
  private var ends: [Int] = []
  /// An open-addressing hash table. The upper half of a slot is half of the hash, the lower half the index plus one; 0 is
  /// an empty slot. The number of slots is a power of two, and at most half of them are in use.
  private var slots: [UInt64] = []

  package init() {}

  /// The number of distinct strings.
  package var count: Int { ends.count }

  /// Returns the string with an index.
  package subscript(index: Int) -> String { String(decoding: bytes[range(of: index)], as: UTF8.self) }

  /// Calls `body` with the bytes of a string.
  package func withBytes<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(range(of: index)))
  }

  /// Returns the range of a string in the buffer.
  func range(of index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  /// Returns a part of a string, by its range in the buffer.
  func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Returns the index of a string; adds it if it is new.
  package mutating func intern(_ text: String) -> Int { intern(text.utf8Span.span) }

  /// Returns the index of a string in UTF-8; adds it if it is new.
  package mutating func intern(_ text: Span<UInt8>) -> Int {
    if 2 * (ends.count + 1) > slots.count { grow() }
    let hash = Self.hash(text)
    let place = place(of: text, hash)
    if slots[place] != 0 { return Self.index(in: slots[place]) }
    text.withUnsafeBufferPointer { bytes += $0 }
    ends.append(bytes.count)
    slots[place] = hash << 32 | UInt64(ends.count)
    return ends.count - 1
  }

  /// Returns the index of a string; nil if it has not been added.
  package func existingIndex(of text: String) -> Int? {
    guard !slots.isEmpty else { return nil }
    let slot = slots[place(of: text.utf8Span.span, Self.hash(text.utf8Span.span))]
    return slot == 0 ? nil : Self.index(in: slot)
  }

  /// Returns a hash with a seed that differs between processes, so that no list can be made to produce collisions.
  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hasher = Hasher()
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt64(UInt32(truncatingIfNeeded: hasher.finalize()))
  }

  private static func index(in slot: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: slot)) - 1 }

  /// Returns the slot of a string, or the empty slot to put it in.
  private func place(of text: Span<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place] != 0, slots[place] >> 32 != hash || !holds(text, Self.index(in: slots[place])) {
      place = (place + 1) & mask
    }
    return place
  }

  private func holds(_ text: Span<UInt8>, _ index: Int) -> Bool {
    bytes.span.extracting(range(of: index)).hasBytes(of: text)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: max(64, 2 * old.count))
    let mask = slots.count - 1
    for slot in old where slot != 0 {
      var place = Int(slot >> 32) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }
  }
}
