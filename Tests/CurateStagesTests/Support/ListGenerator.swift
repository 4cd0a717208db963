/// Generates untidy link lists; equal seeds give equal documents.
struct ListGenerator {
  private var state: UInt64

  /// Omits thematic breaks and headings in items, after which cmark-gfm 0.29 does not recognize a blank line.
  var hasPlainItems = false

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  private mutating func next(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(truncatingIfNeeded: state >> 33) % bound
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[next(values.count)] }

  mutating func document() -> String {
    let titles = (0..<(2 + next(8))).map { _ in pick(Self.titles) }
    var text = next(3) == 0 ? "" : contents(titles) + gap()
    for title in titles {
      text += heading(title) + gap()
      for _ in 0..<next(4) { text += block() + gap() }
      if next(9) == 0 { text += contents(titles) + gap() }
    }
    return next(8) == 0 ? text.replacing("\n", with: "\r\n") : text
  }

  private static let titles = [
    "Tea", "Green  tea", "Tea & pots", "`code` and *more*", "Tea", "Größe", "茶", "$x^2$ maps",
    "[Linked](https://l.example)",
    "![logo](l.png) Pots", "C++", "🍵 Cups", "A <b>bold</b> one", "Cups [^1]", "tea",
  ]

  private mutating func gap() -> String { String(repeating: "\n", count: pick([0, 1, 1, 1, 1, 2, 3])) }

  private mutating func space() -> String { pick(["", "", "", "", " ", "  ", "\t", "   "]) }

  private mutating func heading(_ title: String) -> String {
    switch next(8) {
    case 0: "\(title)\n\(pick(["===", "---"]))\n"
    case 1: "<h2>\(title)</h2>\n"
    case 2: "<a name=\"a\(next(3))\"></a>\n## \(title)\n"
    default: String(repeating: "#", count: 1 + next(4)) + pick([" ", " ", " ", "  ", "   "]) + title + space() + "\n"
    }
  }

  private mutating func contents(_ titles: [String]) -> String {
    let marker = pick(["-", "*", "+", "1."])
    let lines = titles.enumerated().map { index, title in
      let indent = index == 0 ? "" : pick(["", "", "  ", "    "])
      let anchor = pick(["tea", "green--tea", "pots", "tea-1", "a1", "gone", "größe", "Green-Tea", "c"])
      return
        "\(indent)\(marker) [\(pick([title, "Tea", "Green tea"]).replacing("[", with: "").replacing("]", with: ""))](#\(anchor))\n"
    }
    return pick(["", "", "## Contents\n\n", "<!-- toc -->\n\n"]) + lines.joined()
      + pick(["", "", "\n<!-- tocstop -->\n"])
  }

  private mutating func block() -> String {
    switch next(12) {
    case 0: "Some words \(link()), and\(space())\nmore of them.\(space())\n"
    case 1: "> quoted \(link())\(space())\nlazy\(space())\n"
    case 2: "| a | b |  \n|---|---|\n| \(link()) | x | \n"
    case 3: "```\ncode \(space())\n- no list  \n```\n"
    case 4: "    indented \(space())\n"
    case 5: "<div>\n\(link()) \n</div>\n"
    case 6: pick(["***\n", "---\n", "* * *\n", "___ \n"])
    case 7: "$$\nx_1 \n$$\n"
    case 8: "**Bold** \n"
    default: list(indent: "")
    }
  }

  private mutating func list(indent: String) -> String {
    var text = ""
    for _ in 0..<(1 + next(6)) {
      let marker = pick(["-", "*", "+", "-", "*", "7."])
      let pad = pick([" ", " ", " ", " ", "   ", "  ", "\t"])
      text +=
        indent + marker + pad
        + pick(
          [link(), link(), "- x", "`c ` word", "", "[ ] " + link()] + (hasPlainItems ? [] : ["# h", "---", "* *"]))
        + space() + "\n"
      switch next(9) {
      case 0: text += list(indent: indent + "  ")
      case 1: text += indent + "  more" + space() + "\n"
      case 2: text += "lazy" + space() + "\n"
      case 3: text += gap()
      default: break
      }
    }
    return text
  }

  private mutating func link() -> String {
    let url = "https://\(pick(["a", "b", "c"])).example/\(next(4))"
    switch next(6) {
    case 0: return url
    case 1: return "<\(url)>"
    case 2: return "[title \(next(3))](\(url) \"t \n u\")"
    case 3: return "[over  \nlines](\(url))"
    default: return "[title \(next(3))](\(url)) - words"
    }
  }
}
