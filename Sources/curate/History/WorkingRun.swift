import CurateHistory
import CuratePipeline
import CurateStages

/// A run that is not recorded: what a recipe makes of the files as they are now.
enum WorkingRun {
  /// Runs the recipe of a run again, with what its command line said, over the files on the disk.
  ///
  /// - Parameter recipe: a recipe to be taken instead of the run's, which stands where it did.
  static func rehearsal(like run: RunSummary, in folder: String, recipe: String?) throws -> RunResult {
    let path = recipe ?? run.recipePath
    let arguments = run.runArguments
    let isBuiltIn = path == "-"
    if !isBuiltIn, WorkingFile(path) == nil {
      throw CommandFailure.usage(
        "run \(run.number) used the recipe \(path), which is not here; run this in the folder where you ran that, or "
          + "say --recipe FILE, or name two runs")
    }
    let plan: Plan
    do throws(RecipeErrors) {
      plan = try Plan(
        isBuiltIn ? try Recipe.builtIn() : try Recipe.load(path: path), catalog: .builtIn,
        request: Plan.Request(
          inputs: arguments?.lists ?? [], output: folder, only: arguments?.only ?? [], skip: arguments?.skip ?? [],
          settings: arguments?.set ?? []))
    } catch {
      throw CommandFailure.recipe(error)
    }
    do throws(RunError) {
      return try Runner(plan, recorder: nil, origin: Run.origin).run(mode: .dryRun)
    } catch {
      throw CommandFailure.run(error)
    }
  }
}
