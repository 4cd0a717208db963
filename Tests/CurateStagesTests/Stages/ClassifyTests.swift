import CurateCore
import CuratePipeline
import CurateStages
import LinkIdentity
import Testing

struct ClassifyTests {
  private func labels(_ text: String, _ options: String = "{}") throws -> [Labels?] {
    let trial = try StageTrial("classify", options: options, text)
    return trial.collection.links.map { trial.collection.labels(of: $0.id) }
  }

  @Test func everyLinkIsLabelled() throws {
    let found = try labels(
      "- [A](https://arxiv.org/abs/1905.13405)\n- ![i](https://a.example/i.png)\n- [m](mailto:a@b.example)\n")
    #expect(found.map { $0?.category } == [.preprint, .image, .mail])
    #expect(found[0]?.hostClass == .arxiv)
    #expect(found[0]?.site == "arXiv")
  }

  @Test func aRuleOfTheRecipeWins() throws {
    let found = try labels(
      "- [A](https://blog.tea.example/x)\n- [B](https://nottea.example)\n",
      "{rules: [{host: tea.example, host-class: company, category: blog, site: Tea}]}")
    #expect(found[0]?.hostClass == .company)
    #expect(found[0]?.category == .blog)
    #expect(found[0]?.site == "Tea")
    #expect(found[0]?.hostClassRule == "recipe:tea.example")
    #expect(found[1]?.hostClass == .other)
  }

  @Test func aBadgeIsNotAnImage() throws {
    let found = try labels("[![b](https://img.example/b.svg)](https://github.com/o/r)\n")
    #expect(found[0]?.hostClass == .github)
    #expect(found[1]?.category == .image)
  }

  @Test(arguments: [
    ("{rules: [{host: a.example, category: blgo}]}", 38), ("{rules: [{hots: a.example}]}", 11),
    ("{rules: [{category: blog}]}", 10),
    ("{rules: [{host: a.example}]}", 10), ("{rules: [{host: a.example, category: blog, precedence: never}]}", 56),
    ("{rules: {host: a.example}}", 9),
  ])
  func aBadRuleIsRejectedAtItsPlace(options: String, column: Int) throws {
    let entry = try #require(StageCatalog.builtIn["classify"])
    let node = try ConfigNode(yaml: Array(options.utf8), path: "options")
    let problems = #expect(throws: OptionProblems.self) { _ = try entry.make(node) }
    #expect(problems?.problems.map(\.span.column).contains(column) == true, "\(String(describing: problems))")
  }
}
