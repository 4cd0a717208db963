/// The stages that a recipe can use, in the order of the manual.
public struct StageCatalog: Sendable {
  /// The stages.
  public let entries: [Entry]

  /// A stage of the catalog: its manual, its options and its factory.
  public struct Entry: Sendable {
    /// The manual of the stage.
    public let manual: StageManual
    private let describeOptions: @Sendable () -> [OptionDescription]
    /// Creates a stage with the options of `with:`, or with the defaults if it is nil.
    public let make: @Sendable (ConfigNode?) throws(OptionProblems) -> any RunnableStage

    /// Creates an entry for a stage without a Swift type, such as a plugin.
    package init(
      manual: StageManual, options: @escaping @autoclosure @Sendable () -> [OptionDescription],
      make: @escaping @Sendable (ConfigNode?) throws(OptionProblems) -> any RunnableStage
    ) {
      self.manual = manual
      describeOptions = options
      self.make = make
    }

    /// The options. Computed on each access, because only manuals and error messages need them.
    public var options: [OptionDescription] { describeOptions() }

    /// Creates an entry for a stage type.
    public init<S: Stage>(_ stage: S.Type) {
      self.init(manual: S.manual, options: S.Options.descriptions) { (node: ConfigNode?) throws(OptionProblems) in
        guard let node else { return S(S.Options()) }
        return S(try S.Options(node))
      }
    }
  }

  /// Stages that exist but cannot be used, by name.
  public let unavailableStages: [String: UnavailableStage]

  /// Why a stage cannot be used.
  public struct UnavailableStage: Sendable, Equatable {
    /// The cause.
    public var message: String
    /// The remedy.
    public var hint: String?

    package init(_ message: String, hint: String? = nil) {
      self.message = message
      self.hint = hint
    }
  }

  /// Creates a catalog.
  public init(_ entries: [Entry], unavailableStages: [String: UnavailableStage] = [:]) {
    self.entries = entries
    self.unavailableStages = unavailableStages
  }

  /// The stage with a name; nil if there is none.
  public subscript(name: String) -> Entry? { entries.first { $0.manual.name == name } }
}
