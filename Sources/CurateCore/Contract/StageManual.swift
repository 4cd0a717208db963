/// The manual of a stage. `curate stages NAME` shows it, a plan is checked against it, and tests run its examples.
public struct StageManual: Sendable {
  /// The name in a recipe's `uses:`.
  public var name: String
  /// One sentence that says what the stage does.
  public var summary: String
  /// More information for the user: paragraphs in Markdown.
  public var discussion: String
  /// The rules that events and findings of the stage name.
  public var rules: [RuleManual]
  /// The parts of the model that must exist before the stage runs.
  public var needs: Set<ModelPart>
  /// The parts of the model that the stage creates.
  public var provides: Set<ModelPart>
  /// Whether the stage emits files. Emitting stages run after all others, regardless of their position in the recipe.
  public var emits: Bool
  /// Runnable examples.
  public var examples: [StageExample]

  /// Creates a manual.
  public init(
    name: String, summary: String, discussion: String = "", rules: [RuleManual] = [],
    needs: Set<ModelPart> = [.model], provides: Set<ModelPart> = [], emits: Bool = false, examples: [StageExample] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.rules = rules
    self.needs = needs
    self.provides = provides
    self.emits = emits
    self.examples = examples
  }
}

/// A part of the model that one stage provides and another needs.
public enum ModelPart: String, Sendable, CaseIterable {
  /// Documents, sections and links; created by `parse`.
  case model
  /// Host class, category and site of each link; created by `classify`.
  case labels
}

/// A rule of a stage. Every event and finding names the rule that caused it.
public struct RuleManual: Sendable {
  /// The id of the rule.
  public var id: RuleID
  /// One sentence that says what the rule changes or reports.
  public var summary: String
  /// The severity of its findings; nil for a rule that changes something.
  public var severity: Severity?

  /// Creates the manual of a rule.
  public init(_ id: RuleID, _ summary: String, severity: Severity? = nil) {
    self.id = id
    self.summary = summary
    self.severity = severity
  }
}

/// A runnable example: a document before and after the stage.
public struct StageExample: Sendable {
  /// The subject of the example.
  public var title: String
  /// The options of the stage as a YAML flow mapping, for example `{mode: regenerate}`.
  public var options: String
  /// The document before the stage.
  public var input: String
  /// The document after the stage.
  public var output: String
  /// The rules of the expected findings, in order of position.
  public var findings: [RuleID]

  /// Creates an example.
  public init(_ title: String, options: String = "{}", input: String, output: String, findings: [RuleID] = []) {
    self.title = title
    self.options = options
    self.input = input
    self.output = output
    self.findings = findings
  }
}

/// The id of a rule: lower-case words joined by `-`, unique in its stage.
public typealias RuleID = String
