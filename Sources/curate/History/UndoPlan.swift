import CurateCore
import CurateHistory
import CuratePipeline
import CuratePlugins
import CurateStages
import Platform

/// The files to restore and the record to write when a run is undone.
struct UndoPlan {
  /// The run to undo.
  var run: Int64
  /// The last finished run before it; nil if it was the first.
  var predecessor: Int64?
  var files: [Restoration.File] = []
  var record: RunRecord
  /// The links of the restored files.
  var collection = Collection([])
  /// Notes to print, one sentence each.
  var notes: [String] = []
}

/// The reason why a run cannot be undone. `UndoMessages` has the messages.
enum UndoFailure: Error {
  case notFinished(Int64, RunSummary.Status)
  /// The history does not keep the previous contents of these files.
  case notKept(Int64, [String])
  /// These reports of this run cannot be regenerated.
  case cannotRegenerate([String], of: Int64, why: String)
  /// `later` is the newest run after the one to undo.
  case filesChanged(Int64, [String], later: Int64?)

  var exitCode: Int32 { if case .notFinished = self { 2 } else { 4 } }
}

/// Finds the bytes to restore: lists in the history, reports by running their recipe again.
struct UndoPlanner {
  let history: History
  let folder: String
  let run: RunSummary
  /// The runs in the history, newest first.
  private let runs: [RunSummary]
  private var replays: [Int64: Replay] = [:]

  init(history: History, folder: String, run: RunSummary) throws {
    self.history = history
    self.folder = folder
    self.run = run
    runs = try history.runs()
  }

  private var hasPrunedRuns: Bool { runs.last.map { $0.number > 1 } ?? false }

  /// - Parameter skipping: skips files that cannot be restored and adds a note, instead of throwing.
  mutating func plan(skippingUnrestorable skipping: Bool) throws -> UndoPlan {
    let predecessor = lastFinished(before: run.number)
    var plan = UndoPlan(run: run.number, predecessor: predecessor?.number, record: try record())
    for step in try history.undoSteps(of: run.number) {
      do {
        let (bytes, note) = try bytes(before: step)
        if let note { plan.notes.append(note) }
        plan.files.append(
          Restoration.File(path: step.path, isInPlace: step.isInPlace, bytes: bytes, expected: step.written))
      } catch let failure as UndoFailure {
        guard skipping else { throw CommandFailure.undo(failure) }
        plan.notes.append("\(step.path) is not restored: \(UndoMessages.message(for: failure))")
      }
    }
    try describeLinks(&plan)
    return plan
  }

  private func record() throws -> RunRecord {
    RunRecord(
      recipePath: run.recipePath, recipeName: run.recipeName,
      recipe: try history.recipe(of: run.number) ?? [],
      arguments: RecipeRun.origin.arguments, curateVersion: RecipeRun.origin.curateVersion,
      suffixDataVersion: RecipeRun.origin.suffixDataVersion, startedAt: 0)
  }

  /// Returns the contents of a file before a step; nil bytes if the file did not exist.
  private mutating func bytes(before step: UndoStep) throws -> (bytes: [UInt8]?, note: String?) {
    switch step.before {
    case .nothing:
      // A run that was pruned may have written it.
      if hasPrunedRuns { throw UndoFailure.notKept(run.number, [step.path]) }
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

  /// Returns a report as a run wrote it. If that run was an undo, returns the report of the earlier run that it restored.
  private mutating func report(_ path: String, of writer: Int64) throws -> Replay.File {
    var source = writer
    while let undone = summary(of: source)?.undone {
      let steps = try history.undoSteps(of: undone)
      guard case .report(let earlier, _) = steps.first(where: { $0.path == path })?.before else {
        throw UndoFailure.cannotRegenerate(
          [path], of: writer, why: "the run that made it is no longer in the history")
      }
      source = earlier
    }
    guard let file = try replay(of: source).files.first(where: { $0.path == path }) else {
      throw UndoFailure.cannotRegenerate([path], of: source, why: "this curate writes no such file for that recipe")
    }
    return file
  }

  private func summary(of number: Int64) -> RunSummary? { runs.first { $0.number == number } }

  private func isThisCurate(_ number: Int64) -> Bool {
    let (run, origin) = (summary(of: number), RecipeRun.origin)
    return run?.curateVersion == origin.curateVersion && run?.suffixDataVersion == origin.suffixDataVersion
  }

  private func lastFinished(before number: Int64) -> RunSummary? {
    runs.first { $0.status == .done && $0.number < number }
  }
}

extension UndoPlanner {
  /// Runs the recipe of a run again, with the inputs, the date and the missing files of that run.
  private mutating func replay(of number: Int64) throws -> Replay {
    if let known = replays[number] { return known }
    func fail(_ why: String) -> UndoFailure { .cannotRegenerate([], of: number, why: why) }
    guard let summary = summary(of: number), let text = try history.recipe(of: number) else {
      throw fail("its recipe is not in the history")
    }
    guard let documents = try documents(of: number) else {
      throw fail("its inputs held credentials, which the history does not keep")
    }
    let today = try Self.day(of: summary)
    let replay: Replay
    do {
      let recipe = try Recipe(text, path: summary.recipePath)
      let options = summary.runOptions
      let plan = try Plan(
        recipe, catalog: try PluginCatalog.trusted(for: recipe),
        request: Plan.Request(
          inputs: options?.lists ?? [], output: folder, only: options?.only ?? [], skip: options?.skip ?? [],
          settings: options?.set ?? [], documents: documents.map(\.path), documentFolder: summary.inputFolder,
          today: today))
      let files = RecordedFileLookup(missing: try history.missingFiles(of: number))
      replay = try Replay(
        plan, documents: documents, files: files, origin: RecipeRun.origin, isCancelled: { Cancellation.isRequested })
    } catch let error as RunError {
      if error == .interrupted { throw CommandFailure.run(error) }
      throw fail(error.description)
    } catch {
      throw fail("this version of curate does not accept its recipe: \(error)")
    }
    replays[number] = replay
    return replay
  }

  /// Returns the date of a run. Assumes that `SOURCE_DATE_EPOCH` has not changed, because the history does not record the
  /// environment.
  private static func day(of run: RunSummary) throws(CommandFailure) -> CalendarDate {
    try SourceDate.day() ?? CalendarDate(secondsSince1970: Int(run.startedAt / 1000))
  }

  /// Returns the inputs of a run; nil if the history does not keep all of them.
  private func documents(of number: Int64) throws -> [Input]? {
    let files = try history.inputs(of: number)
    let inputs = try files.compactMap { file in
      try history.contents(of: file.sha256).map { Input(path: file.path, bytes: $0) }
    }
    return inputs.count == files.count ? inputs : nil
  }

  /// Records the links of the restored state: those of the current files if the run wrote in place, otherwise those of
  /// the run before.
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
        // The stages cannot run again, but the inputs still give the links.
        plan.collection = Self.parsed(try documents(of: predecessor) ?? [])
      }
    }
    let restored = plan.files.count { $0.bytes != nil }
    let removed = plan.files.count - restored
    plan.record.stages.append(
      StageRecord(
        id: "undo", uses: "undo", milliseconds: 0, events: 0, edits: 0, merged: 0, removed: 0, findings: 0,
        summary: "undid run \(run.number): \(restored.pluralized("file")) restored, \(removed) removed"))
  }

  /// Returns the run whose stages made the files of a run: that run itself, unless it undid another.
  private func source(of number: Int64) throws -> Int64 {
    var source = number
    while let undone = summary(of: source)?.undone {
      guard let earlier = lastFinished(before: undone) else {
        throw UndoFailure.cannotRegenerate([], of: number, why: "the run before it is no longer in the history")
      }
      source = earlier.number
    }
    return source
  }

  private static func parsed(_ inputs: [Input]) -> Collection {
    var collection = Collection(inputs)
    // Input that is not UTF-8 has no links.
    do throws(StageError) { try collection.parse() } catch { collection = Collection([]) }
    return collection
  }
}
