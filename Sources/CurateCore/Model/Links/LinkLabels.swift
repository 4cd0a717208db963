public import LinkIdentity

/// The labels of links. Interns them, because a list of a million links has about a thousand distinct labels.
struct LinkLabels: Sendable {
  /// By link, the index in `distinct`.
  private var indices: [UInt32] = []
  private(set) var distinct: [Labels] = [Labels()]
  private var indexOfLabels: [Labels: UInt32] = [Labels(): 0]

  /// The labels of a link; nil while no link has labels.
  subscript(id: LinkID) -> Labels? { index(of: id).map { distinct[$0] } }

  /// Returns the index of a link's labels in `distinct`; nil while no link has labels.
  func index(of id: LinkID) -> Int? { id.index < indices.count ? Int(indices[id.index]) : nil }

  /// Returns the index of labels in `distinct`; adds them if they are new.
  mutating func intern(_ labels: Labels) -> Int {
    if let index = indexOfLabels[labels] { return Int(index) }
    indexOfLabels[labels] = UInt32(truncatingIfNeeded: distinct.count)
    distinct.append(labels)
    return distinct.count - 1
  }

  /// Sets the labels of a link.
  ///
  /// - Parameters:
  ///   - index: an index in `distinct`.
  ///   - count: the number of all links.
  mutating func set(_ index: Int, of id: LinkID, of count: Int) {
    if indices.count < count { indices += Array(repeating: 0, count: count - indices.count) }
    indices[id.index] = UInt32(truncatingIfNeeded: index)
  }
}

extension Collection {
  /// Returns the labels of a link; nil while no stage has set labels.
  public func labels(of id: LinkID) -> Labels? {
    labels[id]
  }

  /// Sets the labels of a link.
  public mutating func label(_ id: LinkID, _ newLabels: Labels) {
    labels.set(labels.intern(newLabels), of: id, of: links.count)
  }

  /// All distinct labels, so that values derived from labels can be computed once for each.
  package var distinctLabels: [Labels] { labels.distinct }

  /// Returns the index of a link's labels in `distinctLabels`; nil while no stage has set labels.
  package func labelsIndex(of id: LinkID) -> Int? { labels.index(of: id) }

  /// Returns the index of labels in `distinctLabels`; adds them if they are new.
  package mutating func internLabels(_ labels: Labels) -> Int { self.labels.intern(labels) }

  /// Sets the labels of a link.
  ///
  /// - Parameter index: an index that `internLabels` returned.
  package mutating func label(_ id: LinkID, index: Int) { labels.set(index, of: id, of: links.count) }
}
