/// Decides when a way of writing is the convention of a list or document: at least 80 % of at least five places.
enum Convention {
  /// The number of comparable places that a convention needs.
  static let minimumPlaces = 5

  /// Whether `count` of `all` places are enough.
  static func holds(_ count: Int, of all: Int) -> Bool { all >= minimumPlaces && count * 5 >= all * 4 }
}
