import ArgumentParser
import CurateCore
import CuratePipeline
import CurateStages
import Platform

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Writes a recipe, or a stage of your own, to start from.",
    subcommands: [NewRecipe.self, NewStage.self])

  func run() throws {
    throw CommandFailure.usage("say what: 'curate new recipe NAME' or 'curate new stage NAME'")
  }

  /// Writes the files and names them; what is there already is never touched.
  static func write(_ files: [NewFile], then hints: [String]) throws {
    do throws(RunError) {
      try NewFile.write(files)
    } catch .cannotWrite(let path, ErrorCode.exists) {
      throw CommandFailure.usage("'\(path)' is there already; choose another name")
    } catch {
      throw CommandFailure.run(error)
    }
    for file in files { Terminal.print("wrote \(file.path)") }
    for hint in hints { Terminal.print("  \(hint)") }
  }
}

struct NewRecipe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipe", abstract: "Writes a commented recipe for the lists that are here.")

  @Argument(help: "The recipe's name, or its path; .yaml is added.", completion: .directory)
  var name: String

  func run() throws {
    let draft = RecipeDraft(path: name)
    guard !draft.name.isEmpty else { throw CommandFailure.usage("a recipe needs a name, such as 'links'") }
    let path = ShellWord(draft.path)
    try New.write(draft.files, then: ["curate check \(path)", "curate \(path) --diff", "curate test \(path)"])
  }
}

struct NewStage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage", abstract: "Writes a stage of this project, as a Python program in stages/NAME.")

  @Argument(help: "The stage's name: lower-case letters, digits and '-'.")
  var name: String

  func run() throws {
    let isName = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    guard isName, let first = name.utf8.first, first != UInt8(ascii: "-") else {
      throw CommandFailure.usage("'\(name)' cannot name a stage: use lower-case letters, digits and '-'")
    }
    guard StageCatalog.builtIn[name] == nil else {
      throw CommandFailure.usage("'\(name)' is a stage of curate itself; choose another name")
    }
    try New.write(
      StageDraft(name: name).files,
      then: [
        "put `- \(name)` among the stages of a recipe", "see stages/\(name)/stage.yaml for what it is told",
        "curate RECIPE --dev stages/\(name) runs it while you write it",
        "curate trust \(name) lets it run until its files change",
      ])
  }
}
