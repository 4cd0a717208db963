/// Which hosts are known to answer over https.
enum SecureHosts {
  static func isPreloaded(_ host: Bytes) -> Bool { false }
  static func isKnown(_ host: Bytes) -> Bool { false }
}
