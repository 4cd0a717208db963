/// A hash table from labels of link reference definitions or footnotes to their index. Labels are normalized as
/// CommonMark section 4.7 specifies.
struct ReferenceLabelTable: ~Copyable {
  /// The normalized labels, one after the other.
  private var keys = GrowingBuffer<UInt8>(capacity: 64)
  private var entries = GrowingBuffer<ReferenceLabel>(capacity: 8)
  /// Open addressing: the index of an entry + 1, or 0 for a free slot.
  private var slots = GrowingBuffer<UInt32>(capacity: 16)
  private(set) var count = 0

  init() {
    for _ in 0..<16 { slots.append(0) }
  }

  var isEmpty: Bool { count == 0 }

  /// Adds a label unless the table contains it: the first definition takes precedence.
  mutating func insert(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, value: Int) {
    let keyStart = keys.count
    normalize(base, start, end)
    if keys.count == keyStart || find(keyStart) != nil {
      keys.count = keyStart
      return
    }
    entries.append(
      ReferenceLabel(
        hash: hash(keyStart), start: UInt32(truncatingIfNeeded: keyStart),
        end: UInt32(truncatingIfNeeded: keys.count), value: UInt32(truncatingIfNeeded: value)))
    count += 1
    if count * 2 > slots.count { growSlots() } else { place(count - 1) }
  }

  /// Returns the value of a label, if it is defined.
  mutating func lookUp(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    let keyStart = keys.count
    normalize(base, start, end)
    defer { keys.count = keyStart }
    return keys.count == keyStart ? nil : find(keyStart)
  }

  private func find(_ keyStart: Int) -> Int? {
    let hash = hash(keyStart)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      countSteps(1)
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, isEqual(entry, keyStart) { return Int(entry.value) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func isEqual(_ entry: ReferenceLabel, _ keyStart: Int) -> Bool {
    let length = keys.count - keyStart
    if Int(entry.end - entry.start) != length { return false }
    for offset in 0..<length where keys[Int(entry.start) + offset] != keys[keyStart + offset] { return false }
    return true
  }

  /// Puts an entry into the first free slot for its hash.
  private func place(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(index + 1)
  }

  private mutating func growSlots() {
    let size = slots.count * 4
    slots.removeAll()
    for _ in 0..<size { slots.append(0) }
    for index in 0..<count { place(index) }
  }

  /// FNV-1a, followed by the first half of MurmurHash3's final mix.
  private func hash(_ keyStart: Int) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in keyStart..<keys.count { hash = (hash ^ UInt64(keys[index])) &* 0x100_0000_01B3 }
    // The mix spreads keys that differ in their last digits only; linear probing would cluster them.
    hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ (hash >> 33)
  }

  /// Appends the case-folded label without outer white space, and with each inner run of white space replaced by one
  /// space.
  private mutating func normalize(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
    countSteps(end - start)
    let keyStart = keys.count
    var index = start
    var hasPendingSpace = false
    while index < end {
      let byte = base[index]
      if byte.isSpace {
        hasPendingSpace = true
        index += 1
        continue
      }
      if hasPendingSpace, keys.count > keyStart { keys.append(0x20) }
      hasPendingSpace = false
      if byte < 0x80 {
        keys.append(byte.lowercased)
        index += 1
      } else {
        let (scalar, length) = decodeScalar(base, index, end)
        // Uppercasing between two lowercasings results in Unicode's full case folding (`ẞ` → `ss`).
        for byte in scalar.properties.lowercaseMapping.uppercased().lowercased().utf8 { keys.append(byte) }
        index += length
      }
    }
  }
}

/// An entry of a `ReferenceLabelTable`: the range of its normalized label, the hash of that label, and its value.
struct ReferenceLabel: BitwiseCopyable {
  var hash: UInt64
  var start: UInt32
  var end: UInt32
  var value: UInt32
}
