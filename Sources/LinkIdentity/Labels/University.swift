/// The table of universities, searched on every parent suffix of a host.
enum University {
  private static var table: HashedLines { HashedLines(slots: UniversityData.slots, lines: UniversityData.lines) }

  /// Whether a host was looked for, and where its line starts.
  enum Lookup {
    case pending
    case none
    case line(Int)

    /// The suffix of the host that is in the table.
    var domain: Bytes? {
      if case .line(let offset) = self { table.field(at: offset).text } else { nil }
    }

    var name: Bytes? {
      if case .line(let offset) = self { table.field(at: table.field(at: offset).next).text } else { nil }
    }
  }

  /// The line of the longest suffix of `host`; never `pending`.
  static func lookUp(_ host: Bytes) -> Lookup {
    var found = Lookup.none
    table.forEachSuffix(of: host) { found = .line($0) }
    return found
  }

  /// The name of the university that a host belongs to.
  static func name(of host: Bytes) -> Bytes? { lookUp(host).name }
}
