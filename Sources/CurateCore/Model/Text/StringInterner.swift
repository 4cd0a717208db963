import MarkdownSyntax

/// Gives equal texts equal numbers, from 0 in the order in which they come.
///
/// The bytes of all texts stand in one buffer, and a hash table of numbers leads to them: a text of 50 bytes takes 80, and
/// no memory of its own. In a dictionary of strings it took 150.
package struct StringInterner: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends.
  private var ends: [Int] = []
  /// Found by hash: half of the hash above, the number plus one below; 0 where there is nothing. A power of two of them,
  /// at most half of them taken.
  private var slots: [UInt64] = []

  package init() {}

  /// How many different texts there are.
  package var count: Int { ends.count }

  package subscript(number: Int) -> String { String(decoding: bytes[range(of: number)], as: UTF8.self) }

  /// Lends the bytes of a text.
  package func withBytes<Result>(_ number: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes.span.extracting(range(of: number)))
  }

  func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// Some bytes of a text.
  func text(in range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The number of a text, a new one if it has not come before.
  package mutating func intern(_ text: String) -> Int { intern(text.utf8Span.span) }

  /// The number of a text in UTF-8, a new one if it has not come before.
  package mutating func intern(_ text: Span<UInt8>) -> Int {
    if 2 * (ends.count + 1) > slots.count { grow() }
    let hash = Self.hash(text)
    let place = place(of: text, hash)
    if slots[place] != 0 { return Self.number(in: slots[place]) }
    text.withUnsafeBufferPointer { bytes += $0 }
    ends.append(bytes.count)
    slots[place] = hash << 32 | UInt64(ends.count)
    return ends.count - 1
  }

  /// The number of a text; nil if it has not come.
  package func existingIndex(of text: String) -> Int? {
    guard !slots.isEmpty else { return nil }
    let slot = slots[place(of: text.utf8Span.span, Self.hash(text.utf8Span.span))]
    return slot == 0 ? nil : Self.number(in: slot)
  }

  /// Hashes differ from process to process, so that nobody can write a list whose texts all share one.
  private static func hash(_ text: Span<UInt8>) -> UInt64 {
    var hasher = Hasher()
    text.withUnsafeBytes { hasher.combine(bytes: $0) }
    return UInt64(UInt32(truncatingIfNeeded: hasher.finalize()))
  }

  private static func number(in slot: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: slot)) - 1 }

  /// The slot of a text, or the free one where it would be.
  private func place(of text: Span<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(hash) & mask
    while slots[place] != 0, slots[place] >> 32 != hash || !holds(text, Self.number(in: slots[place])) {
      place = (place + 1) & mask
    }
    return place
  }

  private func holds(_ text: Span<UInt8>, _ number: Int) -> Bool {
    bytes.span.extracting(range(of: number)).hasBytes(of: text)
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
