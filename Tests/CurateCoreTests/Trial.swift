import MarkdownSyntax
import Testing

@testable import CurateCore

/// A document in memory that a test changes.
struct Trial {
  var list: Collection

  init(_ text: String) throws {
    list = Collection([Input(path: "list.md", bytes: Array(text.utf8))])
    try list.parse()
    list.begin(stage: "trial")
  }

  var output: String {
    String(decoding: list.resolveEdits()[0].apply(to: list.documents[0].source), as: UTF8.self)
  }

  /// The account of the changes so far; parses the output.
  var account: LinkAccount {
    LinkAccount(
      of: list, resolvedEdits: list.resolveEdits(), outputs: [Array(output.utf8)])
  }

  /// The links whose URL is `url`, in order.
  func links(_ url: String) -> [LinkID] { list.links.map(\.id).filter { list.sourceURL(of: $0) == url } }

  func link(_ url: String) throws -> LinkID { try #require(links(url).first) }
}

/// A pseudo-random generator with the same numbers in every run (SplitMix64).
struct Generator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
