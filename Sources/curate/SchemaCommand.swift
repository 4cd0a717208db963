import ArgumentParser
import CuratePipeline
import CurateStages
import Platform

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints a JSON Schema of recipes, for editors.",
    discussion: """
      Save it beside your recipes and begin them with this line:
        # yaml-language-server: $schema=pipeline.schema.json
      """)

  func run() throws { Terminal.write(RecipeSchema(try .described()).json, to: .output) }
}
