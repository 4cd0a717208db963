/// The names of query parameters that say nothing about the page.
enum QueryParameter {
  /// Whether the parameter only identifies one click, so that it may be taken away from any URL.
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

  static func isUTM(_ name: Bytes) -> Bool { name.hasPrefixIgnoringCase("utm_") }

  /// Whether the parameter tells where the reader came from or who the reader is; for the key only.
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

  /// How a video came to be shared.
  private static func isYouTubeSharing(_ name: Bytes) -> Bool {
    name == "feature" || name == "ab_channel" || name == "pp"
  }
}

extension Bytes {
  /// Whether this canonical host is YouTube.
  var isYouTube: Bool {
    switch withoutRootDot.last {
    case UInt8(ascii: "e"): return isHost("youtu.be")
    case UInt8(ascii: "m"): return isHost("youtube.com") || isHost("youtube-nocookie.com")
    default: return false
    }
  }

  /// Without the dot of the root, which a host may end in.
  @inline(__always) var withoutRootDot: Bytes { count > 1 && last == ASCII.dot ? upTo(count - 1) : self }

  /// Whether this canonical host is `domain` or below it.
  @inline(__always)
  func isHost(_ domain: StaticString) -> Bool { withoutRootDot.isSuffixHost(Bytes(domain)) }
}
