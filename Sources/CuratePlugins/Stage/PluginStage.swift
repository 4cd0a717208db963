public import CurateCore

/// A plugin as a stage. curate applies its verdicts through the same model functions that built-in stages use.
public struct PluginStage: RunnableStage {
  let plugin: Plugin
  let options: [(name: String, value: OptionValue)]
  let settings: Settings

  /// The settings of plugins.
  public struct Settings: Sendable {
    public var limits = TimeLimits()
    /// Records the exchange with each plugin; nil to record nothing.
    public var recorder: ExchangeRecorder?

    public init(limits: TimeLimits = TimeLimits(), recorder: ExchangeRecorder? = nil) {
      self.limits = limits
      self.recorder = recorder
    }
  }

  /// - Throws: the problems of the options.
  package init(_ plugin: Plugin, options node: ConfigNode?, settings: Settings = Settings()) throws(OptionProblems) {
    self.plugin = plugin
    self.settings = settings
    options = try plugin.manifest.options.values(from: node)
  }

  /// - Parameter values: the values of all options, which must have the declared types.
  init(_ plugin: Plugin, values: [(name: String, value: OptionValue)]) {
    self.plugin = plugin
    settings = Settings()
    options = values
  }

  /// Runs the plugin on a collection and applies its verdicts.
  ///
  /// - Throws: `StageError.programFailed` if the plugin fails; the collection then does not change.
  public func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    let manifest = plugin.manifest
    if !manifest.reads.isDisjoint(with: ItemField.identities) { collection.identifyAll() }
    let response: PluginResponse
    let targets: ItemList.Targets
    do {
      let items = ItemList(collection, for: manifest)
      targets = items.targets
      response = try exchange(ItemWriter(items), context)
    }
    VerdictApplier(targets, manifest).apply(response, to: &collection)
  }

  private func exchange(_ items: ItemWriter, _ context: StageContext) throws(StageError) -> PluginResponse {
    var limits = settings.limits
    limits.total = context.timeout ?? limits.total
    settings.recorder?.begin(plugin.manifest)
    defer { settings.recorder?.end() }
    let outcome = Exchange.run(
      plugin.launch, hello: hello(isDryRun: context.isDryRun), items: items,
      permissions: Permissions(plugin.manifest), limits: limits, observer: settings.recorder,
      isCancelled: context.isCancelled)
    do throws(PluginFailure) {
      return try outcome.result.get()
    } catch {
      throw .programFailed(PluginMessages.message(for: error), lastLines: outcome.errorLines)
    }
  }

  /// Encodes the first message to the plugin.
  ///
  /// - Parameter isLaterVersion: whether the message has additional fields, as in a later version of the protocol.
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
      if isLaterVersion { json.fieldOfLaterVersion() }
    }
    json.endLine()
    return json.bytes
  }
}
