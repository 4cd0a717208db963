import CurateCore
import CurateHistory
import CuratePipeline
import CuratePlugins
import CurateStages
import Platform

/// Finds the bytes that undoing a run puts back: lists from the history, reports by running their recipe again.
struct UndoPlanner {
  let history: History
  let folder: String
  let run: RunSummary
  /// The runs that are left, newest first.
  private let runs: [RunSummary]
  private var replays: [Int64: Replay] = [:]

  init(history: History, folder: String, run: RunSummary) throws {
    self.history = history
    self.folder = folder
    self.run = run
    runs = try history.runs()
  }

  private var hasForgottenRuns: Bool { runs.last.map { $0.number > 1 } ?? false }

  /// - Parameter lenient: leaves files alone that cannot be restored, and says so in a note.
  mutating func plan(leavingWhatCannotBeRestored lenient: Bool) throws -> UndoPlan {
    let predecessor = lastFinished(before: run.number)
    var plan = UndoPlan(run: run.number, predecessor: predecessor?.number, record: try record())
    for step in try history.undoSteps(of: run.number) {
      do {
        let (bytes, note) = try bytes(before: step)
        if let note { plan.notes.append(note) }
        plan.files.append(
          Restoration.File(path: step.path, isInPlace: step.isInPlace, bytes: bytes, expected: step.written))
      } catch let failure as UndoFailure {
        guard lenient else { throw CommandFailure.undo(failure) }
        plan.notes.append("\(step.path) stays as it is: \(UndoMessages.sentence(for: failure))")
      }
    }
    try describeLinks(&plan)
    return plan
  }

  private func record() throws -> RunRecord {
    RunRecord(
      recipePath: run.recipePath, recipeName: run.recipeName,
      recipe: try history.recipe(of: run.number) ?? [],
      arguments: Run.origin.arguments, curateVersion: Run.origin.curateVersion,
      suffixDataVersion: Run.origin.suffixDataVersion, startedAt: 0)
  }

  /// Nil bytes: there was no such file.
  private mutating func bytes(before step: UndoStep) throws -> (bytes: [UInt8]?, note: String?) {
    switch step.before {
    case .nothing:
      // A run that was pruned may have written it.
      if hasForgottenRuns { throw UndoFailure.notKept(run.number, [step.path]) }
      return (nil, nil)
    case .notKept: throw UndoFailure.notKept(run.number, [step.path])
    case .contents(let sha256):
      guard let bytes = try history.contents(of: sha256) else { throw UndoFailure.notKept(run.number, [step.path]) }
      return (bytes, nil)
    case .report(let writer, let sha256):
      guard !sha256.isEmpty else { return (nil, nil) }
      let report = try report(step.path, of: writer)
      let note = UndoMessages.difference(in: step.path, from: writer, isOtherCurate: !isThisCurate(writer))
      return (report.bytes, report.sha256 == sha256 ? nil : note)
    }
  }

  /// A report as a run wrote it. If that run was itself an undo, the report is that of a run before.
  private mutating func report(_ path: String, of writer: Int64) throws -> Replay.File {
    var source = writer
    while let undone = summary(of: source)?.undone {
      let steps = try history.undoSteps(of: undone)
      guard case .report(let earlier, _) = steps.first(where: { $0.path == path })?.before else {
        throw UndoFailure.cannotRemake(
          [path], of: writer, why: "the run that it came from is not in the history any more")
      }
      source = earlier
    }
    guard let file = try replay(of: source).files.first(where: { $0.path == path }) else {
      throw UndoFailure.cannotRemake([path], of: source, why: "this curate writes no such file for that recipe")
    }
    return file
  }

  private func summary(of number: Int64) -> RunSummary? { runs.first { $0.number == number } }

  private func isThisCurate(_ number: Int64) -> Bool {
    let (run, origin) = (summary(of: number), Run.origin)
    return run?.curateVersion == origin.curateVersion && run?.suffixDataVersion == origin.suffixDataVersion
  }

  private func lastFinished(before number: Int64) -> RunSummary? {
    runs.first { $0.status == .done && $0.number < number }
  }
}

extension UndoPlanner {
  /// Runs the recipe of a run again, over the inputs that it read, on the day when it did, with what it was told of files.
  private mutating func replay(of number: Int64) throws -> Replay {
    if let known = replays[number] { return known }
    func fail(_ why: String) -> UndoFailure { .cannotRemake([], of: number, why: why) }
    guard let summary = summary(of: number), let text = try history.recipe(of: number) else {
      throw fail("its recipe is not in the history")
    }
    guard let documents = try documents(of: number) else {
      throw fail("what it read held credentials, which the history does not keep")
    }
    let today = try Self.day(of: summary)
    let replay: Replay
    do {
      let recipe = try Recipe(text, path: summary.recipePath)
      let arguments = summary.runArguments
      let plan = try Plan(
        recipe, catalog: try PluginCatalog.trusted(for: recipe),
        request: Plan.Request(
          inputs: arguments?.lists ?? [], output: folder, only: arguments?.only ?? [], skip: arguments?.skip ?? [],
          settings: arguments?.set ?? [], documents: documents.map(\.path), documentFolder: summary.inputFolder,
          today: today))
      let files = RecordedFileLookup(missing: try history.missingFiles(of: number))
      replay = try Replay(plan, documents: documents, files: files, origin: Run.origin)
    } catch let error as RunError {
      if error == .interrupted { throw CommandFailure.run(error) }
      throw fail(error.description)
    } catch {
      throw fail("this curate does not take its recipe: \(error)")
    }
    replays[number] = replay
    return replay
  }

  /// `SOURCE_DATE_EPOCH` is taken to be what it was, as the history keeps nothing of the environment.
  private static func day(of run: RunSummary) throws(CommandFailure) -> CalendarDate {
    try SourceDate.day() ?? CalendarDate(secondsSince1970: Int(run.startedAt / 1000))
  }

  /// What a run read; nil if the history does not have all of it.
  private func documents(of number: Int64) throws -> [Input]? {
    let files = try history.inputs(of: number)
    let inputs = try files.compactMap { file in
      try history.contents(of: file.sha256).map { Input(path: file.path, bytes: $0) }
    }
    return inputs.count == files.count ? inputs : nil
  }

  /// Which links the undone state has: those of files that are written in place as they stand now, else those of the
  /// run before.
  private mutating func describeLinks(_ plan: inout UndoPlan) throws {
    let inPlace = plan.files.filter(\.isInPlace)
    if !inPlace.isEmpty {
      let paths = try history.inputs(of: run.number).map(\.path)
      plan.collection = Self.parsed(
        inPlace.compactMap { file in
          DocumentName.find(file.path, among: paths).flatMap { name in
            WorkingFile(file.path).map { Input(path: name, bytes: $0.bytes) }
          }
        })
    } else if let predecessor = plan.predecessor {
      do {
        let replay = try replay(of: try source(of: predecessor))
        plan.collection = replay.collection
        plan.record.resolvedEdits = replay.record.resolvedEdits
        plan.record.stages = replay.record.stages
        plan.record.missingFiles = replay.record.missingFiles
      } catch is UndoFailure {
        // Its links at least are known.
        plan.collection = Self.parsed(try documents(of: predecessor) ?? [])
      }
    }
    let put = plan.files.count { $0.bytes != nil }
    let removed = plan.files.count - put
    plan.record.stages.append(
      StageRecord(
        id: "undo", uses: "undo", milliseconds: 0, events: 0, edits: 0, merged: 0, removed: 0, findings: 0,
        summary: "undid run \(run.number): \(put.pluralized("file")) put back, \(removed) removed"))
  }

  /// The run whose stages made what `number` left: itself, unless it undid another.
  private func source(of number: Int64) throws -> Int64 {
    var source = number
    while let undone = summary(of: source)?.undone {
      guard let earlier = lastFinished(before: undone) else {
        throw UndoFailure.cannotRemake([], of: number, why: "the run before it is not in the history any more")
      }
      source = earlier.number
    }
    return source
  }

  private static func parsed(_ inputs: [Input]) -> Collection {
    var collection = Collection(inputs)
    // What is not UTF-8 has no links.
    do throws(StageError) { try collection.parse() } catch { collection = Collection([]) }
    return collection
  }
}
