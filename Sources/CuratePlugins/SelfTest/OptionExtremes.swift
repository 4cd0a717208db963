import CurateCore

extension OptionType {
  /// The values at the edges of what the option takes, as far as a manifest can declare it.
  var extremes: [OptionValue] {
    switch self {
    case .boolean: [.boolean(false), .boolean(true)]
    case .integer(let range):
      range.lowerBound == range.upperBound
        ? [.integer(range.lowerBound)] : [.integer(range.lowerBound), .integer(range.upperBound)]
    case .string: [.string(""), .string("ü \"'\\ \u{2028}🍵"), .string(String(repeating: "tea", count: 10_000))]
    case .choice(let names): names.map { .string($0) }
    case .list(let element):
      [.list([]), .list(element.extremes), .list(element.extremes.prefix(2).cycled(to: 1_000))]
    default: []
    }
  }

  /// Whether it holds texts of the user's own, of which some may be no use.
  var holdsText: Bool {
    switch self {
    case .string: true
    case .list(let element): element.holdsText
    default: false
    }
  }
}

extension ArraySlice {
  fileprivate func cycled(to count: Int) -> [Element] {
    isEmpty ? [] : (0..<count).map { self[startIndex + $0 % self.count] }
  }
}
