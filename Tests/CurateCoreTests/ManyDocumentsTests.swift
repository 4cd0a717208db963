import Synchronization
import Testing

@testable import CurateCore

/// Documents are parsed in parallel, with the same result as one after the other.
@Suite struct ManyDocumentsTests {
  private static func input(_ number: Int) -> Input {
    let text = """
      # Teas \(number)

      ## Green

      - [Sencha \(number)](https://tea.example/\(number)/sencha)
        - [First flush](https://tea.example/\(number)/first)

      ## Black
      \(number.isMultiple(of: 3) ? "" : "\n- https://tea.example/\(number)/assam\n")
      """
    return Input(path: "list-\(number).md", bytes: Array(text.utf8))
  }

  @Test func allAreInTheOrderOfTheInputs() throws {
    var together = Collection((0..<200).map(Self.input))
    try together.parse()
    #expect(together.documents.map(\.path) == (0..<200).map { "list-\($0).md" })
    #expect(together.links.map(\.id.index) == Array(together.links.indices))
    #expect(together.sections.map(\.id.index) == Array(together.sections.indices))
    for document in together.documents {
      var alone = Collection([Self.input(document.id.index)])
      try alone.parse()
      let links = together.links[document.links]
      #expect(links.allSatisfy { $0.document == document.id })
      #expect(links.map { together.url(of: $0.id) } == alone.links.map { alone.url(of: $0.id) })
      #expect(links.map { together.title(of: $0.id) } == alone.links.map { alone.title(of: $0.id) })
      #expect(links.map { together.path(of: $0.section) } == alone.links.map { alone.path(of: $0.section) })
      #expect(together.sections[document.sections].map(\.title) == alone.sections.map(\.title))
    }
  }

  @Test func theFirstInvalidDocumentIsReported() throws {
    var inputs = (0..<100).map(Self.input)
    for number in [91, 40, 77] { inputs[number].bytes += [0x0A, 0xFF] }
    let offset = inputs[40].bytes.count - 1
    for _ in 0..<20 {
      var collection = Collection(inputs)
      #expect { try collection.parse() } throws: { error in
        guard case .notUTF8(let document, offset, _) = error as? StageError else { return false }
        return document == "list-40.md"
      }
    }
  }

  @Test func progressEndsWithAllBytes() throws {
    let inputs = (0..<50).map(Self.input)
    let total = inputs.reduce(0) { $0 + $1.bytes.count }
    let heard = Heard()
    var collection = Collection(inputs)
    try collection.parse { done, of in heard.note(done, of) }
    #expect(heard.all.count == 50)
    #expect(heard.all.allSatisfy { $0.total == total })
    #expect(heard.all.map(\.done).max() == total)
  }
}

private final class Heard: Sendable {
  private let state = Mutex<[(done: Int, total: Int)]>([])
  func note(_ done: Int, _ total: Int) { state.withLock { $0.append((done, total)) } }
  var all: [(done: Int, total: Int)] { state.withLock { $0 } }
}
