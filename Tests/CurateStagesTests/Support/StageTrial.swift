import CurateCore
import CuratePipeline
import CurateStages
import Synchronization
import Testing

/// A run of a stage on documents in memory, with its edits and findings.
struct StageTrial {
  private(set) var collection: Collection
  let outputs = MemorySink()
  private let stage: String

  /// Parses the documents, runs the stages named in `before` with their defaults, then the stage itself.
  ///
  /// - Parameter options: a YAML flow mapping.
  init(
    _ stage: String, options: String = "{}", before: [String] = [], documents: [(path: String, text: String)],
    files: any FileLookup = UnavailableFileLookup(), catalog: StageCatalog = .builtIn
  ) throws {
    self.stage = stage
    collection = Collection(documents.map { Input(path: $0.path, bytes: Array($0.text.utf8)) })
    let context = StageContext(recipe: "trial", outputs: outputs, files: files)
    if stage != "parse" { try Self.run("parse", nil, on: &collection, in: context) }
    for name in before { try Self.run(name, nil, on: &collection, in: context) }
    let node = try ConfigNode(yaml: Array(options.utf8), path: "options")
    try Self.run(stage, node, of: catalog, on: &collection, in: context)
  }

  init(
    _ stage: String, options: String = "{}", before: [String] = [], _ text: String, catalog: StageCatalog = .builtIn
  ) throws {
    try self.init(stage, options: options, before: before, documents: [("list.md", text)], catalog: catalog)
  }

  private static func run(
    _ name: String, _ options: ConfigNode?, of catalog: StageCatalog = .builtIn, on collection: inout Collection,
    in context: StageContext
  ) throws {
    let entry = try #require(catalog[name], "there is no stage '\(name)'")
    let stage = try entry.make(options)
    collection.begin(stage: name)
    try stage.run(on: &collection, in: context)
  }

  /// The first document as it would be written.
  var output: String { output(of: 0) }

  func output(of document: Int) -> String {
    let settled = collection.resolveEdits()[document]
    return String(decoding: settled.apply(to: collection.documents[document].source), as: UTF8.self)
  }

  var edits: [Edit] { collection.resolveEdits().flatMap(\.edits) }

  /// The findings of the stage itself, in order of position.
  var findings: [Finding] { collection.sortedFindings.filter { $0.stage == stage } }

  var rules: [String] { findings.map(\.rule) }

  /// `line: message [rule]`
  var lines: [String] {
    findings.map { "\(collection[$0.document].line(at: $0.offset)): \($0.message) [\($0.rule)]" }
  }
}

/// Keeps emitted files in memory.
final class MemorySink: OutputSink {
  private let kept = Mutex<[OutputPlace: [UInt8]]>([:])

  var files: [OutputPlace: [UInt8]] { kept.withLock { $0 } }

  private final class File: OutputFile {
    let sink: MemorySink
    let place: OutputPlace
    let bytes = Mutex<[UInt8]>([])

    init(_ sink: MemorySink, _ place: OutputPlace) {
      self.sink = sink
      self.place = place
    }

    func append(_ more: [UInt8]) { bytes.withLock { $0 += more } }
    func close() { sink.kept.withLock { $0[place] = bytes.withLock { $0 } } }
  }

  func open(_ place: OutputPlace) throws(StageError) -> any OutputFile { File(self, place) }
}
