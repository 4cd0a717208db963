/// Finds hosts that imitate other hosts.
struct HostScripts {
  /// The host in Unicode and lower case; empty if it imitates nothing.
  private let host: String

  init(_ url: ScannedURL) {
    guard url.hostKind == .domain, url.marks.contains(.internationalHost) || Self.hasImitations(url.host) else {
      host = ""
      return
    }
    host = InternationalDomain.unicodeLabels(of: url.host)
  }

  /// Whether an ASCII host contains characters that look like others (`0`, `1`, `rn`, `vv`) or A-labels (`xn--`).
  private static func hasImitations(_ host: Bytes) -> Bool {
    var previous: UInt8 = 0
    for byte in host.buffer {
      switch byte {
      case UInt8(ascii: "0"), UInt8(ascii: "1"): return true
      case UInt8(ascii: "n") where previous == UInt8(ascii: "r"): return true
      case UInt8(ascii: "v") where previous == byte, UInt8(ascii: "-") where previous == byte: return true
      default: previous = byte
      }
    }
    return false
  }

  var warnings: [URLWarning] {
    var warnings: [URLWarning] = []
    if host.isEmpty { return warnings }
    let isASCII = host.utf8.allSatisfy { $0 < 0x80 }
    for label in isASCII ? [] : host.split(separator: ".") {
      if let names = Self.mixture(in: label) {
        warnings.append(
          .init(rule: "mixed-script-host", message: "The part '\(label)' of the host mixes \(names) letters."))
      }
    }
    if let known = lookAlike {
      warnings.append(.init(rule: "look-alike-host", message: "The host '\(host)' looks like \(known)."))
    }
    return warnings
  }

  private enum Script: String { case latin, greek, cyrillic, armenian, hebrew, arabic, eastAsian = "East Asian", other }

  /// The names of scripts in a label that no language mixes in one word (simplified "highly restrictive" level of Unicode
  /// TS 39); nil if the label has no such mixture.
  private static func mixture(in label: Substring) -> String? {
    var scripts: [Script] = []
    for scalar in label.unicodeScalars {
      if let script = script(of: scalar.value), !scripts.contains(script) { scripts.append(script) }
    }
    guard scripts.count > 1 else { return nil }
    if Set(scripts) == [.latin, .eastAsian] { return nil }
    let names = scripts.map { $0 == .eastAsian || $0 == .other ? $0.rawValue : $0.rawValue.capitalizedName }
    return names.joined(separator: " and ")
  }

  /// The script of a letter; nil for digits, symbols and marks.
  private static func script(of point: UInt32) -> Script? {
    switch point {
    case 0x61...0x7a, 0xdf...0x24f, 0x1e00...0x1eff: .latin
    case 0x370...0x3ff, 0x1f00...0x1fff: .greek
    case 0x400...0x52f, 0x1c80...0x1c8f, 0x2de0...0x2dff, 0xa640...0xa69f: .cyrillic
    case 0x530...0x58f: .armenian
    case 0x590...0x5ff: .hebrew
    case 0x600...0x6ff, 0x750...0x77f, 0x8a0...0x8ff: .arabic
    case 0x1100...0x11ff, 0x3040...0x30ff, 0x3100...0x312f, 0x3400...0x9fff, 0xac00...0xd7a3, 0x20000...0x3ffff:
      .eastAsian
    case 0x700...0x74f, 0x780...0x89f, 0x900...0x10ff, 0x1200...0x1bff, 0x13a0...0x13ff: .other
    default: nil
    }
  }

  /// A host of the label rules that this host looks like; nil if there is none or this is that host.
  private var lookAlike: String? {
    let skeleton = Self.skeleton(of: host)
    guard !skeleton.elementsEqual(host.utf8) else { return nil }
    return skeleton.withBytes { name in
      var known: String?
      LabelRuleTable.table.forEachSuffix(of: name) { offset in
        let key = LabelRuleTable.rule(at: offset).key
        // A rule for a whole top-level domain does not name a host.
        guard key.firstIndex(of: ASCII.dot) != nil else { return }
        let isOwn = host == key.string || host.hasSuffix("." + key.string)
        if !isOwn { known = key.string }
      }
      return known
    }
  }

  /// The text with each letter replaced by the Latin letter that looks the same (a part of the Unicode confusables).
  private static func skeleton(of host: String) -> [UInt8] {
    var skeleton: [UInt8] = []
    for scalar in host.unicodeScalars {
      switch scalar {
      case "0": skeleton.append(UInt8(ascii: "o"))
      case "1": skeleton.append(UInt8(ascii: "l"))
      case _ where scalar.isASCII: skeleton.append(UInt8(truncatingIfNeeded: scalar.value))
      default: skeleton += Array(String(imitations.firstIndex(of: scalar).map { originals[$0] } ?? scalar).utf8)
      }
    }
    return skeleton.replacingPairs
  }

  private static let imitations = Array("аеорсхуіјѕԁԛԝһӏкмтвнгοανρικυτωɡıɩļœ".unicodeScalars)
  private static let originals = Array("aeopcxyijsdqwhlkmtbhroavpikutwgiilo".unicodeScalars)
}

extension String {
  fileprivate var capitalizedName: String { prefix(1).uppercased() + dropFirst() }
}

extension [UInt8] {
  /// The text with `rn` replaced by `m` and `vv` by `w`.
  fileprivate var replacingPairs: [UInt8] {
    var result: [UInt8] = []
    for byte in self {
      if byte == UInt8(ascii: "n"), result.last == UInt8(ascii: "r") {
        result[result.count - 1] = UInt8(ascii: "m")
      } else if byte == UInt8(ascii: "v"), result.last == UInt8(ascii: "v") {
        result[result.count - 1] = UInt8(ascii: "w")
      } else {
        result.append(byte)
      }
    }
    return result
  }
}
