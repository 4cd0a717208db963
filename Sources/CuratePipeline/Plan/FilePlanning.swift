import CurateCore
import Platform

/// Resolves and checks the files that a run reads and writes.
extension Planner {
  /// The output folder, relative to the working folder.
  mutating func outputFolder() -> String? {
    let folder: String
    let span: SourceSpan
    if let requested = request.output {
      guard !requested.isEmpty else {
        note(.outputUnnamed, at: place(of: requested, flag: "--output"))
        return nil
      }
      folder = Path.clean(requested)
      span = place(of: requested, flag: "--output")
    } else if let output = recipe.output {
      folder = Path.join(recipe.folder, output.value)
      span = output.span
    } else {
      return nil
    }
    if let status = FileStatus(folder), !status.isFolder { note(.outputIsFile(path: folder), at: span) }
    return folder
  }

  mutating func plannedInputs(outsideOf output: String?) -> [PlannedInput] {
    if let documents = request.documents {
      return documents.enumerated().map { PlannedInput(document: $1, number: $0) }
    }
    var found = FoundFiles()
    if request.inputs.isEmpty {
      var search = GlobSearch(excluded: output.map { FileSystem.resolved(Path.absolute($0)) })
      for pattern in recipe.inputs { add(pattern, &search, &found) }
      if found.files.isEmpty, problems.isEmpty { note(.noInputs, at: recipe.inputs.first?.span) }
    } else {
      for path in request.inputs { add(file: Path.clean(path), at: place(of: path, flag: ""), &found) }
    }
    let common = Path.commonFolder(of: found.files.map { Path.absolute($0.path) })
    return found.files.map {
      PlannedInput(path: $0.path, documentPath: Path.below(common, Path.absolute($0.path)), identity: $0.identity)
    }
  }

  private mutating func add(
    _ pattern: Located<String>, _ search: inout GlobSearch, _ found: inout FoundFiles
  ) {
    if pattern.value.hasPrefix("!") {
      if found.files.isEmpty { note(.excludesNothingYet(pattern.value), at: pattern.span) }
      let glob = Glob(Path.absolute(Path.join(recipe.folder, String(pattern.value.dropFirst()))))
      found.remove { glob.matches(Path.absolute($0)) }
      return
    }
    let path = Path.join(recipe.folder, pattern.value)
    // An existing file whose name contains `[` is not a pattern.
    guard Glob.isGlob(pattern.value), FileStatus(path) == nil else { return add(file: path, at: pattern.span, &found) }
    let files = search.files(matching: path)
    if files.isEmpty { note(.globMatchesNothing(pattern.value), at: pattern.span) }
    for file in files { add(file: file, at: pattern.span, &found) }
  }

  private mutating func add(
    file path: String, at span: SourceSpan, _ found: inout FoundFiles
  ) {
    let status: FileStatus
    do throws(SystemError) { status = try .of(path) } catch {
      return note(.inputMissing(path: path, code: error.code), at: span)
    }
    guard !status.isFolder else { return note(.inputIsFolder(path: path), at: span) }
    found.add(path, status.identity)
  }

  /// Reports outputs that are outside the output folder, written twice, or inputs.
  mutating func checkOutputs(of steps: [PlannedStage], inputs: [PlannedInput], folder: String?) {
    var writers: [OutputPlace: String] = [:]
    let sources = InputFiles(inputs)
    for step in steps where step.manual.emits {
      for place in step.stage.places(for: inputs.map(\.documentPath)) {
        if let other = writers.updateValue(step.id, forKey: place) {
          note(.outputCollides(path: name(of: place, inputs), stage: step.id, other: other), at: step.use.uses.span)
        }
        if case .output(let path) = place { check(path, of: step, inputs: sources, folder: folder) }
      }
    }
    checkFolders(of: steps, writers, documents: inputs.map(\.documentPath))
  }

  /// Reports files whose path is also the folder of another file.
  private mutating func checkFolders(
    of steps: [PlannedStage], _ writers: [OutputPlace: String], documents: [String]
  ) {
    for step in steps where step.manual.emits {
      for case .output(let path) in step.stage.places(for: documents) {
        var folder = Path.folder(of: path)
        while folder != ".", folder != "/" {
          if let other = writers[.output(folder)] {
            note(.outputBelowFile(path: path, stage: step.id, file: folder, other: other), at: step.use.uses.span)
          }
          folder = Path.folder(of: folder)
        }
      }
    }
  }

  private mutating func check(_ path: String, of step: PlannedStage, inputs: InputFiles, folder: String?) {
    let span = step.use.uses.span
    guard let folder else { return note(.noOutput(stage: step.id), at: span) }
    guard Path.staysInside(path) else { return note(.outputEscapes(path: path, stage: step.id), at: span) }
    guard !ReservedNames.contains(path) else { return note(.outputReserved(path: path, stage: step.id), at: span) }
    if let status = FileStatus(Path.join(folder, path)), let input = inputs.path(of: status.identity) {
      note(.outputIsInput(path: input, stage: step.id), at: span)
    }
  }

  private func name(of place: OutputPlace, _ inputs: [PlannedInput]) -> String {
    switch place {
    case .output(let path): path
    case .input(let id): inputs[id.index].path
    }
  }
}

extension PlannedInput {
  /// A document whose bytes are supplied by the caller; its identity matches no file.
  init(document path: String, number: Int) {
    self.init(path: path, documentPath: path, identity: FileIdentity(device: .max, number: UInt(number)))
  }

  var isFile: Bool { identity.device != .max }
}

/// Finds inputs by file identity, independently of their paths.
struct InputFiles {
  private let paths: [FileIdentity: String]

  init(_ inputs: [PlannedInput]) {
    paths = Dictionary(inputs.map { ($0.identity, $0.path) }) { first, _ in first }
  }

  /// The path of the input that is this file (nil: not an input).
  func path(of file: FileIdentity) -> String? { paths[file] }
}

/// Distinct files in the order in which they were found.
struct FoundFiles {
  private(set) var files: [(path: String, identity: FileIdentity)] = []
  private var identities: Set<FileIdentity> = []

  mutating func add(_ path: String, _ identity: FileIdentity) {
    if identities.insert(identity).inserted { files.append((path, identity)) }
  }

  mutating func remove(where isExcluded: (String) -> Bool) {
    for file in files where isExcluded(file.path) { identities.remove(file.identity) }
    files.removeAll { isExcluded($0.path) }
  }
}
