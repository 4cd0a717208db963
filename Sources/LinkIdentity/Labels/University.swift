/// The table of universities, searched for every suffix of a host.
enum University {
  private static var table: HashedLines { HashedLines(slots: UniversityData.slots, lines: UniversityData.lines) }

  /// The state of the lookup of a host.
  enum Lookup {
    case pending
    case none
    /// The offset of its line.
    case line(Int)

    /// The suffix of the host that is in the table; nil for none.
    var domain: Bytes? {
      if case .line(let offset) = self { table.field(at: offset).text } else { nil }
    }

    /// The name of the university; nil for none.
    var name: Bytes? {
      if case .line(let offset) = self { table.field(at: table.field(at: offset).next).text } else { nil }
    }
  }

  /// Returns the line of the longest suffix of `host` in the table; never `pending`.
  static func lookUp(_ host: Bytes) -> Lookup {
    var found = Lookup.none
    table.forEachSuffix(of: host) { found = .line($0) }
    return found
  }

  /// The name of the university that a host belongs to.
  static func name(of host: Bytes) -> Bytes? { lookUp(host).name }
}
