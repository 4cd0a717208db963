import CurateCore

/// The manuals of stages as Markdown, for `stages/README.md`.
enum StageReference {
  static func markdown(of entries: [StageCatalog.Entry]) -> String {
    entries.map(markdown).joined(separator: "\n")
  }

  private static func markdown(of entry: StageCatalog.Entry) -> String {
    let manual = entry.manual
    var text = "### `\(manual.name)`\n\n\(manual.summary)\n"
    if !manual.discussion.isEmpty { text += "\n\(manual.discussion)\n" }
    let options = rows(of: entry.options)
    if !options.isEmpty { text += "\n" + table(["option", "type", "default", "description"], options) }
    if !manual.rules.isEmpty {
      text +=
        "\n"
        + table(
          ["rule", "result", "description"],
          manual.rules.map { ["`\($0.id)`", $0.severity?.rawValue ?? "change", $0.summary] })
    }
    for example in manual.examples { text += "\n" + markdown(of: example) }
    return text
  }

  /// Options inside of an option follow it, named like `levels.exact`.
  private static func rows(of options: [OptionDescription], below prefix: String = "") -> [[String]] {
    options.flatMap { option in
      let name = prefix + option.name
      if let inner = option.innerOptions {
        let type = option.type.isList ? "a list of mappings" : "a mapping"
        return [["`\(name)`", type, "", option.help]] + rows(of: inner, below: name + ".")
      }
      let value = option.isRequired ? "required" : option.defaultText == "none" ? "none" : "`\(option.defaultText)`"
      return [["`\(name)`", option.type.phrase, value, option.help]]
    }
  }

  private static func table(_ heading: [String], _ rows: [[String]]) -> String {
    let lines = [heading, heading.map { _ in "---" }] + rows.map { $0.map(cell) }
    return lines.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private static func cell(_ text: String) -> String { text.split(separator: "|").joined(separator: "\\|") }

  private static func markdown(of example: StageExample) -> String {
    let options = example.options == "{}" ? "" : " with `\(example.options)`"
    var text = "Example: \(example.title)\(options)\n\n" + fenced(example.input)
    if example.output != example.input { text += "\nbecomes\n\n" + fenced(example.output) }
    if !example.findings.isEmpty {
      text += "\nand reports \(example.findings.map { "`\($0)`" }.joined(separator: ", "))\n"
    }
    return text
  }

  /// Returns a fenced code block; the fence is longer than any run of backticks inside.
  private static func fenced(_ markdown: String) -> String {
    var longest = 2
    var run = 0
    for byte in markdown.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    return "\(fence)markdown\n\(markdown)\(markdown.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }
}

extension OptionDescription {
  /// The options inside of an option that takes a mapping or a list of mappings; nil for other types.
  var innerOptions: [OptionDescription]? {
    switch type {
    case .mapping(let inner), .list(.mapping(let inner)): inner
    default: nil
    }
  }
}

extension OptionType {
  var isList: Bool { if case .list = self { true } else { false } }
}
