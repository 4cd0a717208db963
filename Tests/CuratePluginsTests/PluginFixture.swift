import CurateCore
import CuratePipeline
import CurateStages
import Foundation
import Glibc

@testable import CuratePlugins

/// A plugin of the tests, run over a small document.
///
/// Each fixture is a copy of its own: suites run at the same time, and what one leaves running is not to be mistaken for
/// what another does.
struct PluginFixture {
  let plugin: Plugin
  private let copy: FixtureCopy

  static let document = """
    # List

    See [this](http://prose.example/).

    - [A](https://a.example/)
    - [B](https://b.example/)

    """

  init(_ name: String) throws {
    copy = try FixtureCopy(of: name)
    plugin = try StagesFolder(path: copy.stages).plugin(named: name, taken: [])
  }

  /// Limits that a test can wait for where a plugin comes to no end by itself; all else may take its time, as a busy
  /// machine can need seconds to start Python.
  private var limits: TimeLimits {
    var limits = TimeLimits()
    limits.ready = 60_000
    switch plugin.manifest.name {
    case "never-ready": (limits.ready, limits.grace) = (5_000, 300)
    case "hangs-at-the-end", "hangs-in-the-middle", "ignores-term": (limits.idle, limits.grace) = (4_000, 300)
    default: break
    }
    return limits
  }

  /// Whether no process runs any more that the plugin started, or that is the plugin.
  var leavesNothing: Bool { ProcessTable.ends { !ProcessTable.running(in: plugin.folder).isEmpty } }

  /// - Throws: `StageError` if the plugin fails.
  func run(
    on markdown: String = document, options: String = "{}", timeout: Int? = nil
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
  func failure(timeout: Int? = nil) throws -> (message: String, lastLines: [String]) {
    do {
      _ = try run(timeout: timeout)
    } catch StageError.programFailed(let message, let lines) {
      return (message, lines)
    }
    return ("it did not fail", [])
  }
}

/// A fixture's folder, copied below a `stages/` of its own that goes with the last user.
private final class FixtureCopy {
  /// With no symbolic link in it.
  let stages: String

  struct CannotCopy: Error { var name: String }

  init(of name: String) throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.resolvingSymlinksInPath().appending(
      path: "curate-plugin-" + UUID().uuidString)
    stages = folder.path(percentEncoded: false)
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    // Another process copies: what this one has open for a moment, its children have open too until they become another
    // program, and Linux refuses to run a file that somebody has open for writing.
    let source = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/" + name)
    let arguments: [String] = ["cp", "-Rp", source.path(percentEncoded: false), stages]
    let words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var (id, status) = (pid_t(), Int32(-1))
    guard posix_spawn(&id, "/bin/cp", nil, nil, words, [nil]) == 0, waitpid(id, &status, 0) == id, status == 0 else {
      throw CannotCopy(name: name)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: stages) }
}

/// Plugins emit no files.
private struct NoFiles: OutputSink {
  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile { throw .failed("no files here") }
}
