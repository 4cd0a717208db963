import CurateCore
import CuratePipeline
import Glibc
import Testing

/// Every file in `Fixtures/broken` and the exact text that it gives.
///
/// `CURATE_RECORD=1 swift test --filter BrokenRecipeTests` writes the texts anew; such a run fails, so that nobody
/// takes what was written for what was checked.
@Suite struct BrokenRecipeTests {
  static let folder = Fixture.folder("broken")
  static let names = Fixture.names(in: folder, ending: ".yaml")

  @Test(arguments: names) func message(_ name: String) throws {
    let found = Self.message(of: "\(Self.folder)/\(name).yaml").replacing("\(Self.folder)/", with: "") + "\n"
    let path = "\(Self.folder)/\(name).txt"
    if getenv("CURATE_RECORD") != nil {
      try Fixture.write(Array(found.utf8), to: path)
      Issue.record("recorded \(name).txt: look at it, then run without CURATE_RECORD")
      return
    }
    #expect(found == (try? Fixture.text(path)))
  }

  @Test func thereAreManyOfThem() { #expect(Self.names.count >= 100) }

  /// What a user reads; arguments stand in the recipe's first line.
  private static func message(of path: String) -> String {
    do throws(RecipeErrors) {
      _ = try Plan(try Recipe.load(path: path), catalog: .trial, request: request(in: path))
      return "no error"
    } catch {
      return error.description
    }
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
      default: request.inputs.append("\(folder)/\(word)")
      }
    }
    return request
  }
}
