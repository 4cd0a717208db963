import CurateCore

/// The lists that a self-test asks about.
enum SampleLists {
  typealias Scope = PluginManifest.Scope

  static let empty: [Input] = []

  /// As many items as are asked for; of sections, which a document is as well, one less than it has headings.
  static func numbered(_ count: Int, noun scope: Scope) -> [Input] {
    func entry(_ n: Int) -> String { "- [Title \(n)](https://host\(n % 97).example/path/\(n)) - Description \(n).\n" }
    switch scope {
    case .link: return [Input(path: "list.md", text: (0..<count).map(entry).joined())]
    case .section:
      return [Input(path: "list.md", text: (1..<count).map { "# Section \($0)\n\n" + entry($0) + "\n" }.joined())]
    case .document: return (0..<count).map { Input(path: "list\($0).md", text: "# List \($0)\n\n" + entry($0)) }
    }
  }

  /// What has broken programs that read text: letters of several code units, marks that JSON escapes, line ends that are
  /// none (U+2028, U+0085), and addresses with and without `%`.
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

  /// An item whose line is longer than the buffers of most programs.
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
