/// The Unicode properties that UTS 46 asks for, read in place.
///
/// Bounds: all offsets come from the generator, which writes whole records; every slice is checked.
enum UnicodeTable {
  enum Status: UInt8 {
    case valid = 0x56
    case mapped = 0x4d
    case ignored = 0x49
    case disallowed = 0x58
  }

  /// The bidirectional classes that RFC 5893 names, in the order of the generator.
  enum Bidi: UInt8 {
    case l, r, al, en, es, et, an, cs, nsm, bn, b, s, ws, on, lre, lro, rle, rlo, pdf, lri, rli, fsi, pdi
  }

  /// The joining types (ArabicShaping.txt), in the order of the generator.
  enum Joining: UInt8 { case nonJoining, left, right, dual, transparent, causing }

  struct Properties {
    var status: Status
    var bidi: Bidi
    var joining: Joining
    var isMark: Bool
    var combiningClass: UInt8
    var mapping: [UInt32]
  }

  private static let propertyWidth = 13
  private static let pairWidth = 12

  static func properties(of point: UInt32) -> Properties {
    let table = Bytes(UnicodeData.properties)
    let row = lastRow(of: table, width: propertyWidth) { $0.number(at: 0, 4) <= point }
    let record = table[row * propertyWidth..<(row + 1) * propertyWidth]
    let flags = UInt8(truncatingIfNeeded: record.number(at: 6, 1))
    let start = Int(record.number(at: 9, 3))
    let count = Int(record.number(at: 12, 1))
    let mappings = Bytes(UnicodeData.mappings)
    return Properties(
      status: Status(rawValue: record[4]) ?? .disallowed,
      bidi: Bidi(rawValue: UInt8(truncatingIfNeeded: record.number(at: 5, 1))) ?? .l,
      joining: Joining(rawValue: flags & 7) ?? .nonJoining, isMark: flags & 8 != 0,
      combiningClass: UInt8(truncatingIfNeeded: record.number(at: 7, 2)),
      mapping: (start..<start + count).map { mappings.number(at: $0 * 4, 4) })
  }

  /// One step of the canonical decomposition, Hangul apart; `second` is 0 if there is none.
  static func decomposition(of point: UInt32) -> (first: UInt32, second: UInt32)? {
    let table = Bytes(UnicodeData.decompositions)
    let row = lastRow(of: table, width: pairWidth) { $0.number(at: 0, 4) <= point }
    guard row >= 0 else { return nil }
    let record = table[row * pairWidth..<(row + 1) * pairWidth]
    guard record.number(at: 0, 4) == point else { return nil }
    return (record.number(at: 4, 4), record.number(at: 8, 4))
  }

  /// The primary composite of two code points, Hangul apart.
  static func composite(of first: UInt32, _ second: UInt32) -> UInt32? {
    let table = Bytes(UnicodeData.compositions)
    let row = lastRow(of: table, width: pairWidth) {
      ($0.number(at: 0, 4), $0.number(at: 4, 4)) <= (first, second)
    }
    guard row >= 0 else { return nil }
    let record = table[row * pairWidth..<(row + 1) * pairWidth]
    return (record.number(at: 0, 4), record.number(at: 4, 4)) == (first, second) ? record.number(at: 8, 4) : nil
  }

  /// The last row for which `isBefore` holds; -1 if there is none. The rows are in order.
  private static func lastRow(of table: Bytes, width: Int, _ isBefore: (Bytes) -> Bool) -> Int {
    var lower = 0
    var upper = table.count / width
    while lower < upper {
      let middle = (lower + upper) / 2
      if isBefore(table[middle * width..<(middle + 1) * width]) { lower = middle + 1 } else { upper = middle }
    }
    return lower - 1
  }
}

extension Bytes {
  /// A number written as `count` characters of six bits, '0' to 'o'.
  fileprivate func number(at offset: Int, _ count: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in offset..<offset + count { value = value << 6 | UInt32(self[index] &- 0x30) }
    return value
  }
}
