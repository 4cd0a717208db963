import CurateCore
import CuratePipeline
import Glibc
import Testing

/// Compares the message for each recipe in `Fixtures/broken` with the text file next to it. The folders are topics.
///
/// `CURATE_RECORD=1 swift test --filter BrokenRecipeTests` rewrites the texts; such a run fails, so that recording is
/// never mistaken for checking.
@Suite struct BrokenRecipeTests {
  static let folder = Fixture.folder("broken")
  /// `inputs/no-inputs`
  static let names = Fixture.names(in: folder).flatMap { topic in
    Fixture.names(in: "\(folder)/\(topic)", ending: ".yaml").map { "\(topic)/\($0)" }
  }

  @Test(arguments: names) func message(_ name: String) throws {
    let recipe = "\(Self.folder)/\(name).yaml"
    let found = Self.message(of: recipe).replacing("\(Self.folder(of: recipe))/", with: "") + "\n"
    let path = "\(Self.folder)/\(name).txt"
    if getenv("CURATE_RECORD") != nil {
      try Fixture.write(Array(found.utf8), to: path)
      Issue.record("recorded \(name).txt: look at it, then run without CURATE_RECORD")
      return
    }
    #expect(found == (try? Fixture.text(path)))
  }

  @Test func thereAreManyOfThem() { #expect(Self.names.count >= 100) }

  /// The message that a user gets. The recipe's first line has the arguments.
  private static func message(of path: String) -> String {
    do throws(RecipeErrors) {
      _ = try Plan(try Recipe.load(path: path), catalog: .trial, request: request(in: path))
      return "no error"
    } catch {
      return error.description
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  private static func request(in path: String) -> Plan.Request {
    var request = Plan.Request()
    let start = "# arguments: "
    guard let text = try? Fixture.text(path), text.hasPrefix(start), let line = text.split(separator: "\n").first else {
      return request
    }
    var words = line.dropFirst(start.count).split(separator: " ").map(String.init)[...]
    while let word = words.popFirst() {
      switch word {
      case "--set": request.settings.append(words.popFirst() ?? "")
      case "--only": request.only.append(words.popFirst() ?? "")
      case "--skip": request.skip.append(words.popFirst() ?? "")
      default: request.inputs.append("\(Self.folder(of: path))/\(word)")
      }
    }
    return request
  }
}
