import LinkIdentity

/// The identities of links, as far as they were worked out.
///
/// Nearly all have nothing but a page key, whose bytes stand with those of all others in one buffer. As an array of
/// `Identity` they took 170 bytes a link, and 50 like this: a million links have 140 bytes each in their document.
struct IdentityTable: Sendable {
  /// By link, where its identity is.
  private var slots: [Slot] = []
  /// The bytes of plain page keys, one after the other.
  private var keys: [UInt8] = []
  /// Where each plain key ends.
  private var ends: [UInt32] = []
  /// Those with a fragment, a work or relatives.
  private var rich: [Identity] = []

  /// A place among the plain keys from 0, among the rich identities from -3 downwards.
  private struct Slot: Equatable, BitwiseCopyable, Sendable {
    var number: Int32
    static let unknown = Slot(number: -1)
    static let none = Slot(number: -2)
    static func plain(_ index: Int) -> Slot { Slot(number: Int32(truncatingIfNeeded: index)) }
    static func rich(_ index: Int) -> Slot { Slot(number: -3 - Int32(truncatingIfNeeded: index)) }
  }

  init(count: Int = 0) { slots = Array(repeating: .unknown, count: count) }

  func isKnown(_ id: LinkID) -> Bool { slots[id.index] != .unknown }

  /// The links whose identity was not worked out yet.
  var unknown: [LinkID] { slots.indices.lazy.filter { slots[$0] == .unknown }.map { LinkID($0) } }

  /// Nil for what has no identity, and for what is not known yet.
  func identity(of id: LinkID) -> Identity? {
    let number = Int(slots[id.index].number)
    if number >= 0 { return Identity(key: key(at: number)) }
    return number < -2 ? rich[-3 - number] : nil
  }

  mutating func set(_ identity: Identity?, of id: LinkID) {
    guard let identity else {
      slots[id.index] = .none
      return
    }
    if identity.isPlain, keys.count + identity.key.utf8.count < Int(UInt32.max) {
      slots[id.index] = .plain(ends.count)
      keys += identity.key.utf8
      ends.append(UInt32(truncatingIfNeeded: keys.count))
    } else {
      slots[id.index] = .rich(rich.count)
      rich.append(identity)
    }
  }

  /// Forgets what a link was the same as: it has another URL now.
  mutating func forget(_ id: LinkID) { slots[id.index] = .unknown }

  private func key(at index: Int) -> String {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return String(decoding: keys[start..<Int(ends[index])], as: UTF8.self)
  }
}
