import CurateCore
import Glibc
import Testing

@testable import CuratePipeline

/// Recipes that are too large, too deep or damaged at random give a message quickly, and never crash.
@Suite struct NotationTests {
  private func message(_ bytes: [UInt8]) -> String {
    do throws(RecipeErrors) {
      let recipe = try Recipe(bytes, path: "r.yaml")
      _ = try Plan(recipe, catalog: .trial)
      return "no error"
    } catch {
      return error.description
    }
  }

  private func message(_ text: String) -> String { message(Array(text.utf8)) }

  @Test func tenMegabytes() throws {
    let folder = try TemporaryFolder()
    try folder.write("curate: 1\n" + String(repeating: "# words and words\n", count: 600_000), to: "large.yaml")
    do throws(RecipeErrors) {
      _ = try Recipe.load(path: folder.path("large.yaml"))
      Issue.record("10 MB were read")
    } catch {
      #expect(error.description == "\(folder.path("large.yaml")): error: the recipe is larger than 4 MiB")
    }
    #expect(message(String(repeating: "#", count: 5 << 20)).hasPrefix("r.yaml:1:1: error: the recipe is larger"))
  }

  @Test(arguments: [
    "[", "{", "- ", "? ", "{a: ", "[[", "!", "&a ", "*", "\"", "'", "|\n ", "a: ", "\t", "%", "\u{2028}",
  ])
  func aHundredThousandOfOneKind(_ piece: String) {
    let found = message("curate: 1\nname: " + String(repeating: piece, count: 100_000))
    #expect(found.hasPrefix("r.yaml:"))
    #expect(found.utf8.count < 40_000)
  }

  /// Spellings of the core schema (YAML 1.2.2, 10.3.2).
  @Test(arguments: [
    ("strict", "true"), ("strict", "True"), ("strict", "FALSE"), ("most", "12"), ("most", "0o14"), ("most", "0xC"),
  ])
  func coreScalars(_ option: String, _ value: String) {
    let text = "curate: 1\nstages: [parse, {uses: sift, with: {\(option): \(value)}}]"
    #expect(!message(text).contains(option), "\(message(text))")
    #expect(message(text.replacing(value, with: "'\(value)'")).contains("'\(option)' of stage 'sift' must be"))
  }

  @Test func globsInOneFolder() {
    let globs = (0..<20_000).map { "  - \"\($0)*.md\"\n" }.joined()
    #expect(message("curate: 1\ninputs:\n\(globs)stages: [parse]\n").hasSuffix("and 19950 more"))
  }

  @Test func aHundredThousandProblems() {
    let many = String(repeating: "[],", count: 100_000)
    let inOptions = message("curate: 1\nstages: [parse, {uses: sift, with: {names: [\(many)]}}]")
    #expect(inOptions.hasSuffix("more"))
    let inStages = message("curate: 1\nstages: [\(many)]")
    #expect(inStages.hasSuffix("and 99950 more"))
    let keys = (0..<100_000).map { "key\($0): 1\n" }.joined()
    #expect(message("curate: 1\n" + keys).hasSuffix("more"))
    let stages = (0..<20_000).map { "{id: s\($0), uses: sift}," }.joined()
    let ranges = String(repeating: "{name: a, stage: s0..s19999, given: c, findings: [d]},", count: 20_000)
    #expect(message("curate: 1\nstages: [parse, \(stages)]\ntests: [\(ranges)]").hasSuffix("more"))
    let tests = String(repeating: "{name: a, stage: b, given: c, expect: d},", count: 20_000)
    #expect(message("curate: 1\nstages: [parse]\ntests: [\(tests)]").hasSuffix("more"))
  }

  @Test func twoUnrelatedFaultsOfNotationAreBothReported() {
    let found = message("curate: 1\nname: &a x\nname: *a\nstages: [parse]\n")
    #expect(found.contains("r.yaml:2:7: error: anchors") && found.contains("r.yaml:3:1: error: the key 'name'"))
    #expect(found.contains("r.yaml:3:7: error: aliases"))
  }

  /// Deletes, doubles, changes and swaps bytes of a valid recipe.
  @Test(arguments: 0..<8) func randomDamage(_ seed: UInt64) throws {
    let sound = try Fixture.bytes("\(ShippedRecipeTests.folder)/default.yaml")
    var random = Scramble(seed: seed)
    for _ in 0..<100 {
      var bytes = sound
      for _ in 0...Int.random(in: 0..<4, using: &random) {
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(bytes[place], at: place)
        case 2: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 3: bytes.swapAt(place, Int.random(in: bytes.indices, using: &random))
        default:
          let pieces: [StaticString] = [
            "\t", ": ", "- ", "[", "{", "*", "&", "!", "\"", "'", "|", "#", "---\n", "\u{85}",
          ]
          bytes.insert(contentsOf: Array("\(pieces.randomElement(using: &random) ?? "")".utf8), at: place)
        }
      }
      #expect(!message(bytes).isEmpty)
    }
  }

  struct Scramble: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  @Test(
    arguments: [
      ("scpoe", ["levels", "scope"], "scope"), ("SCOPE", ["scope"], "scope"), ("dedup", ["parse", "dedupe"], "dedupe"),
      ("normalise-urls", ["normalize-urls", "toc"], "normalize-urls"), ("colour", ["scope", "levels"], nil),
      ("ot", ["to"], "to"), ("x", ["to", "y"], "y"), ("", ["a"], "a"),
      ("out", ["inputs", "output"], "output"), ("CSV", ["emit-csv", "emit-json"], "emit-csv"),
      ("emit", ["emit-csv", "emit-json"], nil), ("n", ["name", "stages"], nil),
    ] as [(String, [String], String?)])
  func suggestions(_ word: String, _ known: [String], _ expected: String?) {
    #expect(Spelling.suggestion(for: word, among: known) == expected)
  }

  @Test func manyStarsTakeNoTime() {
    let name = String(repeating: "a", count: 200)
    #expect(!Glob.matches(name, String(repeating: "*a", count: 50) + "b"))
    let deep = String(repeating: "a/", count: 200) + "c"
    #expect(!Glob(String(repeating: "**/a/", count: 50) + "b").matches(deep))
    #expect(Glob("**/*.md").matches("a.md") && Glob("a/**").matches("a/b/c") && !Glob("*").matches("a/b"))
    #expect(Glob("[").matches("[") && !Glob("*").matches(".hidden") && Glob(".*").matches(".hidden"))
  }
}
