/// What a stage tells about itself: shown by `curate stages NAME`, checked before a run, its examples run as tests.
public struct StageManual: Sendable {
  public var name: String
  /// One sentence.
  public var summary: String
  /// What a user should know beyond the summary: paragraphs, in Markdown.
  public var discussion: String
  public var rules: [RuleManual]
  public var needs: Set<ModelPart>
  public var provides: Set<ModelPart>
  /// Emitting stages run after all others, wherever they stand in the recipe.
  public var emits: Bool
  public var examples: [StageExample]

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
  /// Documents, sections and links, as `parse` makes them.
  case model
  /// Host class, category and site of each link.
  case labels
}

/// A rule of a stage: the id stands in every event and finding that it causes.
public struct RuleManual: Sendable {
  public var id: RuleID
  public var summary: String
  /// For rules that report: how severe a finding is; nil for rules that change something.
  public var severity: Severity?

  public init(_ id: RuleID, _ summary: String, severity: Severity? = nil) {
    self.id = id
    self.summary = summary
    self.severity = severity
  }
}

/// A runnable example: what the stage makes of a document.
public struct StageExample: Sendable {
  public var title: String
  /// The stage's options as a YAML flow mapping, for example `{mode: regenerate}`.
  public var options: String
  public var input: String
  public var output: String
  /// The rule ids of the findings that it gives, in order of their position.
  public var findings: [RuleID]

  public init(_ title: String, options: String = "{}", input: String, output: String, findings: [RuleID] = []) {
    self.title = title
    self.options = options
    self.input = input
    self.output = output
    self.findings = findings
  }
}

/// The name of a rule: lower-case words joined by `-`, unique in its stage.
public typealias RuleID = String
