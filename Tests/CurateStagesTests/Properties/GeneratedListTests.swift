import CurateCore
import CurateStages
import Testing

/// Properties of every document, checked on generated ones.
struct GeneratedListTests {
  private static let seeds = 0..<150

  private static func document(_ seed: Int, hasPlainItems: Bool = false) -> String {
    var generator = ListGenerator(seed: seed)
    generator.hasPlainItems = hasPlainItems
    return generator.document()
  }

  @Test func tidyIsIdempotentAndKeepsThePage() throws {
    var edits = 0
    for seed in Self.seeds {
      let source = Self.document(seed)
      let once = try StageTrial("tidy", source)
      edits += once.edits.count
      #expect(
        Page.joined(Page.ours(once.output)) == Page.joined(Page.ours(source)),
        "seed \(seed): \(source.debugDescription)")
      let again = try StageTrial("tidy", once.output)
      #expect(again.edits.isEmpty, "seed \(seed): \(source.debugDescription) \(again.edits)")
    }
    #expect(edits > 400)
  }

  @Test(.enabled(if: Page.hasCmark, "cmark-gfm is not installed"))
  func tidyKeepsThePageForAnotherParser() throws {
    for seed in Self.seeds.prefix(150) {
      let source = Self.document(seed, hasPlainItems: true)
      let output = try StageTrial("tidy", source).output
      #expect(
        Page.joined(try Page.cmark(output)) == Page.joined(try Page.cmark(source)),
        "seed \(seed): \(source.debugDescription)")
    }
  }

  @Test(arguments: ["{}", "{mode: regenerate}", "{mode: regenerate, duplicates: remove, insert: after-title}"])
  func aSecondRunDoesNotChangeTables(options: String) throws {
    for seed in Self.seeds {
      let source = Self.document(seed)
      let once = try StageTrial("toc", options: options, source)
      let again = try StageTrial("toc", options: options, once.output)
      #expect(again.edits.isEmpty, "seed \(seed): \(source.debugDescription)\n\(once.output)\n\(again.output)")
      #expect(try Self.account(once).isBalanced, "seed \(seed): \(source.debugDescription)")
    }
  }

  @Test func inspectChangesNothing() throws {
    for seed in Self.seeds { #expect(try StageTrial("inspect", Self.document(seed)).edits.isEmpty) }
  }

  private static func account(_ trial: StageTrial) throws -> LinkAccount {
    let resolvedEdits = trial.collection.resolveEdits()
    let outputs: [[UInt8]?] = resolvedEdits.map { resolved in
      resolved.edits.isEmpty
        ? nil : resolved.apply(to: trial.collection.documents[resolved.document.index].source)
    }
    return LinkAccount(of: trial.collection, resolvedEdits: resolvedEdits, outputs: outputs)
  }
}
