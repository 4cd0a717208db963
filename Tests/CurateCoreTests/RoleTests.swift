import CurateCore
import Testing

/// The role of a link, by its position.
@Suite struct RoleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var markdown: String
    /// One word for each link: its role, with `!` if it opens its item.
    var roles: String
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "the only link of an item", markdown: "- [Loom](https://a.example)\n", roles: "entry!"),
    Case(name: "a bare URL", markdown: "* https://a.example\n", roles: "entry!"),
    Case(
      name: "text before the only link", markdown: "- Weaving: [Loom](https://a.example)\n", roles: "entry"),
    Case(
      name: "the first of several opens", markdown: "- [Loom](https://a.example) by [Ito](https://b.example)\n",
      roles: "entry! secondary"),
    Case(
      name: "none of several opens", markdown: "- by [Ito](https://b.example): [Loom](https://a.example)\n",
      roles: "secondary secondary"),
    Case(
      name: "emphasis, check box and emoji before it",
      markdown: "- [x] **[Loom](https://a.example)**\n- 🧵 [Yarn](https://b.example)\n", roles: "entry! entry!"),
    Case(
      name: "a badge before it",
      markdown: "- [![build](https://i.example/b.svg)](https://ci.example) [Loom](https://a.example)\n",
      roles: "image image entry!"),
    Case(
      name: "a second paragraph", markdown: "- [Loom](https://a.example)\n\n  See [more](https://b.example).\n",
      roles: "entry! secondary"),
    Case(name: "running text", markdown: "See [Loom](https://a.example).\n", roles: "prose"),
    Case(name: "a quote", markdown: "> - [Loom](https://a.example)\n", roles: "prose"),
    Case(name: "a footnote", markdown: "Text[^1].\n\n[^1]: [Loom](https://a.example)\n", roles: "prose"),
    Case(name: "a heading", markdown: "## [Loom](https://a.example)\n", roles: "heading"),
    Case(
      name: "a table", markdown: "| # | [Name](https://h.example) |\n|---|---|\n| 1 | [Loom](https://a.example) |\n",
      roles: "prose entry!"),
    Case(name: "back to top", markdown: "# Tea\n\ntext\n\n[top](#tea)\n", roles: "fragment"),
    Case(
      name: "a table of contents", markdown: "- [Tea](#tea)\n- [Milk](#milk)\n\n# Tea\n\n# Milk\n", roles: "toc toc"),
    Case(
      name: "an HTML list", markdown: "<ul>\n<li><a href=\"https://a.example\">Loom</a></li>\n</ul>\n", roles: "prose"),
    Case(name: "an image", markdown: "![cup](cup.png)\n\n<img src=\"pot.png\">\n", roles: "image image"),
    Case(
      name: "nested items belong to the nearest",
      markdown: "- [Tools](https://t.example)\n  - [Loom](https://a.example)\n",
      roles: "entry! entry!"),
  ]

  @Test(arguments: cases) func role(_ example: Case) throws {
    var list = Collection([Input(path: "list.md", bytes: Array(example.markdown.utf8))])
    try list.parse()
    let roles = list.links.map { $0.role.rawValue + ($0.opensItem ? "!" : "") }
    #expect(roles.joined(separator: " ") == example.roles)
  }

  @Test func parentItemsAreSections() throws {
    let markdown = "# Kit\n\n* Clients\n  * [wire](https://w.example)\n* Servers\n  * [wire](https://w.example)\n"
    var list = Collection([Input(path: "list.md", bytes: Array(markdown.utf8))])
    try list.parse()
    #expect(list.links.map { list.path(of: $0.section) } == [["Kit", "Clients"], ["Kit", "Servers"]])
  }
}
