public import CurateCore

/// A plugin as a stage like any other: it is asked, and its verdicts go through the same verbs as those of a built-in.
public struct PluginStage: RunnableStage {
  let plugin: Plugin
  let options: [(name: String, value: OptionValue)]
  let settings: Settings

  /// How plugins are run.
  public struct Settings: Sendable {
    public var limits = TimeLimits()
    /// Keeps what is said.
    public var record: ExchangeRecord?

    public init(limits: TimeLimits = TimeLimits(), record: ExchangeRecord? = nil) {
      self.limits = limits
      self.record = record
    }
  }

  /// - Throws: what is wrong with the options.
  public init(_ plugin: Plugin, options node: ConfigNode?, settings: Settings = Settings()) throws(OptionProblems) {
    self.plugin = plugin
    self.settings = settings
    options = try plugin.manifest.options.values(from: node)
  }

  /// - Parameter values: of all options, of the right types.
  init(_ plugin: Plugin, values: [(name: String, value: OptionValue)]) {
    self.plugin = plugin
    settings = Settings()
    options = values
  }

  public func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    let manifest = plugin.manifest
    if !manifest.reads.isDisjoint(with: ItemField.identities) { collection.identifyAll() }
    let ledger: Ledger
    let ids: ItemList.Targets
    do {
      let items = ItemList(collection, for: manifest)
      ids = items.targets
      ledger = try talk(about: ItemWriter(items), context)
    }
    Application(ids, manifest).apply(ledger, to: &collection)
  }

  private func talk(about items: ItemWriter, _ context: StageContext) throws(StageError) -> Ledger {
    var limits = settings.limits
    limits.total = context.timeout ?? limits.total
    settings.record?.begin(plugin.manifest)
    defer { settings.record?.end() }
    let outcome = Exchange.run(
      plugin.launch, hello: hello(isDryRun: context.isDryRun), items: items, rights: Rights(plugin.manifest),
      limits: limits, record: settings.record, isCancelled: context.isCancelled)
    do throws(PluginFailure) {
      return try outcome.result.get()
    } catch {
      throw .programFailed(PluginMessages.sentence(for: error), lastLines: outcome.errorLines)
    }
  }

  func hello(isDryRun: Bool, isLaterVersion: Bool = false) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("t", "hello")
      json.array("protocols") { json in
        json.value(1)
        if isLaterVersion { json.value(2) }
      }
      json.member("stage", plugin.manifest.name)
      json.object("options") { json in
        for option in options {
          json.name(option.name)
          option.value.write(to: &json)
        }
      }
      json.member("dry_run", isDryRun)
      if isLaterVersion { json.memberOfLaterVersion() }
    }
    json.endLine()
    return json.bytes
  }
}

extension OptionValue {
  func write(to json: inout JSONWriter) {
    switch self {
    case .boolean(let value): json.value(value)
    case .integer(let value): json.value(value)
    case .string(let value): json.value(value)
    case .list(let values): json.array { json in for value in values { value.write(to: &json) } }
    }
  }
}
