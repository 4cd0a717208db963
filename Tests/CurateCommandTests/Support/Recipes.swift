extension TemporaryFolder {
  /// Writes `recipe.yaml` with these stages (YAML flow style) and the output folder `out`. Returns its path.
  @discardableResult
  func writeRecipe(
    _ name: String = "recipe.yaml", inputs: [String] = ["list.md"], output: String = "out", stages: [String]
  ) throws -> String {
    let lines = ["curate: 1", "name: trial", "inputs: [\(inputs.joined(separator: ", "))]", "output: \(output)"]
    return try write(name, (lines + ["stages:"] + stages.map { "  - \($0)" }).joined(separator: "\n") + "\n")
  }

  /// Writes `list.md` and a recipe that writes the cleaned list and all reports to `out/`.
  @discardableResult
  func writeTrial(_ list: [UInt8]) throws -> String {
    try write("list.md", list)
    return try writeRecipe(
      stages: ["parse", "tidy", "normalize-urls", "dedupe", "classify", "toc", "inspect", "emit-markdown", "emit-csv"])
  }

  @discardableResult
  func writeTrial(_ list: String) throws -> String { try writeTrial(Array(list.utf8)) }
}

/// Lists to clean.
enum SampleList {
  /// A duplicate, mixed markers and a trailing space.
  static let untidy = """
    # Teas

    - [Oolong](https://tea.example/oolong)
    - [Sencha](https://tea.example/sencha)\u{20}
    * [Matcha](https://tea.example/matcha)
    - [Oolong](https://tea.example/oolong)

    """

  /// The same list, cleaned.
  static let tidied = """
    # Teas

    - [Oolong](https://tea.example/oolong)
    - [Sencha](https://tea.example/sencha)
    - [Matcha](https://tea.example/matcha)

    """

  /// Returns a list of `count` different entries under one heading.
  static func long(_ count: Int) -> String {
    var text = "# Long\n\n"
    for number in 0..<count {
      text += "- [Entry \(number) of many](https://host\(number % 97).example/page/\(number))\n"
    }
    return text
  }
}
