import CurateCore
import CuratePipeline
import CurateStages
import Foundation
import Glibc

@testable import CuratePlugins

/// A plugin of the tests, run on a small document.
///
/// Each fixture is a separate copy: suites run in parallel, and a process that one of them leaves must not be attributed to
/// another.
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

  /// Short limits for plugins that never exit on their own. All others get long ones, because a busy machine can need
  /// seconds to start Python.
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

  /// Whether neither the plugin nor a process that it started still runs.
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

  /// Returns the message of the plugin's failure, and the last lines of its standard error.
  func failure(timeout: Int? = nil) throws -> (message: String, lastLines: [String]) {
    do {
      _ = try run(timeout: timeout)
    } catch StageError.programFailed(let message, let lines) {
      return (message, lines)
    }
    return ("it did not fail", [])
  }
}

/// A copy of a fixture's folder in its own `stages/`, which is removed with the last reference.
private final class FixtureCopy {
  /// The path, without symbolic links.
  let stages: String

  struct CannotCopy: Error { var name: String }

  init(of name: String) throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.resolvingSymlinksInPath().appending(
      path: "curate-plugin-" + UUID().uuidString)
    stages = folder.path(percentEncoded: false)
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    // `cp` copies in its own process. A file that this process opens for writing is inherited by each child until it calls
    // exec, and Linux refuses to run a file that is open for writing (ETXTBSY).
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

/// An output sink for plugins, which emit no files.
private struct NoFiles: OutputSink {
  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile { throw .failed("no files here") }
}
