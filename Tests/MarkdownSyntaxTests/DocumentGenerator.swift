/// A random number generator that produces a fixed sequence for each seed (SplitMix64).
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func next(below bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// Generates random documents from pieces of markup that interact with each other.
struct DocumentGenerator {
  private var random: SplitMix
  /// Whether documents can contain math, which other parsers do not support.
  var withMath = true

  init(seed: UInt64) { random = SplitMix(state: seed &* 2_654_435_761) }

  mutating func document() -> [UInt8] {
    var text = ""
    for _ in 0..<(1 + random.next(below: 9)) {
      text += pick(Self.prefixes)
      for _ in 0..<(1 + random.next(below: 7)) { text += inline() }
      text += pick(Self.endings)
    }
    return Array(text.utf8)
  }

  private mutating func inline() -> String {
    let piece = pick(Self.inlines)
    return withMath || !piece.contains("$") ? piece : "m"
  }

  private mutating func pick(_ pieces: [String]) -> String { pieces[random.next(below: pieces.count)] }

  private static let prefixes = [
    "", "", "", "", "> ", ">", "- ", "* ", "+   ", "1. ", "12) ", "# ", "### ", "    ", "\t", "  ", "   ", "```\n",
    "~~~ x\n",
    "- > ", "> - ", "-\t", "- [ ] ", "- [x] ", "| a | b |\n|---|:-:|\n", "|", "***\n", "<div>\n", "<!-- ",
    "[a]: /u 'T'\n",
    "[^n]: ", "$$\n", "===\n", "---\n", "> > ", "      ", "a | b\n-|-\n",
  ]
  private static let inlines = [
    "word", " ", " ", "*", "**", "_", "__", "***", "~", "~~", "`", "``", "[", "]", "![", "](u)", "](<u v> \"t\")",
    "][a]", "[a]",
    "(", ")", "<b>", "</b>", "<a href='x y'>", "<!-- c -->", "<http://x.y>", "<m@n.o>", "&amp;", "&#35;", "&", "\\",
    "\\*", "  \n",
    "\\\n", "\n", "$", "$$", "$`", "http://x.y/z_a", "www.x.y", "me@x.org", ".", "!", "|", "é", "–", "\u{A0}", "5",
    "[^n]", ":",
    "\"", "'", "<", ">", "#", "-", "+", "text with words", "https://e.org/a(b)", "\t",
  ]
  private static let endings = [
    "\n", "\n", "\n\n", "", "\n\n\n", "  \n", "\n   \n", " #\n", "\n===\n", "\n---\n", "\n```\n", " |\n", "$$\n",
  ]
}
