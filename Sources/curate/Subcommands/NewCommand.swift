import ArgumentParser
import CurateCore
import CuratePipeline
import CurateStages
import Platform

/// `curate new`: writes the files of a new recipe or plugin.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Creates a recipe or a plugin stage from a template.",
    subcommands: [NewRecipeCommand.self, NewStageCommand.self])

  func run() throws {
    throw CommandFailure.usage("'curate new' needs a subcommand: 'curate new recipe NAME' or 'curate new stage NAME'")
  }

  /// Writes the files, prints their paths and then the hints. Never overwrites a file.
  static func write(_ files: [NewFile], then hints: [String]) throws {
    do throws(RunError) {
      try NewFile.write(files)
    } catch .cannotWrite(let path, ErrorCode.exists) {
      throw CommandFailure.usage("'\(path)' already exists; choose another name")
    } catch {
      throw CommandFailure.run(error)
    }
    for file in files { Terminal.print("wrote \(file.path)") }
    for hint in hints { Terminal.print("  \(hint)") }
  }
}

/// `curate new recipe`
struct NewRecipeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recipe", abstract: "Creates a recipe with comments for the lists in the current folder.")

  @Argument(help: "Name or path of the recipe (.yaml is appended).", completion: .directory)
  var name: String

  func run() throws {
    let draft = RecipeDraft(path: name)
    guard !draft.name.isEmpty else { throw CommandFailure.usage("a recipe needs a name, such as 'links'") }
    let path = ShellWord(draft.path)
    try NewCommand.write(draft.files, then: ["curate check \(path)", "curate \(path) --diff", "curate test \(path)"])
  }
}

/// `curate new stage`
struct NewStageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage", abstract: "Creates a plugin stage as a Python program in stages/NAME.")

  @Argument(help: "Name of the stage: lower-case letters, digits and '-'.")
  var name: String

  func run() throws {
    let isName = name.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || byte == UInt8(ascii: "-")
    }
    guard isName, let first = name.utf8.first, first != UInt8(ascii: "-") else {
      throw CommandFailure.usage("'\(name)' is not a valid stage name; use lower-case letters, digits and '-'")
    }
    guard StageCatalog.builtIn[name] == nil else {
      throw CommandFailure.usage("'\(name)' is a built-in stage; choose another name")
    }
    try NewCommand.write(
      StageDraft(name: name).files,
      then: [
        "add `- \(name)` to the stages of a recipe", "edit stages/\(name)/stage.yaml to choose what it reads",
        "curate RECIPE --dev stages/\(name) runs it during development",
        "curate trust \(name) trusts it until one of its files changes",
      ])
  }
}
