import CurateCore
import CuratePipeline
import Glibc
import Testing

/// How files get into place when all goes well, and what stays when it does not.
@Suite struct PublicationTests {
  let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(RunnerTests.list, to: "list.md")
  }

  private func run(_ stages: String, recorder: TrialRecorder? = nil) throws -> RunResult {
    try Runner(try place.plan(stages), recorder: recorder).run(mode: .write)
  }

  @Test func theHistoryIsToldBeforeTheFirstFileAppears() throws {
    let recorder = TrialRecorder()
    var seen: [String] = []
    recorder.onCommit = { [place] in seen = place.names(in: "out") }
    let result = try run("[parse, print-list]", recorder: recorder)
    #expect(seen.count == 2 && seen[0].hasSuffix("-1.tmp") && seen[1] == ".curate-publish")
    #expect(recorder.calls == ["begin", "commit 7"])
    #expect(recorder.record?.outputs == result.record.outputs)
    #expect(result.number == 7)
    #expect(place.names(in: "out") == ["list.md"])
  }

  @Test func ifTheHistoryFailsOldFilesStay() throws {
    place.makeFolder("out")
    try place.write("old", to: "out/list.md")
    let recorder = TrialRecorder()
    recorder.failure = .busy(path: "history.sqlite", seconds: 5)
    #expect(throws: RunError.history(.busy(path: "history.sqlite", seconds: 5))) {
      try run("[parse, print-list]", recorder: recorder)
    }
    #expect(place.text("out/list.md") == "old")
    #expect(place.names(in: "out") == ["list.md"])
  }

  @Test func inPlaceKeepsTheModeAndTheLink() throws {
    chmod(place.path("list.md"), 0o640)
    rename(place.path("list.md"), place.path("real.md"))
    symlink("real.md", place.path("list.md"))
    _ = try run("[parse, bump, rewrite]")
    #expect(place.text("real.md")?.contains("https://tea.example") == true)
    #expect(place.mode("real.md") == 0o640)
    var status = stat()
    #expect(lstat(place.path("list.md"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(place.names(in: "") == ["list.md", "out", "real.md", "recipe.yaml"])
  }

  @Test func whatIsTheSameIsNotWritten() throws {
    let first = try run("[parse, print-list, rewrite]")
    let inodes = [place.inode("list.md"), place.inode("out/list.md")]
    let second = try run("[parse, print-list, rewrite]")
    #expect([place.inode("list.md"), place.inode("out/list.md")] == inodes)
    #expect(first.record.outputs == second.record.outputs)
  }

  @Test func aFolderWhereAFileShouldBe() throws {
    place.makeFolder("out")
    place.makeFolder("out/list.md")
    #expect(throws: RunError.stageFailed(id: "print-list", .cannotWrite(path: place.path("out/list.md"), code: EISDIR)))
    {
      try run("[parse, print-list]")
    }
    #expect(place.names(in: "out") == ["list.md"])
  }

  @Test func foldersBelowTheOutputAreMade() throws {
    _ = try run("[parse, {uses: print-list, with: {to: a/b/list.md}}]")
    #expect(place.text("out/a/b/list.md") == RunnerTests.list)
    #expect(throws: RunError.self) { try run("[parse, {uses: print-list, with: {to: c/d.md}}, meddle]") }
    #expect(place.names(in: "out") == ["a"])
  }

  @Test(.enabled(if: access("/sys/kernel", F_OK) == 0)) func aFolderThatTakesNoFiles() throws {
    let plan = try place.plan("[parse, print-list]", request: Plan.Request(output: "/sys/kernel"))
    do throws(RunError) {
      _ = try Runner(plan, recorder: nil).run(mode: .write)
      Issue.record("/sys/kernel took a file")
    } catch {
      #expect(error.exitCode == 4)
      #expect(error.description.hasPrefix("/sys/kernel: cannot be written: "))
    }
  }

  @Test func aSecondRunWaitsAndThenGivesUp() throws {
    place.makeFolder("out")
    let other = open(place.path("out"), O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    let runner = Runner(try place.plan("[parse, print-list]"), recorder: nil, lockTimeout: 0)
    #expect(throws: RunError.busy(folder: place.path("out"), seconds: 0)) { try runner.run(mode: .write) }
    #expect(place.names(in: "out").isEmpty)
    flock(other, LOCK_UN)
    _ = try runner.run(mode: .write)
    #expect(place.names(in: "out") == ["list.md"])
  }

  @Test func aListThatAnotherRunRewritesIsWaitedFor() throws {
    place.makeFolder("lists")
    rename(place.path("list.md"), place.path("lists/list.md"))
    try place.write("curate: 1\ninputs: [lists/list.md]\noutput: out\nstages: [parse, bump, rewrite]\n", to: "r.yaml")
    let plan = try Plan(try Recipe.load(path: place.path("r.yaml")), catalog: .trial)
    let other = open(place.path("lists"), O_RDONLY)
    #expect(flock(other, LOCK_EX) == 0)
    let runner = Runner(plan, recorder: nil, lockTimeout: 0)
    #expect(throws: RunError.busy(folder: place.path("lists"), seconds: 0)) { try runner.run(mode: .write) }
    close(other)
    _ = try runner.run(mode: .write)
    #expect(place.text("lists/list.md")?.contains("https://tea.example") == true)
    #expect(place.names(in: "lists") == ["list.md"])
  }

  @Test func manyInputs() throws {
    place.makeFolder("lists")
    for index in 0..<300 { try place.write("- <https://a.example/\(index)>\n", to: "lists/\(index).md") }
    try place.write("curate: 1\ninputs: [lists/*.md]\noutput: out\nstages: [parse, print-list]\n", to: "many.yaml")
    let plan = try Plan(try Recipe.load(path: place.path("many.yaml")), catalog: .trial)
    _ = try Runner(plan, recorder: nil).run(mode: .write)
    #expect(place.names(in: "out").count == 300)
    #expect(place.text("out/17.md") == "- <https://a.example/17>\n")
  }
}

/// What a disk that is full leaves of a run.
@Suite(.serialized) struct FullDiskTests {
  /// A file system of 256 KiB in a folder, if this process may mount one.
  static func mountSmall(_ folder: String) -> Bool {
    mount("tmpfs", folder, "tmpfs", 0, "size=256k") == 0
  }

  static let canMount: Bool = {
    guard let place = try? Workplace() else { return false }
    defer { umount(place.folder) }
    return mountSmall(place.folder)
  }()

  @Test(.enabled(if: canMount, "needs the right to mount a file system"))
  func oldFilesStayAndTemporaryOnesGo() throws {
    let place = try Workplace()
    place.makeFolder("out")
    #expect(Self.mountSmall(place.path("out")))
    defer { umount(place.path("out")) }
    try place.write("old", to: "out/list.md")
    let line = "- [a link](https://a.example)\n"
    try place.write(String(repeating: line, count: (1 << 20) / line.utf8.count), to: "list.md")
    let recorder = TrialRecorder()
    let runner = Runner(try place.plan("[parse, print-list]"), recorder: recorder)
    do throws(RunError) {
      _ = try runner.run(mode: .write)
      Issue.record("1 MiB went into 256 KiB")
    } catch {
      #expect(error == .stageFailed(id: "print-list", .cannotWrite(path: place.path("out/list.md"), code: ENOSPC)))
      #expect(error.exitCode == 4)
      #expect(error.description.contains("the disk is full; nothing was changed. Free some space and run again"))
    }
    #expect(place.text("out/list.md") == "old")
    #expect(place.names(in: "out") == ["list.md"])
    #expect(recorder.calls.count == 2 && recorder.calls[1].hasPrefix("fail 7"))
  }

  @Test(.enabled(if: canMount, "needs the right to mount a file system"))
  func aFileSystemThatIsReadOnly() throws {
    let place = try Workplace()
    place.makeFolder("out")
    #expect(mount("tmpfs", place.path("out"), "tmpfs", UInt(MS_RDONLY), nil) == 0)
    defer { umount(place.path("out")) }
    try place.write(RunnerTests.list, to: "list.md")
    // With a history, which is not asked, and without.
    for recorder in [TrialRecorder(), nil] {
      let error = #expect(throws: RunError.self) {
        try Runner(try place.plan("[parse, print-list]"), recorder: recorder).run(mode: .write)
      }
      #expect(error?.exitCode == 4)
      #expect(error?.description.contains("the file system is read-only; nothing was changed") == true)
      #expect(recorder?.calls.isEmpty != false)
    }
  }
}
