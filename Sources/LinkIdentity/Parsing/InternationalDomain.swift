enum InternationalDomain {
  static func toASCII(_ domain: String) -> [UInt8]? { nil }
  static func lowered(_ host: Bytes) -> [UInt8]? { nil }
  static func mapped(_ host: Bytes) -> String? { nil }
}
