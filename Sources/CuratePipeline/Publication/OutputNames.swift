import CurateCore
import Platform

/// Resolves output places to paths. Rejects paths outside the output folder and paths that are used twice.
struct OutputNames {
  let output: String?
  let inputs: [PlannedInput]
  private let sources: InputFiles
  private var taken: Set<String> = []

  init(output: String?, inputs: [PlannedInput]) {
    self.output = output
    self.inputs = inputs
    sources = InputFiles(inputs)
  }

  struct Name {
    /// Relative to the output folder, or the path of the input.
    var name: String
    var target: String
    var isInPlace: Bool
  }

  mutating func claim(_ place: OutputPlace) throws(StageError) -> Name {
    let name = try resolve(place)
    guard taken.insert(name.target).inserted else { throw .outputCollision(path: name.name) }
    return name
  }

  mutating func release(_ target: String) { taken.remove(target) }

  private func resolve(_ place: OutputPlace) throws(StageError) -> Name {
    switch place {
    case .input(let id):
      guard inputs.indices.contains(id.index) else { throw .failed("there is no document \(id.index)") }
      let path = inputs[id.index].path
      // Rewrites the target of a symbolic link and keeps the link.
      return Name(name: path, target: FileSystem.resolved(path), isInPlace: true)
    case .output(let path):
      guard let output else {
        throw .failed("the recipe names no output folder for '\(path)'; add `output: ../output`")
      }
      guard Path.staysInside(path), !ReservedNames.contains(path) else {
        throw .failed("'\(path)' is not a path below the output folder that a stage may write")
      }
      let target = Path.join(output, path)
      if let identity = FileStatus(target)?.identity, let input = sources.path(of: identity) {
        throw .failed("'\(path)' would overwrite the input \(input); `write: in-place` does so on purpose")
      }
      return Name(name: path, target: target, isInPlace: false)
    }
  }
}
