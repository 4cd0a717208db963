import LinkIdentity

/// The labels of links. A list of a million links has some thousand different ones, each kept once.
struct LinkLabels: Sendable {
  /// By link, its place in `distinct`.
  private var numbers: [UInt32] = []
  private(set) var distinct: [Labels] = [Labels()]
  private var places: [Labels: UInt32] = [Labels(): 0]

  /// Nil as long as no link has labels.
  subscript(id: LinkID) -> Labels? { index(of: id).map { distinct[$0] } }

  /// The place of a link's labels among the different ones; nil as long as no link has labels.
  func index(of id: LinkID) -> Int? { id.index < numbers.count ? Int(numbers[id.index]) : nil }

  /// The place of labels among the different ones, a new one if no link has them yet.
  mutating func intern(_ labels: Labels) -> Int {
    if let place = places[labels] { return Int(place) }
    places[labels] = UInt32(truncatingIfNeeded: distinct.count)
    distinct.append(labels)
    return distinct.count - 1
  }

  /// - Parameters:
  ///   - number: the place of a link's labels among the different ones.
  ///   - count: of all links.
  mutating func set(_ number: Int, of id: LinkID, of count: Int) {
    if numbers.count < count { numbers += Array(repeating: 0, count: count - numbers.count) }
    numbers[id.index] = UInt32(truncatingIfNeeded: number)
  }
}
