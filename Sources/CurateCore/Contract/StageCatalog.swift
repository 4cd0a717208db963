/// The stages that a recipe can use, in the order of the manual.
public struct StageCatalog: Sendable {
  public let entries: [Entry]

  /// A stage as the pipeline sees it: its manual, its options, and how to make one.
  public struct Entry: Sendable {
    public let manual: StageManual
    private let describeOptions: @Sendable () -> [OptionDescription]
    /// Makes a stage from the value of `with:`, or with its defaults if there is none.
    public let make: @Sendable (ConfigNode?) throws(OptionProblems) -> any RunnableStage

    public init(
      manual: StageManual, options: @escaping @autoclosure @Sendable () -> [OptionDescription],
      make: @escaping @Sendable (ConfigNode?) throws(OptionProblems) -> any RunnableStage
    ) {
      self.manual = manual
      describeOptions = options
      self.make = make
    }

    /// Worked out each time: only manuals and errors want them, and every run would pay for them.
    public var options: [OptionDescription] { describeOptions() }

    public init<S: Stage>(_ stage: S.Type) {
      self.init(manual: S.manual, options: S.Options.descriptions) { (node: ConfigNode?) throws(OptionProblems) in
        guard let node else { return S(S.Options()) }
        return S(try S.Options(node))
      }
    }
  }

  /// Stages that are there and cannot be used, by name, and why.
  public let unavailableStages: [String: UnavailableStage]

  /// Why a stage cannot be used, as a sentence, and what to do about it.
  public struct UnavailableStage: Sendable, Equatable {
    public var message: String
    public var hint: String?

    public init(_ message: String, hint: String? = nil) {
      self.message = message
      self.hint = hint
    }
  }

  public init(_ entries: [Entry], unavailableStages: [String: UnavailableStage] = [:]) {
    self.entries = entries
    self.unavailableStages = unavailableStages
  }

  public subscript(name: String) -> Entry? { entries.first { $0.manual.name == name } }
}
