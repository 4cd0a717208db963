import ArgumentParser
import CurateCore
import CurateStages
import Platform

struct Stages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages", abstract: "Lists the stages, shows the manual of one, or tests a plugin.")

  @Argument(help: "The stage whose manual is shown.", completion: .stageNames)
  var name: String?

  @Flag(help: "Print the manual, or all manuals, as Markdown.")
  var markdown = false

  @Option(
    help: ArgumentHelp("Run the plugin on an exchange that 'run --record' kept, and compare.", valueName: "file"),
    completion: .file())
  var replay: String?

  @Flag(help: "Run a plugin, trusted or not, through all rules of the protocol and the tests of its manifest.")
  var selfTest = false

  @OptionGroup var plugins: PluginOptions

  func validate() throws {
    if selfTest, name == nil { throw ValidationError("--self-test needs the name of a plugin") }
    if selfTest, markdown || replay != nil {
      throw ValidationError("--self-test goes together with neither --markdown nor --replay")
    }
  }

  func run() throws {
    if selfTest, let name { return try test(name) }
    if let replay { return try PluginReplay(name: name, path: replay, options: plugins).run() }
    let catalog = try StageCatalog.described()
    let entries = catalog.entries
    guard let name else {
      if markdown { return Terminal.write(Array(StageReference.markdown(of: entries).utf8), to: .output) }
      return list(entries)
    }
    guard let entry = catalog[name] else {
      throw CommandFailure.unknownName(kind: "stage", name: name, known: entries.map(\.manual.name))
    }
    if markdown {
      Terminal.write(Array(StageReference.markdown(of: [entry]).utf8), to: .output)
    } else {
      Terminal.print(Self.manual(of: entry))
    }
  }

  private func test(_ name: String) throws {
    // Who names a plugin to test it wants it to run; what leads out of its folder is refused all the same.
    var everybody = plugins
    everybody.trustAll = true
    if try !SelfTestReport(plugin: try everybody.plugin(named: name)).run() { throw CommandFailure.checkFailed }
  }

  private func list(_ entries: [StageCatalog.Entry]) {
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
      if let inner = option.innerOptions {
        text +=
          "\(indent)\(option.name)\(option.type.isList ? " (a list of mappings)" : "")\n\(indent)    \(option.help)\n"
          + Self.options(inner, indent: indent + "  ")
      } else {
        text += "\(indent)\(option.name)\(option.isRequired ? " (required)" : ": \(option.defaultText)")\n"
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
