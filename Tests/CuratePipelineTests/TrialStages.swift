import CurateCore
import CuratePipeline
import CurateStages

extension StageCatalog {
  /// `parse` as it is, and small stages that do one thing each.
  static let trial = StageCatalog([
    Entry(ParseStage.self), Entry(SiftStage.self), Entry(StampStage.self), Entry(WeighStage.self),
    Entry(BumpStage.self), Entry(MergeStage.self), Entry(LoseStage.self), Entry(FailStage.self),
    Entry(CancelStage.self), Entry(PrintListStage.self), Entry(RewriteStage.self), Entry(MeddleStage.self),
  ])
}

/// Has an option of every kind, and does nothing.
struct SiftStage: Stage {
  struct Options: StageOptions {
    enum Scope: String, CaseIterable, OptionConvertible { case list, item, document }

    struct Rule: StageOptions {
      var host = ""
      var label = ""
      static let specs = [
        OptionSpec<Self>("host", \.host, "The host.", required: true), OptionSpec<Self>("label", \.label, "The label."),
      ]
    }

    var scope = Scope.list
    var strict = false
    var most = 10
    var names: [String] = []
    var title = ""
    var rules: [Rule] = []

    static let specs = [
      OptionSpec<Self>("scope", \.scope, "Where."), OptionSpec<Self>("strict", \.strict, "Whether."),
      OptionSpec<Self>("most", \.most, "How many."), OptionSpec<Self>("names", \.names, "Which."),
      OptionSpec<Self>("title", \.title, "What."), OptionSpec<Self>("rules", \.rules, "By which rules."),
    ]
  }

  static let manual = StageManual(name: "sift", summary: "Looks at links.")
  let options: Options
  init(_ options: Options) { self.options = options }
  func run(on collection: inout Collection, in context: StageContext) throws(StageError) {}
}

struct StampStage: Stage {
  static let manual = StageManual(name: "stamp", summary: "Labels links.", provides: [.labels])
  init(_ options: NoOptions) {}
  func run(on collection: inout Collection, in context: StageContext) throws(StageError) {}
}

struct WeighStage: Stage {
  static let manual = StageManual(name: "weigh", summary: "Weighs labels.", needs: [.model, .labels])
  init(_ options: NoOptions) {}
  func run(on collection: inout Collection, in context: StageContext) throws(StageError) {}
}

/// Makes every http link https, and says so.
struct BumpStage: Stage {
  static let manual = StageManual(
    name: "bump", summary: "Makes http links https.",
    rules: [
      RuleManual("https", "An http link becomes https."), RuleManual("http", "A link was http.", severity: .note),
    ])
  init(_ options: NoOptions) {}
  func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    for link in collection.links where collection.url(of: link.id).hasPrefix("http:") {
      let url = "https:" + collection.url(of: link.id).dropFirst(5)
      collection.setURL(link.id, to: url, rule: "https", reason: "trial")
      collection.report("was http", rule: "http", severity: .note, link: link.id)
    }
  }
}

/// Merges every entry into the first of the same URL.
struct MergeStage: Stage {
  static let manual = StageManual(name: "merge", summary: "Merges entries with one URL.")
  init(_ options: NoOptions) {}
  func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    var first: [String: LinkID] = [:]
    for link in collection.links {
      let url = collection.url(of: link.id)
      if let survivor = first[url] {
        collection.merge(link.id, into: survivor, rule: "same", reason: "trial")
      } else {
        first[url] = link.id
      }
    }
  }
}

/// Replaces the first list item by words, and so loses its link.
struct LoseStage: Stage {
  static let manual = StageManual(name: "lose", summary: "Loses a link.")
  init(_ options: NoOptions) {}
  func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    guard let link = collection.links.first else { return }
    collection.replaceBlock(
      link.range.range, in: link.document, with: Array("gone".utf8), field: "item", rule: "lose", reason: "trial")
  }
}

/// Changes a link, and then cannot go on.
struct FailStage: Stage {
  static let manual = StageManual(name: "fail", summary: "Fails.")
  init(_ options: NoOptions) {}
  func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    if let link = collection.links.first {
      collection.setURL(link.id, to: "https://half-done.example", rule: "half", reason: "trial")
    }
    throw .failed("the kettle is empty")
  }
}

/// Asks for a stop in the middle of the run.
struct CancelStage: Stage {
  nonisolated(unsafe) static var cancel: () -> Void = {}
  static let manual = StageManual(name: "cancel", summary: "Presses Ctrl-C.")
  init(_ options: NoOptions) {}
  func run(on collection: inout Collection, in context: StageContext) throws(StageError) { Self.cancel() }
}

/// Emits each document as it is in the source, with the edits.
struct PrintListStage: Stage {
  struct Options: StageOptions {
    var to = "{path}"
    static let specs = [OptionSpec<Self>("to", \.to, "The path.")]
  }

  static let manual = StageManual(name: "print-list", summary: "Writes the lists.", emits: true)
  let options: Options
  init(_ options: Options) { self.options = options }

  func places(for documents: [String]) -> [OutputPlace] {
    documents.map { .output(options.to == "{path}" ? $0 : options.to) }
  }

  func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    for (place, resolved) in zip(places(for: collection.documents.map(\.path)), collection.resolveEdits()) {
      try context.outputs.write(resolved.apply(to: collection[resolved.document].source), to: place)
    }
  }
}

/// Writes documents over their inputs.
struct RewriteStage: Stage {
  static let manual = StageManual(name: "rewrite", summary: "Writes the lists in place.", emits: true)
  init(_ options: NoOptions) {}

  func places(for documents: [String]) -> [OutputPlace] { documents.indices.map { .input(DocumentID($0)) } }

  func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    for resolved in collection.resolveEdits() {
      let bytes = resolved.apply(to: collection[resolved.document].source)
      try context.outputs.write(bytes, to: .input(resolved.document))
    }
  }
}

/// An emitting stage that changes links, which it must not.
struct MeddleStage: Stage {
  static let manual = StageManual(name: "meddle", summary: "Changes links too late.", emits: true)
  init(_ options: NoOptions) {}
  func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    if let link = collection.links.first {
      collection.setURL(link.id, to: "https://late.example", rule: "late", reason: "trial")
    }
  }
}
