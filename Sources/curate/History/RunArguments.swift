import ArgumentParser
import CurateHistory

extension RunSummary {
  /// The words after `curate` that the run was started with.
  var argumentList: [String] { Self.strings(inArray: arguments) }

  /// What the command line changed about the recipe; nothing for a run that undid another.
  var runArguments: Run? { (try? Curate.parseAsRoot(argumentList) as? RunCommand).map(Run.init) }

  private static let controls: [Unicode.Scalar: Unicode.Scalar] = [
    "n": "\n", "r": "\r", "t": "\t", "b": "\u{8}", "f": "\u{C}",
  ]

  /// The elements of a JSON array of strings (RFC 8259). The history writes no surrogate pairs.
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

/// What `curate undo` was told, read back from the history.
struct UndoArguments {
  var run: Int64

  init?(_ run: RunSummary) {
    let words = run.argumentList
    guard words.first == Undo.configuration.commandName, let undo = try? Curate.parseAsRoot(words) as? Undo else {
      return nil
    }
    self.run = undo.number
  }
}
