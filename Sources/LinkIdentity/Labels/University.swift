/// The table of universities, searched on every parent suffix of a host.
enum University {
  private static var table: HashedLines { HashedLines(slots: UniversityData.slots, lines: UniversityData.lines) }

  /// The longest suffix of a host that is in the table.
  static func domain(of host: Bytes) -> Bytes? {
    offset(of: host).map { table.field(at: $0).text }
  }

  /// The name of the university that a host belongs to.
  static func name(of host: Bytes) -> Bytes? {
    offset(of: host).map { table.field(at: table.field(at: $0).next).text }
  }

  private static func offset(of host: Bytes) -> Int? {
    var longest: Int?
    table.forEachSuffix(of: host) { longest = $0 }
    return longest
  }
}
