/// A generated table of lines `key TAB …`, found by the hash of the key. A line is parsed only when it is read.
///
/// Bounds: the generator writes only offsets of line starts, a test looks up every key, and every slice is checked.
struct HashedLines {
  let slots: Bytes
  let lines: Bytes

  init(slots: StaticString, lines: StaticString) {
    self.slots = Bytes(slots)
    self.lines = Bytes(lines)
  }

  /// FNV-1a over the bytes from last to first, so that one pass over a host yields the hashes of all its suffixes.
  struct Hash {
    private(set) var value: UInt32 = 0x811c_9dc5

    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt32(byte)) &* 0x0100_0193 }

    @inline(__always)
    mutating func add(_ bytes: Bytes) {
      var index = bytes.count
      while index > 0 {
        index -= 1
        add(bytes[index])
      }
    }
  }

  /// - Parameter mark: the byte before the key in the table; 0 for none.
  /// - Returns: the offset of the first line of the key; nil if there is none.
  @inline(__always)
  func offset(of key: Bytes, mark: UInt8 = 0) -> Int? {
    var hash = Hash()
    hash.add(key)
    if mark != 0 { hash.add(mark) }
    return offset(of: key, mark: mark, hash: hash)
  }

  /// Returns the offset of the first line of a key whose hash (of key and mark) is already computed.
  @inline(__always)
  func offset(of key: Bytes, mark: UInt8 = 0, hash: Hash) -> Int? {
    let count = slots.count / 4
    var index = Int(hash.value) & (count - 1)
    while let offset = slot(index) {
      if isKey(key, mark: mark, at: offset) { return offset }
      index = (index + 1) & (count - 1)
    }
    return nil
  }

  /// The offset in a slot, four characters of six bits; nil for an empty slot.
  @inline(__always)
  private func slot(_ index: Int) -> Int? {
    let base = index * 4
    var value = 0
    for place in 0..<4 { value = value << 6 | Int(slots[base + place] &- 0x30) }
    return value == 0 ? nil : value - 1
  }

  /// Whether the line at `offset` has this key.
  @inline(__always)
  func isKey(_ key: Bytes, mark: UInt8 = 0, at offset: Int) -> Bool {
    var start = offset
    if mark != 0 {
      guard start < lines.count, lines[start] == mark else { return false }
      start += 1
    }
    return lines.matches(key, at: start) && start + key.count < lines.count && lines[start + key.count] == 0x09
  }

  /// The text from `offset` to the next tab or line end, and the offset of the next field.
  func field(at offset: Int) -> (text: Bytes, next: Int) {
    // Tabs and line ends are the only control characters of a table.
    let end = lines.firstIndex(below: 0x20, from: offset) ?? lines.count
    return (lines[offset..<end], end + 1)
  }

  /// Calls `body` for each suffix of `host` on a label boundary that has a line, the shortest first.
  @inline(__always)
  func forEachSuffix(of host: Bytes, _ body: (_ offset: Int) -> Void) {
    var hash = Hash()
    var index = host.count
    while index > 0 {
      index -= 1
      hash.add(host[index])
      guard index == 0 || host[index - 1] == ASCII.dot else { continue }
      if let offset = offset(of: host.from(index), hash: hash) { body(offset) }
    }
  }
}
