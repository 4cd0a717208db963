import CurateCore
import CurateStages
import Glibc
import Testing

@testable import CuratePipeline

/// Plans of valid recipes.
@Suite struct PlanTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in ["lists", "lists/deep", "lists/.hidden", "out"] { folder.makeFolder(name) }
    for name in ["a.md", "b.md", "c.txt", "deep/a.md", "deep/z.md", ".hidden/h.md", "[x].md"] {
      try folder.write("- <https://a.example>\n", to: "lists/\(name)")
    }
    try folder.write("- <https://b.example>\n", to: "out/old.md")
  }

  private func plan(
    inputs: String = "[lists/a.md]", stages: String = "[parse]", request: Plan.Request = Plan.Request()
  ) throws -> Plan {
    try folder.write("curate: 1\ninputs: \(inputs)\noutput: out\nstages: \(stages)\n", to: "recipe.yaml")
    return try Plan(try Recipe.load(path: folder.path("recipe.yaml")), catalog: .trial, request: request)
  }

  private func ids(_ stages: String, only: [String] = [], skip: [String] = []) throws -> [String] {
    try plan(stages: stages, request: Plan.Request(only: only, skip: skip)).steps.map(\.id)
  }

  @Test(arguments: [
    ("[lists/b.md, lists/a.md]", ["b.md", "a.md"]),
    ("[lists/b.md, lists/*.md]", ["b.md", "[x].md", "a.md"]),
    ("lists/?.md", ["a.md", "b.md"]),
    ("['lists/**/*.md']", ["[x].md", "a.md", "b.md", "deep/a.md", "deep/z.md"]),
    ("['lists/**/a.md', '!lists/a.md']", ["a.md"]),
    ("['lists/**/*.md', '!**/deep/**']", ["[x].md", "a.md", "b.md"]),
    ("['lists/[x].md']", ["[x].md"]),
    ("['lists/[!b].md']", ["a.md"]),
    ("['lists/[a-c].*']", ["a.md", "b.md", "c.txt"]),
    ("[lists/../lists/./a.md, lists/a.md]", ["a.md"]),
    // Outputs of earlier runs are not inputs.
    ("['**/*.md']", ["[x].md", "a.md", "b.md", "deep/a.md", "deep/z.md"]),
    ("['lists/.hidden/*.md']", ["h.md"]),
  ])
  func inputs(_ patterns: String, _ expected: [String]) throws {
    #expect(try plan(inputs: patterns).inputs.map(\.documentPath) == expected)
  }

  @Test func anOutputFolderThatAPatternNamesIsRead() throws {
    #expect(try plan(inputs: "['out/*.md']").inputs.map(\.documentPath) == ["old.md"])
    let request = Plan.Request(output: folder.path)
    #expect(try plan(inputs: "['lists/*.txt', '**/z.md']", request: request).inputs.count == 2)
  }

  @Test func documentsKeepTheirPathsBelowTheCommonFolder() throws {
    let request = Plan.Request(inputs: [folder.path("lists/a.md"), folder.path("out/old.md")])
    #expect(try plan(request: request).inputs.map(\.documentPath) == ["lists/a.md", "out/old.md"])
  }

  @Test func stagesThatEmitComeLast() throws {
    #expect(
      try ids("[parse, print-list, bump, rewrite, merge]") == ["parse", "bump", "merge", "print-list", "rewrite"])
  }

  @Test func onlyKeepsWhatTheNamedStagesNeed() throws {
    let stages = "[parse, bump, stamp, weigh, print-list, rewrite]"
    #expect(try ids(stages, only: ["weigh"]) == ["parse", "stamp", "weigh", "print-list", "rewrite"])
    #expect(try ids(stages, only: ["bump"]) == ["parse", "bump", "print-list", "rewrite"])
    #expect(try ids(stages, only: ["rewrite"]) == ["parse", "bump", "stamp", "weigh", "rewrite"])
    #expect(try ids(stages, only: ["bump", "rewrite"]) == ["parse", "bump", "rewrite"])
    #expect(try ids(stages, skip: ["bump", "rewrite"]) == ["parse", "stamp", "weigh", "print-list"])
  }

  @Test func settingsReplaceAndAdd() throws {
    let request = Plan.Request(
      settings: ["sift.scope=item", "sift.names=[tea, rice]", "sift.title=a=b", "sift.strict=true", "sift.most=0"])
    let plan = try plan(stages: "[parse, {uses: sift, with: {scope: document, title: old}}]", request: request)
    let options = try #require(plan.steps[1].stage as? SiftStage).options
    #expect(options.scope == .item)
    #expect(options.names == ["tea", "rice"])
    #expect(options.title == "a=b")
    #expect(options.strict)
    #expect(options.most == 0)
  }

  @Test func theOutputFolderIsRelativeToTheRecipe() throws {
    #expect(try plan().output == folder.path("out"))
    #expect(try plan(request: Plan.Request(output: "/elsewhere/./x/..")).output == "/elsewhere")
  }

  @Test func allKeysOfAStageAreDecoded() throws {
    let text = """
      curate: 1
      inputs: [lists/a.md]
      stages:
        - parse
        - id: only-once
          uses: sift
          with:
          limits: {removed: 2.5%, edits: 12}
          timeout: 90s
          on-error: skip
      tests:
        - {name: one, stage: parse..only-once, given: "- a", findings: [tea, rice]}
      """
    let recipe = try Recipe(Array(text.utf8), path: folder.path("recipe.yaml"))
    #expect(recipe.problems.isEmpty)
    #expect(recipe.name == "recipe")
    let use = recipe.stages[1]
    #expect(use.id.value == "only-once" && use.uses.value == "sift" && use.options == nil)
    #expect(use.limits.map(\.measure) == [.removed, .edits] && use.limits.map(\.amount) == [.share(2.5), .count(12)])
    #expect(use.timeout?.value == 90_000 && use.onError == .skip)
    #expect(recipe.tests[0].first.value == "parse" && recipe.tests[0].last.value == "only-once")
    #expect(recipe.tests[0].findings?.map(\.value) == ["tea", "rice"])
  }

  @Test func environmentVariablesAreExpanded() throws {
    let text = "curate: 1\nname: ${{ env.LIST }} of $LIST\noutput: ${{env.DIR}}/x\nstages: [parse]\n"
    let recipe = try Recipe(Array(text.utf8), path: "r.yaml") { ["LIST": "teas", "DIR": "/d"][$0] }
    #expect(recipe.name == "teas of $LIST")
    #expect(recipe.output?.value == "/d/x")
    // A document of a test means the same everywhere.
    let test = "tests: [{name: one, stage: parse, given: 'on ${{ github.ref }}', findings: []}]\n"
    let tested = try Recipe(Array((text + test).utf8), path: "r.yaml") { ["LIST": "teas", "DIR": "/d"][$0] }
    #expect(tested.problems.isEmpty && tested.tests.first?.given == "on ${{ github.ref }}")
  }

  @Test func theBuiltInRecipeCleansFilesInPlace() throws {
    let list = folder.path("lists/a.md")
    let plan = try Plan(try Recipe.builtIn(), catalog: .builtIn, request: Plan.Request(inputs: [list]))
    #expect(plan.output == nil)
    #expect(plan.publicationFolder == folder.path("lists"))
    #expect(
      plan.steps.map(\.id) == [
        "parse", "tidy", "normalize-urls", "dedupe", "classify", "toc", "inspect", "emit-markdown",
      ])
    #expect(plan.steps.last?.stage.places(for: ["a.md"]) == [.input(DocumentID(0))])
  }

  @Test func aMissingRecipeSuggestsASimilarName() throws {
    _ = try plan()
    do throws(RecipeErrors) {
      _ = try Recipe.load(path: folder.path("recpie.yaml"))
    } catch {
      #expect(
        error.description == """
          \(folder.path("recpie.yaml")): error: cannot read the recipe: no such file or folder
            did you mean \(folder.path("recipe.yaml"))?
          """)
      #expect(error.exitCode == 2)
    }
  }
}

/// The recipes that come with curate.
@Suite struct ShippedRecipeTests {
  static let folder = Fixture.folder("../../../pipelines")

  @Test(arguments: ["default", "strict", "audit"]) func isSound(_ name: String) throws {
    let plan = try Plan(try Recipe.load(path: "\(Self.folder)/\(name).yaml"), catalog: .builtIn)
    #expect(plan.recipe.name == name)
    #expect(plan.inputs.map(\.documentPath) == ["science-of-learning.md"])
  }

  @Test func anAuditChangesNoByte() throws {
    let folder = try TemporaryFolder()
    let plan = try Plan(
      try Recipe.load(path: "\(Self.folder)/audit.yaml"), catalog: .builtIn,
      request: Plan.Request(output: folder.path("out")))
    let result = try Runner(plan, recorder: nil).run(mode: .write)
    #expect(!result.changesAnything)
    #expect(
      try Fixture.bytes(folder.path("out/science-of-learning.md"))
        == Fixture.bytes("\(Self.folder)/inputs/science-of-learning.md"))
  }

  @Test(arguments: ["default"]) func itsOwnOutputNeedsNoEdit(_ name: String) throws {
    let folder = try TemporaryFolder()
    let recipe = try Recipe.load(path: "\(Self.folder)/\(name).yaml")
    var request = Plan.Request(output: folder.path("first"))
    _ = try Runner(try Plan(recipe, catalog: .builtIn, request: request), recorder: nil).run(mode: .write)
    request = Plan.Request(inputs: [folder.path("first/science-of-learning.md")], output: folder.path("second"))
    let again = try Runner(try Plan(recipe, catalog: .builtIn, request: request), recorder: nil).run(mode: .write)
    #expect(again.resolvedEdits.map(\.edits.count) == [0])
    #expect(folder.text("first/science-of-learning.md") == folder.text("second/science-of-learning.md"))
  }
}
