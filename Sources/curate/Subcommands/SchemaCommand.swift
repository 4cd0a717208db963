import ArgumentParser
import CuratePipeline
import CurateStages
import Platform

/// `curate schema`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Prints the JSON Schema of recipes, for editors.",
    discussion: """
      Save the schema next to your recipes and start each recipe with this line:
        # yaml-language-server: $schema=pipeline.schema.json
      """)

  func run() throws { Terminal.write(RecipeSchema(try .described()).json, to: .output) }
}
