import Testing

/// A disk that becomes full, or a limit on file sizes, while results are written.
@Suite struct FullDiskTests {
  /// A small file system in a temporary folder, unmounted at the end of the test.
  private final class SmallDisk {
    let folder: TemporaryFolder

    init(kilobytes: Int) throws {
      folder = try TemporaryFolder()
      try folder.makeFolder("out")
      let options = ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", folder.path("out")]
      let outcome = try Command("mount", options).run()
      try #require(outcome.ending == .exited(0), "\(outcome.error)")
    }

    deinit { _ = try? Command("umount", ["-l", folder.path("out")]).run() }
  }

  private static let canMount: Bool = {
    guard Tool.isRoot, Tool.exists("mount") else { return false }
    return (try? SmallDisk(kilobytes: 64)) != nil
  }()

  /// Sizes at which there is no space left for the reports, or only for the history.
  @Test(.enabled(if: canMount, "mounting a small file system needs the superuser"), arguments: [500, 800, 1000])
  func oldResultsStayOnAFullDisk(kilobytes: Int) throws {
    let disk = try SmallDisk(kilobytes: kilobytes)
    let recipe = try disk.folder.writeTrial(SampleList.untidy)
    let first = try Curate.run(recipe, in: disk.folder.path)
    try #require(first.ending == .exited(0), "\(first.error)")
    let before = FinishedTrial.results(in: disk.folder)

    let full = try Curate.run(recipe, Curate.list, in: disk.folder.path)
    #expect(full.ending == .exited(4), "\(full.error)")
    #expect(full.error.contains("no space left") || full.error.contains("disk is full"), "\(full.error)")
    #expect(FinishedTrial.results(in: disk.folder) == before)
    #expect(leftovers(in: disk.folder).isEmpty)

    try disk.folder.write("list.md", SampleList.tidied)
    let after = try Curate.run(recipe, in: disk.folder.path)
    #expect(after.ending == .exited(0), "the folder can be used again: \(after.error)")
  }

  /// `ulimit -f` in blocks of 512 bytes. By default a write beyond it ends the process with SIGXFSZ.
  @Test(arguments: [1, 40, 300, 600])
  func oldResultsStayUnderAFileSizeLimit(blocks: Int) throws {
    let trial = try FinishedTrial()
    let command = Command(
      "sh", ["-c", "ulimit -f \(blocks) && exec \"$@\"", "sh", Curate.path, trial.recipe, Curate.list, "--quiet"],
      in: trial.folder.path)
    let outcome = try command.run()
    #expect(outcome.ending == .exited(4), "\(outcome.error)")
    #expect(outcome.error.contains("too large") || outcome.error.contains("history"), "\(outcome.error)")
    trial.expectIntact()
    let after = try trial.run(Array(SampleList.tidied.utf8))
    #expect(after.ending == .exited(0), "the folder can be used again: \(after.error)")
  }
}
