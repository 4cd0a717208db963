import ArgumentParser
import CurateCore
import CurateStages

struct Stages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages", abstract: "Lists the stages, or shows the manual of one.")

  @Argument(help: "The stage whose manual is shown.", completion: .stageNames)
  var name: String?

  func run() throws {
    guard let name else { return list() }
    guard let entry = StageCatalog.builtIn[name] else {
      throw CommandFailure.unknownName(
        kind: "stage", name: name, known: StageCatalog.builtIn.entries.map(\.manual.name))
    }
    Terminal.print(Self.manual(of: entry))
  }

  private func list() {
    let entries = StageCatalog.builtIn.entries
    let width = entries.map(\.manual.name.count).max() ?? 0
    for entry in entries {
      let padding = String(repeating: " ", count: width - entry.manual.name.count)
      Terminal.print("\(entry.manual.name)\(padding)  \(entry.manual.summary)")
    }
    Terminal.print("\n'curate stages NAME' shows options, rules and examples of a stage.")
  }

  /// A manual page as plain text.
  static func manual(of entry: StageCatalog.Entry) -> String {
    let manual = entry.manual
    var text = "\(manual.name): \(manual.summary)\n"
    if !manual.discussion.isEmpty { text += "\n\(manual.discussion)\n" }
    if !entry.options.isEmpty { text += "\nOptions\n" + options(entry.options, indent: "  ") }
    if !manual.rules.isEmpty {
      text += "\nRules\n"
      for rule in manual.rules {
        text += "  \(rule.id)\(rule.severity.map { " (\($0.rawValue))" } ?? "")\n      \(rule.summary)\n"
      }
    }
    for example in manual.examples {
      let options = example.options == "{}" ? "" : "  with: \(example.options)"
      text += "\nExample: \(example.title)\(options)\n" + quoted(example.input, with: "    ")
      if example.output != example.input { text += "  becomes\n" + quoted(example.output, with: "    ") }
      if !example.findings.isEmpty { text += "  finds \(example.findings.joined(separator: ", "))\n" }
    }
    return String(text.dropLast())
  }

  private static func options(_ options: [OptionDescription], indent: String) -> String {
    var text = ""
    for option in options {
      if case .mapping(let inner) = option.type {
        text += "\(indent)\(option.name)\n\(indent)    \(option.help)\n" + Self.options(inner, indent: indent + "  ")
      } else {
        text += "\(indent)\(option.name): \(option.defaultText)\n"
        text += "\(indent)    \(option.help) (\(option.type.phrase))\n"
      }
    }
    return text
  }

  private static func quoted(_ markdown: String, with indent: String) -> String {
    markdown.split(separator: "\n", omittingEmptySubsequences: false).dropLast(markdown.hasSuffix("\n") ? 1 : 0)
      .map { "\(indent)\($0)\n" }.joined()
  }
}
