import CurateCore
import CurateStages
import Testing

@testable import CuratePipeline

/// The tests in a recipe: what they compare, and the report of a failed test.
@Suite struct RecipeTestTests {
  private static let stages = """
    [parse, {uses: bump, limits: {changed: 0}}, {id: fold, uses: merge}, stamp, weigh, {uses: fail, on-error: skip}]
    """

  private func results(_ tests: String, stages: String = Self.stages) throws -> [TestResult] {
    let text = "curate: 1\ninputs: [nowhere.md]\noutput: out\nstages: \(stages)\ntests:\n\(tests)\n"
    let recipe = try Recipe(Array(text.utf8), path: "r.yaml")
    return try PlannedTest.all(in: recipe, catalog: .trial).map { try $0.run() }
  }

  private func report(_ test: String) throws -> String {
    let result = try #require(try results(test).first)
    #expect(!result.passed)
    return result.report(recipe: "r.yaml")
  }

  @Test(arguments: [
    // A limit is meant for whole lists; `parse` runs because the stage needs it.
    #"{stage: bump, given: "- <http://a.example>\n", expect: "- <https://a.example>\n", findings: [http]}"#,
    #"{stage: bump, given: "- <http://a.example>\n", expect: {url: https://a.example}}"#,
    #"{stage: bump, given: {url: http://a.example, title: A}, expect: [{title: A, url: https://a.example}]}"#,
    #"{stage: bump..fold, given: [{url: http://a.example}, {url: https://a.example}], expect: [{role: entry}]}"#,
    #"{stage: fold, given: [{url: http://a.example}, {url: https://a.example}], expect: [{}, {}], findings: []}"#,
    // The findings of another stage are none of its own.
    #"{stage: weigh, given: {url: http://a.example}, expect: {host-class: ""}, findings: []}"#,
    #"{stage: parse, given: "no links", expect: []}"#,
    #"{stage: parse, given: "", expect: ""}"#,
  ])
  func holds(_ test: String) throws {
    let result = try #require(try results("  - \(test.replacing("{stage", with: "{name: one, stage"))").first)
    #expect(result.failures == [])
    #expect(result.steps.isEmpty)
  }

  @Test func linksInSectionsBecomeADocument() throws {
    let test = """
        - name: one
          stage: parse
          given:
            - {url: https://a.example, section: Tea > Green}
            - {url: https://b.example, title: "[B] *", description: all of B, section: Tea}
            - {url: b.md, title: C, section: Tea > Black}
          expect: ""
      """
    guard case .document(_, let document) = try #require(try results(test).first?.failures.first) else {
      Issue.record("the document is not compared")
      return
    }
    #expect(
      document == #"""
        # Tea

        ## Green

        - <https://a.example>

        # Tea

        - [\[B\] \*](https://b.example) - all of B

        ## Black

        - [C](b.md)

        """#)
  }

  @Test func givenFieldsComeBackAsTheyWere() throws {
    let fields = #"{url: "https://a.example/(x", title: "a_b <c> & `d`", description: "1 * 2", section: Tea > Green}"#
    #expect(try results("  - {name: one, stage: parse, given: \(fields), expect: \(fields)}").first?.failures == [])
  }

  @Test func aDocumentThatDiffers() throws {
    let test = """
        - name: the duplicate is merged
          stage: bump..fold
          given: "# Tea\\n\\n- <http://a.example>\\n- <https://b.example>\\n- <https://a.example>\\n"
          expect: "# Tea\\n\\n- <http://a.example>\\n- <https://b.example> "
          findings: []
      """
    #expect(
      try report(test) == """
        r.yaml:6:11: error: test 'the duplicate is merged' failed
          the document: - expected, + found
             # Tea
             
            -- <http://a.example>
            -- <https://b.example>· (no line ending)
            +- <https://a.example>
            +- <https://b.example>
          the findings: - expected, + found
            +http
          what 'bump' to 'fold' did:
            line 3: trial [bump/https]
            line 5: trial [fold/same]
            line 3: note: was http [bump/http]
        """)
  }

  @Test func linksThatDiffer() throws {
    let test =
      "  - {name: two, stage: fold, given: [{url: http://a.example}, {url: http://b.example}], expect: {title: B}}"
    #expect(
      try report(test) == """
        r.yaml:6:12: error: test 'two' failed
          the links: - expected, + found
            -{title: B}
            +{title: ''}
            +{title: '', url: http://b.example}
          what 'fold' did:
            nothing
        """)
  }

  @Test func anErrorThatARunWouldSkip() throws {
    let test = "  - {name: three, stage: fail, given: {url: http://a.example}, expect: []}"
    #expect(
      try report(test) == """
        r.yaml:6:12: error: test 'three' failed
          stage 'fail' failed: the kettle is empty; nothing was written
          what 'fail' did:
            line 1: trial [fail/half]
        """)
  }

  @Test func aLostLinkIsAFailure() throws {
    let test = #"  - {name: four, stage: lose, given: "- <http://a.example>\n", expect: "- gone\n"}"#
    let result = try #require(try results(test, stages: "[parse, lose]").first)
    guard case .stopped(.unbalanced(let links)) = result.failures.first else {
      Issue.record("the account is not checked: \(result.failures)")
      return
    }
    #expect(links.map(\.url) == ["http://a.example"])
  }

  /// Lines far from a change are omitted.
  @Test func longDocuments() {
    let lines = (1...40).map { "line \($0)" }
    var other = lines
    other[19] = "other"
    let shown = LineDiff(expected: lines, actual: other).lines
    #expect(
      shown == ["…", " line 17", " line 18", " line 19", "-line 20", "+other", " line 21", " line 22", " line 23", "…"])
  }

  @Test func hugeDocumentsThatDifferThroughout() {
    let diff = LineDiff(expected: (0..<50_000).map { "a\($0)" }, actual: (0..<50_000).map { "b\($0)" })
    #expect(diff.lines.count == 201 && diff.lines.last == "and 99800 more lines")
    #expect(LineDiff(expected: ["a", "b"], actual: ["a", "b", "b"]).lines == [" a", " b", "+b"])
    #expect(LineDiff(expected: [], actual: ["a"]).lines == ["+a"])
  }
}
