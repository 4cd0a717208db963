public import CurateCore

extension ConfigNode {
  /// Reads one YAML document.
  ///
  /// - Parameter path: how errors name it.
  /// - Throws: everything that is wrong with it as YAML.
  public init(yaml bytes: [UInt8], path: String) throws(RecipeErrors) {
    let text = SourceText(bytes)
    let (node, errors) = try YAMLComposer.compose(bytes, text, path: path)
    guard errors.isEmpty else { throw RecipeErrors(errors.map(RecipeProblem.init), path: path, text: text) }
    self = node
  }
}

extension YAMLComposer {
  /// - Throws: the first fault after which nothing more can be read.
  static func compose(
    _ bytes: [UInt8], _ text: SourceText, path: String
  ) throws(RecipeErrors) -> (ConfigNode, [YAMLError]) {
    do throws(YAMLError) {
      return try compose(bytes, text)
    } catch {
      throw RecipeErrors([RecipeProblem(error)], path: path, text: text)
    }
  }
}

/// A YAML file as a node tree that is still meant to be judged: with its text, for positions, and what is wrong so far.
package struct ConfigFile {
  package let root: ConfigNode
  package let text: SourceText
  package let problems: [RecipeProblem]

  /// - Throws: what leaves nothing to judge.
  package init(yaml bytes: [UInt8], path: String) throws(RecipeErrors) {
    text = SourceText(bytes)
    let (root, errors) = try YAMLComposer.compose(bytes, text, path: path)
    self.root = root
    problems = errors.map(RecipeProblem.init)
    guard errors.allSatisfy(\.leavesMeaning) else { throw RecipeErrors(problems, path: path, text: text) }
  }
}

extension RecipeProblem {
  init(_ error: YAMLError) { self.init(.yaml(error.fault), at: error.span) }
}
