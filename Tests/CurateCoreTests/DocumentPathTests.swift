import CurateCore
import Testing

/// The path that a relative reference resolves to.
struct DocumentPathTests {
  @Test(arguments: [
    ("b.md", "docs/b.md"), ("./b.md#x", "docs/b.md"), ("../c.md?plain=1", "c.md"), ("sub/./x/../b.md", "docs/sub/b.md"),
    ("green%20tea.md#x", "docs/green tea.md"), ("/b.md", "b.md"), ("/docs/b.md", "docs/b.md"), ("%2e%2e/c.md", "c.md"),
    ("sub/a:b.md", "docs/sub/a:b.md"),
  ])
  func resolves(_ url: String, to path: String) {
    #expect(DocumentPath.resolve(url, from: "docs/a.md") == path)
  }

  @Test(arguments: [
    "", "#x", "?q", "../../c.md", "/../c.md", "https://a.example/b.md", "mailto:a@b.md", "//a.example/b.md",
  ])
  func namesNoDocument(_ url: String) {
    #expect(DocumentPath.resolve(url, from: "docs/a.md") == nil)
  }
}
