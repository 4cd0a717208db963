/// The hosts that are known to serve https.
enum SecureHosts {
  private static var table: HashedLines { HashedLines(slots: SecureHostData.slots, lines: SecureHostData.lines) }

  /// Whether browsers request this host only over https (HSTS preload list of Chromium).
  ///
  /// The table has the top-level domains of that list and the hosts that label rules name. URLs of other hosts are left
  /// unchanged.
  static func isPreloaded(_ host: Bytes) -> Bool {
    var found = false
    table.forEachSuffix(of: host) { offset in
      let isItself = table.isKey(host, at: offset) || table.isKey(host.withoutWWW, at: offset)
      if marks(at: offset, contain: "P") || (isItself && marks(at: offset, contain: "p")) { found = true }
    }
    return found
  }

  /// Whether the host is in the list made by hand.
  static func isKnown(_ host: Bytes) -> Bool {
    guard let offset = table.offset(of: host.withoutWWW) else { return false }
    return marks(at: offset, contain: "k")
  }

  private static func marks(at offset: Int, contain mark: Unicode.Scalar) -> Bool {
    let marks = table.field(at: table.field(at: offset).next).text
    return marks.firstIndex(of: UInt8(ascii: mark)) != nil
  }
}
