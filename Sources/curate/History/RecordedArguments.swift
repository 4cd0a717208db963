import ArgumentParser
import CurateHistory

/// The command line of a recorded run, parsed again.
extension RunSummary {
  /// The arguments of the run, without the name `curate`.
  var argumentList: [String] { Self.strings(inArray: arguments) }

  /// The options of a run that ran a recipe; nil for a run that undid another.
  var runOptions: RunOptions? { (try? Curate.parseAsRoot(argumentList) as? RunCommand).map(RunOptions.init) }

  /// The number of the run that this one undid; nil if it ran a recipe.
  var undone: Int64? {
    let arguments = argumentList
    guard arguments.first == UndoCommand.configuration.commandName else { return nil }
    return (try? Curate.parseAsRoot(arguments) as? UndoCommand)?.number
  }

  /// The name of the run in lists: the recipe's name, or which run it undid.
  var title: String {
    guard let undone else { return recipeName }
    return "undo of run \(undone)"
  }

  /// Returns the newest finished run up to this one that ran a recipe, or this run if that one was pruned.
  func source(in history: History) throws -> RunSummary {
    try history.runs()
      .first { $0.number <= number && $0.status == .done && $0.undone == nil } ?? self
  }
}

extension RunSummary {
  private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
    "n": "\n", "r": "\r", "t": "\t", "b": "\u{8}", "f": "\u{C}",
  ]

  /// Returns the elements of a JSON array of strings (RFC 8259). The history writes no surrogate pairs.
  private static func strings(inArray json: String) -> [String] {
    var strings: [String] = []
    var text: String?
    var scalars = json.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard let begun = text else {
        if scalar == "\"" { text = "" }
        continue
      }
      switch scalar {
      case "\"":
        strings.append(begun)
        text = nil
      case "\\":
        guard let escape = scalars.popFirst() else { return strings }
        if escape == "u" {
          let digits = String(String.UnicodeScalarView(scalars.prefix(4)))
          scalars = scalars.dropFirst(4)
          if let code = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { text?.unicodeScalars.append(code) }
        } else {
          text?.unicodeScalars.append(controls[escape] ?? escape)
        }
      default: text?.unicodeScalars.append(scalar)
      }
    }
    return strings
  }
}
