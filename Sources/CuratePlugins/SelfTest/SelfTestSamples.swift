import CurateCore

/// The inputs of a self-test.
enum SelfTestSamples {
  typealias Scope = PluginManifest.Scope

  static let empty: [Input] = []

  /// Returns inputs with `count` items. For sections there is one heading less, because the document is a section too.
  static func numbered(_ count: Int, of scope: Scope) -> [Input] {
    func entry(_ n: Int) -> String { "- [Title \(n)](https://host\(n % 97).example/path/\(n)) - Description \(n).\n" }
    switch scope {
    case .link: return [Input(path: "list.md", text: (0..<count).map(entry).joined())]
    case .section:
      return [Input(path: "list.md", text: (1..<count).map { "# Section \($0)\n\n" + entry($0) + "\n" }.joined())]
    case .document: return (0..<count).map { Input(path: "list\($0).md", text: "# List \($0)\n\n" + entry($0)) }
    }
  }

  /// Returns text that breaks careless programs: characters of several code units, characters that JSON escapes,
  /// characters that only look like line ends (U+2028, U+0085), and URLs with and without `%`.
  static func unicode(_ scope: Scope) -> [Input] {
    let titles = [
      "Grüner Tee", "緑茶", "🍵🫖", "e\u{301}tude", "שָׁלוֹם", "a\u{2028}b", "a\u{85}b", "\u{FEFF}mark", "a \"quoted\" word",
      #"back\\slash"#, "tab\there", "{\"t\":\"done\"}", "\u{10FFFD}", "%s %n", "$HOME `id`", "",
    ]
    let urls = [
      "https://tee.example/gr%C3%BCner-tee", "https://tee.example/grüner-tee", "https://bücher.example/",
      "//tea.example/x",
      "HTTP://TEA.example:80/?q=%22#x", "https://tea.example/a(b)c", "mailto:tea@tea.example", "other.md#part", "#top",
      "http://[x/", "http://tea.example:99999/",
    ]
    var text = "# Ünïcode 🍵\n\n"
    for (n, title) in titles.enumerated() { text += "- [\(title)](\(urls[n % urls.count])) — Beschreibung “\(n)”\n" }
    text +=
      "\nSee https://tea.example/bare and <https://tea.example/angle>.\n\n## \"Teas\" \\\\ & more\n\n- ![](a.png)\n"
    let second = scope == .document ? [Input(path: "ünï/列 2.md", text: "# 列\n\n- <http://列.example/>\n")] : []
    return [Input(path: "list.md", text: text)] + second
  }

  /// Returns an item whose line is longer than the buffers of most programs (1 MiB).
  static func long(_ scope: Scope) -> [Input] {
    let words = String(repeating: "tea ", count: 1 << 18)
    return [
      Input(
        path: "list.md",
        text: "# Tea\n\n- [\(words)](https://tea.example/\(words.replacing(" ", with: "-"))) - \(words)\n")
    ]
  }
}

extension Input {
  fileprivate init(path: String, text: String) { self.init(path: path, bytes: Array(text.utf8)) }
}

extension OptionType {
  /// The values at the limits of the option's type. Covers the types that a manifest can declare.
  var limits: [OptionValue] {
    switch self {
    case .boolean: [.boolean(false), .boolean(true)]
    case .integer(let range):
      range.lowerBound == range.upperBound
        ? [.integer(range.lowerBound)] : [.integer(range.lowerBound), .integer(range.upperBound)]
    case .string: [.string(""), .string("ü \"'\\ \u{2028}🍵"), .string(String(repeating: "tea", count: 10_000))]
    case .choice(let names): names.map { .string($0) }
    case .list(let element):
      [.list([]), .list(element.limits), .list(element.limits.prefix(2).cycled(to: 1_000))]
    default: []
    }
  }

  /// Whether the option holds free strings, some of which a plugin may reject.
  var holdsStrings: Bool {
    switch self {
    case .string: true
    case .list(let element): element.holdsStrings
    default: false
    }
  }
}

extension ArraySlice {
  fileprivate func cycled(to count: Int) -> [Element] {
    isEmpty ? [] : (0..<count).map { self[startIndex + $0 % self.count] }
  }
}
