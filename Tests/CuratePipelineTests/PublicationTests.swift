import CurateCore
import CuratePipeline
import Glibc
import Testing

/// Publishing the files of a run, and what a failed run leaves unchanged.
@Suite struct PublicationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(RunnerTests.list, to: "list.md")
  }

  private func run(_ stages: String, recorder: TrialRecorder? = nil) throws -> RunResult {
    try Runner(try folder.plan(stages), recorder: recorder).run(mode: .write)
  }

  @Test func theHistoryCommitsBeforeTheFirstFileAppears() throws {
    let recorder = TrialRecorder()
    var seen: [String] = []
    recorder.onCommit = { [folder] in seen = folder.names(in: "out") }
    let result = try run("[parse, print-list]", recorder: recorder)
    #expect(seen.count == 2 && seen[0].hasSuffix("-1.tmp") && seen[1] == ".curate-publish")
    #expect(recorder.calls == ["begin", "commit 7"])
    #expect(recorder.record?.outputs == result.record.outputs)
    #expect(result.number == 7)
    #expect(folder.names(in: "out") == ["list.md"])
  }

  @Test func ifTheHistoryFailsOldFilesStay() throws {
    folder.makeFolder("out")
    try folder.write("old", to: "out/list.md")
    let recorder = TrialRecorder()
    recorder.failure = .busy(path: "history.sqlite", seconds: 5)
    #expect(throws: RunError.history(.busy(path: "history.sqlite", seconds: 5))) {
      try run("[parse, print-list]", recorder: recorder)
    }
    #expect(folder.text("out/list.md") == "old")
    #expect(folder.names(in: "out") == ["list.md"])
  }

  @Test func inPlaceKeepsTheModeAndTheLink() throws {
    chmod(folder.path("list.md"), 0o640)
    rename(folder.path("list.md"), folder.path("real.md"))
    symlink("real.md", folder.path("list.md"))
    _ = try run("[parse, bump, rewrite]")
    #expect(folder.text("real.md")?.contains("https://tea.example") == true)
    #expect(folder.mode("real.md") == 0o640)
    var status = stat()
    #expect(lstat(folder.path("list.md"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(folder.names(in: "") == ["list.md", "out", "real.md", "recipe.yaml"])
  }

  @Test func unchangedFilesAreNotWritten() throws {
    let first = try run("[parse, print-list, rewrite]")
    let inodes = [folder.inode("list.md"), folder.inode("out/list.md")]
    let second = try run("[parse, print-list, rewrite]")
    #expect([folder.inode("list.md"), folder.inode("out/list.md")] == inodes)
    #expect(first.record.outputs == second.record.outputs)
  }

  @Test func aFolderAtTheTarget() throws {
    folder.makeFolder("out")
    folder.makeFolder("out/list.md")
    let error = RunError.stageFailed(id: "print-list", .cannotWrite(path: folder.path("out/list.md"), code: EISDIR))
    #expect(throws: error) { try run("[parse, print-list]") }
    #expect(folder.names(in: "out") == ["list.md"])
  }

  @Test func foldersBelowTheOutputAreMade() throws {
    _ = try run("[parse, {uses: print-list, with: {to: a/b/list.md}}]")
    #expect(folder.text("out/a/b/list.md") == RunnerTests.list)
    #expect(throws: RunError.self) { try run("[parse, {uses: print-list, with: {to: c/d.md}}, meddle]") }
    #expect(folder.names(in: "out") == ["a"])
  }

  @Test(.enabled(if: access("/sys/kernel", F_OK) == 0)) func aFolderThatTakesNoFiles() throws {
    let plan = try folder.plan("[parse, print-list]", request: Plan.Request(output: "/sys/kernel"))
    do throws(RunError) {
      _ = try Runner(plan, recorder: nil).run(mode: .write)
      Issue.record("/sys/kernel took a file")
    } catch {
      #expect(error.exitCode == 4)
      #expect(error.description.hasPrefix("/sys/kernel: cannot be written: "))
    }
  }

  @Test func aSecondRunWaitsForTheLock() throws {
    folder.makeFolder("out")
    let other = open(folder.path("out"), O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    let runner = Runner(try folder.plan("[parse, print-list]"), recorder: nil, lockTimeout: 0)
    #expect(throws: RunError.busy(folder: folder.path("out"), seconds: 0)) { try runner.run(mode: .write) }
    #expect(folder.names(in: "out").isEmpty)
    flock(other, LOCK_UN)
    _ = try runner.run(mode: .write)
    #expect(folder.names(in: "out") == ["list.md"])
  }

  @Test func aRunWaitsForAListThatAnotherRunRewrites() throws {
    folder.makeFolder("lists")
    rename(folder.path("list.md"), folder.path("lists/list.md"))
    try folder.write("curate: 1\ninputs: [lists/list.md]\noutput: out\nstages: [parse, bump, rewrite]\n", to: "r.yaml")
    let plan = try Plan(try Recipe.load(path: folder.path("r.yaml")), catalog: .trial)
    let other = open(folder.path("lists"), O_RDONLY)
    #expect(flock(other, LOCK_EX) == 0)
    let runner = Runner(plan, recorder: nil, lockTimeout: 0)
    #expect(throws: RunError.busy(folder: folder.path("lists"), seconds: 0)) { try runner.run(mode: .write) }
    close(other)
    _ = try runner.run(mode: .write)
    #expect(folder.text("lists/list.md")?.contains("https://tea.example") == true)
    #expect(folder.names(in: "lists") == ["list.md"])
  }

  @Test func manyInputs() throws {
    folder.makeFolder("lists")
    for index in 0..<300 { try folder.write("- <https://a.example/\(index)>\n", to: "lists/\(index).md") }
    try folder.write("curate: 1\ninputs: [lists/*.md]\noutput: out\nstages: [parse, print-list]\n", to: "many.yaml")
    let plan = try Plan(try Recipe.load(path: folder.path("many.yaml")), catalog: .trial)
    _ = try Runner(plan, recorder: nil).run(mode: .write)
    #expect(folder.names(in: "out").count == 300)
    #expect(folder.text("out/17.md") == "- <https://a.example/17>\n")
  }
}

/// Runs on a full disk and on a read-only one.
@Suite(.serialized) struct FullDiskTests {
  /// Mounts a file system of 256 KiB on a folder.
  ///
  /// - Returns: whether this process has the right to mount one.
  static func mountSmall(_ folder: String) -> Bool {
    mount("tmpfs", folder, "tmpfs", 0, "size=256k") == 0
  }

  static let canMount: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    defer { umount(folder.path) }
    return mountSmall(folder.path)
  }()

  @Test(.enabled(if: canMount, "needs the right to mount a file system"))
  func oldFilesStayAndTemporaryOnesGo() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("out")
    #expect(Self.mountSmall(folder.path("out")))
    defer { umount(folder.path("out")) }
    try folder.write("old", to: "out/list.md")
    let line = "- [a link](https://a.example)\n"
    try folder.write(String(repeating: line, count: (1 << 20) / line.utf8.count), to: "list.md")
    let recorder = TrialRecorder()
    let runner = Runner(try folder.plan("[parse, print-list]"), recorder: recorder)
    do throws(RunError) {
      _ = try runner.run(mode: .write)
      Issue.record("1 MiB went into 256 KiB")
    } catch {
      #expect(error == .stageFailed(id: "print-list", .cannotWrite(path: folder.path("out/list.md"), code: ENOSPC)))
      #expect(error.exitCode == 4)
      #expect(error.description.contains("the disk is full; nothing was changed. Free some space and run again"))
    }
    #expect(folder.text("out/list.md") == "old")
    #expect(folder.names(in: "out") == ["list.md"])
    #expect(recorder.calls.count == 2 && recorder.calls[1].hasPrefix("fail 7"))
  }

  @Test(.enabled(if: canMount, "needs the right to mount a file system"))
  func aFileSystemThatIsReadOnly() throws {
    let folder = try TemporaryFolder()
    folder.makeFolder("out")
    #expect(mount("tmpfs", folder.path("out"), "tmpfs", UInt(MS_RDONLY), nil) == 0)
    defer { umount(folder.path("out")) }
    try folder.write(RunnerTests.list, to: "list.md")
    // With a history, which is not opened, and without.
    for recorder in [TrialRecorder(), nil] {
      let error = #expect(throws: RunError.self) {
        try Runner(try folder.plan("[parse, print-list]"), recorder: recorder).run(mode: .write)
      }
      #expect(error?.exitCode == 4)
      #expect(error?.description.contains("the file system is read-only; nothing was changed") == true)
      #expect(recorder?.calls.isEmpty != false)
    }
  }
}
