import ArgumentParser
import CurateCore
import CurateStages
import Platform

/// `curate stages`: lists the stages, prints manuals as text, and tests plugins.
struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages", abstract: "Lists the stages, prints the manual of a stage, or tests a plugin.")

  @Argument(help: "Stage whose manual to print (default: lists all stages).", completion: .stageNames)
  var name: String?

  @Flag(help: "Prints the manual of the stage, or of all stages, as Markdown.")
  var markdown = false

  @Option(
    help: ArgumentHelp(
      "Runs the plugin on an exchange recorded by 'run --record', and exits with 1 if its answers differ.",
      valueName: "file"),
    completion: .file())
  var replay: String?

  @Flag(
    help: "Tests a plugin, trusted or not, against all rules of the protocol and the tests of its manifest.")
  var selfTest = false

  @OptionGroup var plugins: PluginOptions

  func validate() throws {
    if selfTest, name == nil { throw ValidationError("--self-test needs the name of a plugin") }
    if selfTest, markdown || replay != nil {
      throw ValidationError("--self-test cannot be combined with --markdown or --replay")
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
    // Naming a plugin here implies trust in it; files outside its folder are still refused.
    var trustingAll = plugins
    trustingAll.trustAll = true
    if try !SelfTestReport(plugin: try trustingAll.plugin(named: name)).run() { throw CommandFailure.checkFailed }
  }

  private func list(_ entries: [StageCatalog.Entry]) {
    let width = entries.map(\.manual.name.count).max() ?? 0
    for entry in entries {
      let padding = String(repeating: " ", count: width - entry.manual.name.count)
      Terminal.print("\(entry.manual.name)\(padding)  \(entry.manual.summary)")
    }
    Terminal.print("\n'curate stages NAME' prints the options, rules and examples of a stage.")
  }

  /// Returns the manual of a stage as plain text; `StageReference` returns it as Markdown.
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
      if !example.findings.isEmpty { text += "  reports \(example.findings.joined(separator: ", "))\n" }
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
