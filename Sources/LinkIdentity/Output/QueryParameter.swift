/// The names of query parameters that do not select the page.
enum QueryParameter {
  /// Whether the parameter only identifies a click, so that it may be dropped from any URL.
  static func isClickID(_ name: Bytes, onYouTube: Bool) -> Bool {
    switch name.count {
    case 2: onYouTube && name == "si"
    case 5:
      name == "gclid" || name == "dclid" || name == "yclid"
    case 6:
      name == "fbclid" || name == "mc_eid" || name == "igshid" || name == "twclid"
        || name == "_hsenc" || name == "wbraid" || name == "gbraid"
    case 7:
      name == "msclkid" || name == "mkt_tok"
    default: false
    }
  }

  /// Whether the parameter names a campaign.
  static func isUTM(_ name: Bytes) -> Bool { name.hasPrefixIgnoringCase("utm_") }

  /// Whether the parameter identifies the reader or where the reader came from. Such parameters are dropped from page keys
  /// only.
  static func isTracking(_ name: Bytes, onYouTube: Bool) -> Bool {
    if isClickID(name, onYouTube: onYouTube) || (onYouTube && isYouTubeSharing(name)) || hasTrackingPrefix(name) {
      return true
    }
    return switch name.count {
    case 3:
      name.equalsIgnoringCase("_ga") || name.equalsIgnoringCase("_gl")
    case 4:
      name.equalsIgnoringCase("cfid")
    case 5:
      name.equalsIgnoringCase("_hsmi") || name.equalsIgnoringCase("s_cid")
        || name.equalsIgnoringCase("zenid")
    case 6:
      name.equalsIgnoringCase("mc_cid") || name.equalsIgnoringCase("gclsrc")
        || name.equalsIgnoringCase("oscsid")
    case 7:
      name.equalsIgnoringCase("srsltid") || name.equalsIgnoringCase("ref_src")
        || name.equalsIgnoringCase("ref_url") || name.equalsIgnoringCase("vero_id")
        || name.equalsIgnoringCase("s_kwcid") || name.equalsIgnoringCase("cftoken")
    case 9:
      name.equalsIgnoringCase("vero_conv") || name.equalsIgnoringCase("phpsessid")
        || name.equalsIgnoringCase("sessionid")
    case 10:
      name.equalsIgnoringCase("oly_enc_id") || name.equalsIgnoringCase("rb_clickid")
        || name.equalsIgnoringCase("session_id") || name.equalsIgnoringCase("jsessionid")
    case 11:
      name.equalsIgnoringCase("trkcampaign") || name.equalsIgnoringCase("oly_anon_id")
    case 13:
      name.equalsIgnoringCase("ml_subscriber") || name.equalsIgnoringCase("hsctatracking")
    default: false
    }
  }

  private static func hasTrackingPrefix(_ name: Bytes) -> Bool {
    switch (name.first ?? 0).lowered {
    case UInt8(ascii: "u"): name.hasPrefixIgnoringCase("utm_")
    case UInt8(ascii: "p"): name.hasPrefixIgnoringCase("pk_") || name.hasPrefixIgnoringCase("piwik_")
    case UInt8(ascii: "m"): name.hasPrefixIgnoringCase("mtm_") || name.hasPrefixIgnoringCase("matomo_")
    case UInt8(ascii: "h"): name.hasPrefixIgnoringCase("hsa_")
    case UInt8(ascii: "a"): name.hasPrefixIgnoringCase("aspsessionid")
    default: false
    }
  }

  /// Whether the parameter records how a video was shared.
  private static func isYouTubeSharing(_ name: Bytes) -> Bool {
    name == "feature" || name == "ab_channel" || name == "pp"
  }
}

extension Bytes {
  /// Calls `body` with each part of this query between `&`, and the name in it.
  @inline(__always)
  func forEachParameter(_ body: (_ piece: Bytes, _ name: Bytes) -> Void) {
    var lower = 0
    while lower <= count {
      let upper = firstIndex(of: ASCII.ampersand, from: lower) ?? count
      let piece = self[lower..<upper]
      body(piece, piece.upTo(piece.firstIndex(of: ASCII.equals) ?? piece.count))
      lower = upper + 1
    }
  }

  /// The value of the first parameter of this query with a name; nil if there is none.
  func parameter(_ name: StaticString) -> Bytes? {
    var rest = self
    while true {
      let end = rest.firstIndex(of: ASCII.ampersand) ?? rest.count
      let piece = rest.upTo(end)
      if let equals = piece.firstIndex(of: ASCII.equals), piece.upTo(equals) == name { return piece.from(equals + 1) }
      guard end < rest.count else { return nil }
      rest = rest.from(end + 1)
    }
  }
}
