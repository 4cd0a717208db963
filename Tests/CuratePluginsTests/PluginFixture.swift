import CurateCore
import CuratePipeline
import CurateStages
import Foundation

@testable import CuratePlugins

/// A plugin of the tests, run over a small document.
struct PluginFixture {
  let plugin: Plugin

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures").path(
    percentEncoded: false)
  static let document = """
    # List

    See [this](http://prose.example/).

    - [A](https://a.example/)
    - [B](https://b.example/)

    """

  init(_ name: String) throws {
    plugin = try StagesFolder(path: Self.folder).plugin(named: name, taken: [])
  }

  /// Limits that a test can wait for.
  static var limits: TimeLimits {
    var limits = TimeLimits()
    limits.ready = 5_000
    limits.idle = 2_000
    limits.grace = 300
    return limits
  }

  /// - Throws: `StageError` if the plugin fails.
  func run(
    on markdown: String = document, options: String = "{}", limits: TimeLimits = limits, timeout: Int? = nil
  ) throws -> Collection {
    var collection = Collection([Input(path: "list.md", bytes: Array(markdown.utf8))])
    let context = StageContext(recipe: "test", outputs: NoFiles(), timeout: timeout)
    try ParseStage(ParseStage.Options()).run(on: &collection, in: context)
    collection.begin(stage: plugin.manifest.name)
    let stage = try PluginStage(
      plugin, options: try ConfigNode(yaml: Array(options.utf8), path: "options"),
      settings: PluginStage.Settings(limits: limits))
    try stage.run(on: &collection, in: context)
    return collection
  }

  /// What the plugin's failure says, and the last lines that it wrote for people.
  func failure(on markdown: String = document, timeout: Int? = nil) throws -> (message: String, lastLines: [String]) {
    do {
      _ = try run(on: markdown, timeout: timeout)
    } catch StageError.programFailed(let message, let lines) {
      return (message, lines)
    }
    return ("it did not fail", [])
  }
}

/// Plugins emit no files.
private struct NoFiles: OutputSink {
  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile { throw .failed("no files here") }
}
