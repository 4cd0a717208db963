import Foundation
import Testing

@testable import LinkIdentity

/// The cases of the WHATWG URL suite without a base whose scheme is http or https.
@Suite struct WebPlatformTests {
  struct Case: Decodable {
    var input: String
    var base: String?
    var href: String?
    var failure: Bool?
  }

  /// A case, or a comment (a string) between cases.
  enum Entry: Decodable {
    case comment(String)
    case test(Case)
    init(from decoder: any Decoder) throws {
      if let text = try? decoder.singleValueContainer().decode(String.self) {
        self = .comment(text)
      } else {
        self = .test(try Case(from: decoder))
      }
    }
  }

  static func webCases() throws -> [Case] {
    try JSONDecoder().decode([Entry].self, from: Suites.data("wpt-urltestdata.json")).compactMap {
      guard case .test(let test) = $0, test.base == nil, isWeb(test.input) else { return nil }
      return test
    }
  }

  static func isWeb(_ input: String) -> Bool {
    let text = String(String.UnicodeScalarView(input.unicodeScalars.filter { $0.value > 0x20 })).lowercased()
    return text.hasPrefix("http:") || text.hasPrefix("https:")
  }

  static func serialized(_ url: String) -> String? {
    url.withBytes { $0.scanURL { if case .web(let parts) = $0 { parts.serialized } else { nil } } }
  }

  @Test(.enabled(if: Suites.has("wpt-urltestdata.json"), "the suite is missing: set CURATE_SUITES"))
  func everyCaseOfHTTPAndHTTPS() throws {
    let cases = try Self.webCases()
    #expect(cases.count >= 278)
    for test in cases {
      #expect(Self.serialized(test.input) == test.href, "\(test.input.debugDescription)")
    }
  }
}
