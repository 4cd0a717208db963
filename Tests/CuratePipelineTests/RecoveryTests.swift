import CurateCore
import Glibc
import Testing

@testable import CuratePipeline

/// Recovery of a run that was interrupted, at each point where it can be interrupted.
@Suite struct RecoveryTests {
  let folder: TemporaryFolder
  let recorder = TrialRecorder()

  init() throws {
    folder = try TemporaryFolder()
    folder.makeFolder("out")
    try folder.write("old a", to: "out/a.md")
    try folder.write("old b", to: "out/b.csv")
  }

  /// Leaves the files of a run that was killed after it wrote its record.
  private func leavePublication(run: Int64?) throws {
    try folder.write("new a", to: "out/.curate-1-1.tmp")
    try folder.write("new b", to: "out/.curate-1-2.tmp")
    let files = [("new a", "1-1", "a.md"), ("new b", "1-2", "b.csv")].map { text, number, target in
      PublishRecord.File(sha256: SHA256.hex(of: Array(text.utf8)), staged: ".curate-\(number).tmp", target: target)
    }
    try folder.write("", to: "out/.curate-publish")
    let record = PublishRecord(run: run, files: files)
    // Written into the existing file, so that the inode matches.
    try Fixture.write(record.bytes(inode: folder.inode("out/.curate-publish")), to: folder.path("out/.curate-publish"))
  }

  private func recover() throws -> Publication.Recovery {
    try Publication.recover(folder: folder.path("out")) { recorder }
  }

  private var texts: [String?] { [folder.text("out/a.md"), folder.text("out/b.csv")] }

  @Test func nothingToDo() throws {
    #expect(try recover() == .nothing)
    #expect(try Publication.recover(folder: folder.path("nowhere")) { nil } == .nothing)
  }

  @Test func beforeTheRecordWasWritten() throws {
    try folder.write("half of a", to: "out/.curate-1-1.tmp")
    try folder.write("mine", to: "out/.curate-notes.tmp")
    #expect(try recover() == .undone)
    #expect(texts == ["old a", "old b"])
    #expect(folder.names(in: "out") == [".curate-notes.tmp", "a.md", "b.csv"])
  }

  @Test func whileTheRecordWasWritten() throws {
    try leavePublication(run: 3)
    recorder.remember(3)
    let whole = try Fixture.bytes(folder.path("out/.curate-publish"))
    try Fixture.write(Array(whole.dropLast(9)), to: folder.path("out/.curate-publish"))
    #expect(try recover() == .undone)
    #expect(texts == ["old a", "old b"])
    #expect(folder.names(in: "out") == ["a.md", "b.csv"])
  }

  @Test func beforeTheHistoryCommitted() throws {
    try leavePublication(run: 3)
    #expect(try recover() == .undone)
    #expect(texts == ["old a", "old b"])
    #expect(folder.names(in: "out") == ["a.md", "b.csv"])
  }

  @Test func afterTheHistoryCommitted() throws {
    try leavePublication(run: 3)
    recorder.remember(3)
    #expect(try recover() == .finished(run: 3, files: [folder.path("out/a.md"), folder.path("out/b.csv")]))
    #expect(texts == ["new a", "new b"])
    #expect(folder.names(in: "out") == ["a.md", "b.csv"])
  }

  @Test func betweenTwoRenames() throws {
    try leavePublication(run: 3)
    recorder.remember(3)
    rename(folder.path("out/.curate-1-1.tmp"), folder.path("out/a.md"))
    #expect(try recover() == .finished(run: 3, files: [folder.path("out/a.md"), folder.path("out/b.csv")]))
    #expect(texts == ["new a", "new b"])
  }

  @Test func withoutAHistoryTheRecordCounts() throws {
    try leavePublication(run: nil)
    #expect(try recover() == .finished(run: nil, files: [folder.path("out/a.md"), folder.path("out/b.csv")]))
    #expect(texts == ["new a", "new b"])
  }

  @Test func theHistoryIsNeeded() throws {
    try leavePublication(run: 3)
    let record = folder.path("out/.curate-publish")
    #expect(throws: RunError.historyNeeded(record: record, run: 3)) {
      try Publication.recover(folder: folder.path("out")) { nil }
    }
    #expect(folder.names(in: "out").count == 5)
  }

  @Test func damagedFilesAreNotPutInPlace() throws {
    try leavePublication(run: nil)
    try folder.write("new", to: "out/.curate-1-2.tmp")
    let record = folder.path("out/.curate-publish")
    #expect(throws: RunError.publicationDamaged(record: record, file: folder.path("out/b.csv"))) { try recover() }
    #expect(texts == ["old a", "old b"])
  }

  @Test func aRecordFromElsewhereMovesNothing() throws {
    try leavePublication(run: nil)
    let bytes = try Fixture.bytes(folder.path("out/.curate-publish"))
    try Fixture.write(bytes, to: folder.path("out/copy"))
    rename(folder.path("out/copy"), folder.path("out/.curate-publish"))
    #expect(try recover() == .undone)
    #expect(texts == ["old a", "old b"])
  }

  @Test func filesInOtherFoldersArePublishedToo() throws {
    folder.makeFolder("lists")
    try folder.write("old", to: "lists/a b.md")
    try folder.write("new", to: "lists/.curate-1-1.tmp")
    let file = PublishRecord.File(
      sha256: SHA256.hex(of: Array("new".utf8)), staged: folder.path("lists/.curate-1-1.tmp"),
      target: folder.path("lists/a b.md"))
    try folder.write("", to: "out/.curate-publish")
    let record = PublishRecord(run: nil, files: [file]).bytes(inode: folder.inode("out/.curate-publish"))
    try Fixture.write(record, to: folder.path("out/.curate-publish"))
    #expect(try recover() == .finished(run: nil, files: [folder.path("lists/a b.md")]))
    #expect(folder.text("lists/a b.md") == "new")
    #expect(folder.names(in: "lists") == ["a b.md"])
  }

  /// An undo removes only files that still have the recorded content.
  @Test func removalsAreCompletedToo() throws {
    let removals = ["a.md", "b.csv", "gone.md"].map {
      PublishRecord.Removal(sha256: SHA256.hex(of: Array("old a".utf8)), target: $0)
    }
    try folder.write("", to: "out/.curate-publish")
    let record = PublishRecord(run: nil, files: [], removals: removals)
    try Fixture.write(record.bytes(inode: folder.inode("out/.curate-publish")), to: folder.path("out/.curate-publish"))
    let paths = removals.map { folder.path("out/\($0.target)") }
    #expect(try recover() == .finished(run: nil, files: paths))
    #expect(texts == [nil, "old b"], "another file has replaced b.csv")
    #expect(folder.names(in: "out") == ["b.csv"])
  }

  @Test func aRunAtWorkIsLeftAlone() throws {
    try leavePublication(run: nil)
    let other = open(folder.path("out"), O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    #expect(try recover() == .running)
    #expect(folder.names(in: "out").count == 5)
  }

  @Test func aRunRecoversAnInterruptedOne() throws {
    try leavePublication(run: nil)
    try folder.write(RunnerTests.list, to: "list.md")
    _ = try Runner(try folder.plan("[parse, print-list]"), recorder: nil).run(mode: .write)
    #expect(texts == ["new a", "new b"])
    #expect(folder.names(in: "out") == ["a.md", "b.csv", "list.md"])
  }

  @Test(arguments: ["a b.md", "100%.md", "tab\there.md", "line\nbreak.md", "茶.md"])
  func recordsKeepAnyName(_ name: String) {
    let record = PublishRecord(
      run: 12, files: [PublishRecord.File(sha256: "00", staged: "x", target: name)],
      removals: [PublishRecord.Removal(sha256: "11", target: name)])
    #expect(PublishRecord(record.bytes(inode: 5), inode: 5) == record)
    #expect(PublishRecord(record.bytes(inode: 5), inode: 6) == nil)
  }
}
