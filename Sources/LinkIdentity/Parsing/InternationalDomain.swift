/// International domain names by UTS 46 as the WHATWG URL Standard applies it: nontransitional, with the bidi and joiner
/// checks, without the hyphen, STD3 and length checks.
enum InternationalDomain {
  /// The longest domain that is processed, in bytes. DNS allows 253.
  static let longestDomain = 4_096

  /// Converts a domain with characters outside ASCII to A-labels ("domain to ASCII").
  ///
  /// - Returns: nil if the domain is not valid.
  static func toASCII(_ domain: String) -> [UInt8]? {
    guard domain.utf8.count <= longestDomain, let points = mapped(domain) else { return nil }
    var labels: [Label] = []
    for part in points.split(separator: UInt32(ASCII.dot), omittingEmptySubsequences: false) {
      guard let label = Label(part) else { return nil }
      labels.append(label)
    }
    if labels.contains(where: \.isRightToLeft), !labels.allSatisfy(\.followsBidiRule) { return nil }
    var result: [UInt8] = []
    for (index, label) in labels.enumerated() {
      if index > 0 { result.append(ASCII.dot) }
      guard let ascii = label.ascii else { return nil }
      result += ascii
    }
    return result
  }

  /// Maps and normalizes a domain.
  ///
  /// - Returns: nil if a character is disallowed.
  private static func mapped(_ domain: String) -> [UInt32]? {
    var points: [UInt32] = []
    for scalar in domain.unicodeScalars {
      let properties = UnicodeTable.properties(of: scalar.value)
      switch properties.status {
      case .valid: points.append(scalar.value)
      case .mapped: points += properties.mapping
      case .ignored: break
      case .disallowed: return nil
      }
    }
    return NormalizationFormC.normalize(points)
  }

  /// A written host in lower case: mapped and normalized, with international labels in Unicode.
  static func unicode(_ host: Bytes) -> String? {
    guard let points = mapped(host.percentDecoded.withBytes(\.string)) else { return nil }
    return String(String.UnicodeScalarView(points.compactMap(Unicode.Scalar.init)))
  }

  /// A written host in which each upper-case letter is lowered if UTS 46 maps it to its lower-case letter.
  static func lowered(_ host: Bytes) -> [UInt8] {
    var result = String.UnicodeScalarView()
    for scalar in host.string.unicodeScalars {
      let lower = scalar.properties.lowercaseMapping.unicodeScalars
      let properties = UnicodeTable.properties(of: scalar.value)
      if properties.status == .mapped, lower.map(\.value) == properties.mapping {
        result.append(contentsOf: lower)
      } else {
        result.append(scalar)
      }
    }
    return Array(String(result).utf8)
  }
}

/// One label of a domain that meets the validity criteria (UTS 46, section 4.1).
private struct Label {
  /// In Unicode.
  let points: [UInt32]
  let properties: [UnicodeTable.Properties]
  /// The label in DNS; nil if Punycode cannot encode it.
  let ascii: [UInt8]?

  init?(_ part: ArraySlice<UInt32>) {
    if part.starts(with: "xn--".utf8.map(UInt32.init)) {
      guard let decoded = Punycode.decode(part.dropFirst(4)), decoded.contains(where: { $0 >= 0x80 }),
        NormalizationFormC.normalize(decoded) == decoded
      else { return nil }
      points = decoded
      ascii = part.map { UInt8(truncatingIfNeeded: $0) }
    } else {
      points = Array(part)
      ascii =
        part.allSatisfy { $0 < 0x80 }
        ? part.map { UInt8(truncatingIfNeeded: $0) } : Punycode.encode(points).map { Array("xn--".utf8) + $0 }
    }
    properties = points.map(UnicodeTable.properties)
    guard properties.first?.isMark != true, properties.allSatisfy({ $0.status == .valid }), hasValidJoiners else {
      return nil
    }
  }

  /// Whether the joiners U+200C and U+200D are only where RFC 5892, appendix A, allows them.
  private var hasValidJoiners: Bool {
    for (index, point) in points.enumerated() where point == 0x200c || point == 0x200d {
      let virama: UInt8 = 9
      if index > 0, properties[index - 1].combiningClass == virama { continue }
      guard point == 0x200c, joinsBefore(index), joinsAfter(index) else { return false }
    }
    return true
  }

  private func joinsBefore(_ index: Int) -> Bool {
    let letter = properties[..<index].last { $0.joining != .transparent }
    return letter?.joining == .left || letter?.joining == .dual
  }

  private func joinsAfter(_ index: Int) -> Bool {
    let letter = properties[(index + 1)...].first { $0.joining != .transparent }
    return letter?.joining == .right || letter?.joining == .dual
  }

  /// Whether the bidi rule applies to the domain of this label.
  var isRightToLeft: Bool { properties.contains { $0.bidi == .r || $0.bidi == .al || $0.bidi == .an } }

  /// Whether the label meets the six conditions of RFC 5893, section 2.
  var followsBidiRule: Bool {
    guard let first = properties.first?.bidi else { return true }
    let end = properties.last { $0.bidi != .nsm }?.bidi
    switch first {
    case .r, .al:
      let allowed: [UnicodeTable.Bidi] = [.r, .al, .an, .en, .es, .cs, .et, .on, .bn, .nsm]
      guard properties.allSatisfy({ allowed.contains($0.bidi) }) else { return false }
      guard end == .r || end == .al || end == .en || end == .an else { return false }
      return !(properties.contains { $0.bidi == .en } && properties.contains { $0.bidi == .an })
    case .l:
      let allowed: [UnicodeTable.Bidi] = [.l, .en, .es, .cs, .et, .on, .bn, .nsm]
      return properties.allSatisfy { allowed.contains($0.bidi) } && (end == .l || end == .en)
    default: return false
    }
  }
}

extension InternationalDomain {
  /// A canonical host with its A-labels decoded. A label that does not decode is kept.
  static func unicodeLabels(of host: Bytes) -> String {
    guard host.contains("xn--") else { return host.string }
    let labels = host.string.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false).map { label in
      let points = label.map(\.value)
      guard points.starts(with: "xn--".utf8.map(UInt32.init)), let decoded = Punycode.decode(points.dropFirst(4)) else {
        return String(label)
      }
      return String(String.UnicodeScalarView(decoded.compactMap(Unicode.Scalar.init)))
    }
    return labels.joined(separator: ".")
  }
}
