/// Why a URL that says `http:` or `https:` is none.
enum URLFailure: Error, Equatable, Sendable {
  case missingHost
  case portNotANumber
  case portOutOfRange
  case unclosedBracket
  case badIPv6
  case badIPv4
  case forbiddenHostCharacter
  case badInternationalHost

  /// One clause for people, without the URL.
  var reason: String {
    switch self {
    case .missingHost: "the host is missing"
    case .portNotANumber: "the port is not a number"
    case .portOutOfRange: "the port is over 65535"
    case .unclosedBracket: "the bracket of an IPv6 address is not closed"
    case .badIPv6: "the text in brackets is not an IPv6 address"
    case .badIPv4: "the host ends in a number but is not an IPv4 address"
    case .forbiddenHostCharacter: "the host has a character that no host may have"
    case .badInternationalHost: "the host is not a valid international domain name (UTS 46)"
    }
  }
}
