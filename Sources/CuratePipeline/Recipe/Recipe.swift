public import CurateCore
import Platform

/// What a recipe file says, with positions: inputs, output, stages, limits and tests.
///
/// A recipe whose meaning is faulty still loads, so that a plan can tell of all its problems at once.
public struct Recipe: Sendable {
  /// The path as it was given; `-` for the built-in recipe.
  public let path: String
  public let bytes: [UInt8]
  /// The `name:`, or the file's name without its extension.
  public let name: String
  /// Paths and globs relative to the recipe's folder; with `!` before it, what is left out.
  public let inputs: [Located<String>]
  /// The output folder, relative to the recipe's folder.
  public let output: Located<String>?
  public let stages: [StageUse]
  public let tests: [RecipeTest]
  /// For the run as a whole.
  public internal(set) var limits: [Limit] = []
  public internal(set) var ignores: [IgnoreUse] = []
  /// What is wrong with it so far; a plan adds what it finds.
  public internal(set) var problems: [RecipeProblem] = []

  let text: SourceText

  /// The folder that its paths are relative to.
  public var folder: String { path == "-" ? "." : Path.folder(of: path) }

  /// The output folder as seen from the working folder.
  public var outputFolder: String? { output.map { Path.join(folder, $0.value) } }
}

/// A value and where it stands.
public struct Located<Value: Sendable & Equatable>: Sendable, Equatable {
  public var value: Value
  public var span: SourceSpan

  public init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

/// One item of `stages:`.
public struct StageUse: Sendable, Equatable {
  public enum OnError: String, Sendable, CaseIterable, OptionConvertible {
    /// The run fails.
    case fail
    /// The model stays as it was before the stage; the history has the error.
    case skip
  }

  /// Its `id:`, or the stage's name.
  public var id: Located<String>
  /// The name of a stage.
  public var uses: Located<String>
  /// The value of `with:`.
  public var options: ConfigNode?
  public var limits: [Limit] = []
  /// In milliseconds.
  public var timeout: Located<Int>?
  public var onError = OnError.fail
  /// Keys that no stage use has: perhaps options that belong under `with:`.
  var strayKeys: [Located<String>] = []
}

/// One item of `tests:`: what a stage, or a range of stages, makes of a document.
public struct RecipeTest: Sendable, Equatable {
  public enum Expectation: Sendable, Equatable {
    /// The document afterwards, byte for byte.
    case document(String)
    /// The links that are left, in order, each by some of its fields.
    case links([[LinkField: String]])
  }

  public var name: Located<String>
  /// The ids of the first and last stage; equal for a single stage.
  public var first: Located<String>
  public var last: Located<String>
  /// The document that the stages get.
  public var given: String
  public var expect: Expectation?
  /// The rules of the findings, in order of their position.
  public var findings: [Located<String>]?
}
