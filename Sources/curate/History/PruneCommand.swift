import ArgumentParser
import CurateCore
import CurateHistory
import CuratePipeline
import Platform

extension HistoryCommand {
  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "prune", abstract: "Forgets all but the newest runs, and gives the space back.",
      discussion: """
        What the kept runs read, wrote and changed stays complete. A run that is forgotten cannot be shown, compared or
        undone any more. Other files in the output folder stay as they are.
        """)

    @OptionGroup var source: HistoryFolder

    @Option(help: ArgumentHelp("How many runs to keep.", valueName: "runs"))
    var keep: Int

    func run() throws {
      guard keep > 0 else { throw CommandFailure.usage("--keep must be at least 1") }
      let (history, folder) = try source.open()
      history.close()
      let path = OutputFolder.historyPath(in: folder)
      let before = Self.size(of: path)
      let store = try HistoryStore(path: path)
      defer { store.close() }
      let forgotten = try store.prune(keeping: keep)
      store.close()
      guard forgotten > 0 else {
        return Terminal.print("nothing to forget: \(path) holds no more than \(keep.pluralized("run"))")
      }
      let after = Self.size(of: path)
      Terminal.print(
        "\(forgotten.pluralized("run")) forgotten; \(path) has \(after.grouped) bytes now, \(before.grouped) before")
    }

    private static func size(of path: String) -> Int { FileStatus(path)?.size ?? 0 }
  }
}
