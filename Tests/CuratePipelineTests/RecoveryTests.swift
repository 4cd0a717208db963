import CurateCore
import Glibc
import Testing

@testable import CuratePipeline

/// What the next command makes of a run that was cut short, at each of the moments at which that can be.
@Suite struct RecoveryTests {
  let place: Workplace
  let recorder = TrialRecorder()

  init() throws {
    place = try Workplace()
    place.makeFolder("out")
    try place.write("old a", to: "out/a.md")
    try place.write("old b", to: "out/b.csv")
  }

  /// Leaves what a run leaves that dies after its record is written.
  private func leavePublication(run: Int64?) throws {
    try place.write("new a", to: "out/.curate-1-1.tmp")
    try place.write("new b", to: "out/.curate-1-2.tmp")
    let files = [("new a", "1-1", "a.md"), ("new b", "1-2", "b.csv")].map { text, number, target in
      PublishRecord.File(sha256: SHA256.hex(of: Array(text.utf8)), staged: ".curate-\(number).tmp", target: target)
    }
    try place.write("", to: "out/.curate-publish")
    let record = PublishRecord(run: run, files: files)
    // Written into the file that is there, so that the inode fits.
    try Fixture.write(record.bytes(inode: place.inode("out/.curate-publish")), to: place.path("out/.curate-publish"))
  }

  private func recover() throws -> Publication.Recovery {
    try Publication.recover(folder: place.path("out")) { recorder }
  }

  private var texts: [String?] { [place.text("out/a.md"), place.text("out/b.csv")] }

  @Test func nothingToDo() throws {
    #expect(try recover() == .nothing)
    #expect(try Publication.recover(folder: place.path("nowhere")) { nil } == .nothing)
  }

  @Test func beforeTheRecordWasWritten() throws {
    try place.write("half of a", to: "out/.curate-1-1.tmp")
    try place.write("mine", to: "out/.curate-notes.tmp")
    #expect(try recover() == .undone)
    #expect(texts == ["old a", "old b"])
    #expect(place.names(in: "out") == [".curate-notes.tmp", "a.md", "b.csv"])
  }

  @Test func whileTheRecordWasWritten() throws {
    try leavePublication(run: 3)
    recorder.remember(3)
    let whole = try Fixture.bytes(place.path("out/.curate-publish"))
    try Fixture.write(Array(whole.dropLast(9)), to: place.path("out/.curate-publish"))
    #expect(try recover() == .undone)
    #expect(texts == ["old a", "old b"])
    #expect(place.names(in: "out") == ["a.md", "b.csv"])
  }

  @Test func beforeTheHistoryCommitted() throws {
    try leavePublication(run: 3)
    #expect(try recover() == .undone)
    #expect(texts == ["old a", "old b"])
    #expect(place.names(in: "out") == ["a.md", "b.csv"])
  }

  @Test func afterTheHistoryCommitted() throws {
    try leavePublication(run: 3)
    recorder.remember(3)
    #expect(try recover() == .finished(run: 3, files: [place.path("out/a.md"), place.path("out/b.csv")]))
    #expect(texts == ["new a", "new b"])
    #expect(place.names(in: "out") == ["a.md", "b.csv"])
  }

  @Test func betweenTwoRenames() throws {
    try leavePublication(run: 3)
    recorder.remember(3)
    rename(place.path("out/.curate-1-1.tmp"), place.path("out/a.md"))
    #expect(try recover() == .finished(run: 3, files: [place.path("out/a.md"), place.path("out/b.csv")]))
    #expect(texts == ["new a", "new b"])
  }

  @Test func withoutAHistoryTheRecordCounts() throws {
    try leavePublication(run: nil)
    #expect(try recover() == .finished(run: nil, files: [place.path("out/a.md"), place.path("out/b.csv")]))
    #expect(texts == ["new a", "new b"])
  }

  @Test func theHistoryMustBeAsked() throws {
    try leavePublication(run: 3)
    let record = place.path("out/.curate-publish")
    #expect(throws: RunError.historyNeeded(record: record, run: 3)) {
      try Publication.recover(folder: place.path("out")) { nil }
    }
    #expect(place.names(in: "out").count == 5)
  }

  @Test func damagedFilesAreNotPutInPlace() throws {
    try leavePublication(run: nil)
    try place.write("new", to: "out/.curate-1-2.tmp")
    let record = place.path("out/.curate-publish")
    #expect(throws: RunError.publicationDamaged(record: record, file: place.path("out/b.csv"))) { try recover() }
    #expect(texts == ["old a", "old b"])
  }

  @Test func aRecordFromElsewhereMovesNothing() throws {
    try leavePublication(run: nil)
    let bytes = try Fixture.bytes(place.path("out/.curate-publish"))
    try Fixture.write(bytes, to: place.path("out/copy"))
    rename(place.path("out/copy"), place.path("out/.curate-publish"))
    #expect(try recover() == .undone)
    #expect(texts == ["old a", "old b"])
  }

  @Test func filesInOtherFoldersAreFinishedToo() throws {
    place.makeFolder("lists")
    try place.write("old", to: "lists/a b.md")
    try place.write("new", to: "lists/.curate-1-1.tmp")
    let file = PublishRecord.File(
      sha256: SHA256.hex(of: Array("new".utf8)), staged: place.path("lists/.curate-1-1.tmp"),
      target: place.path("lists/a b.md"))
    try place.write("", to: "out/.curate-publish")
    let record = PublishRecord(run: nil, files: [file]).bytes(inode: place.inode("out/.curate-publish"))
    try Fixture.write(record, to: place.path("out/.curate-publish"))
    #expect(try recover() == .finished(run: nil, files: [place.path("lists/a b.md")]))
    #expect(place.text("lists/a b.md") == "new")
    #expect(place.names(in: "lists") == ["a b.md"])
  }

  /// An undo removes files: those that are still what it was to remove.
  @Test func removalsAreFinishedToo() throws {
    let removals = ["a.md", "b.csv", "gone.md"].map {
      PublishRecord.Removal(sha256: SHA256.hex(of: Array("old a".utf8)), target: $0)
    }
    try place.write("", to: "out/.curate-publish")
    let record = PublishRecord(run: nil, files: [], removals: removals)
    try Fixture.write(record.bytes(inode: place.inode("out/.curate-publish")), to: place.path("out/.curate-publish"))
    let paths = removals.map { place.path("out/\($0.target)") }
    #expect(try recover() == .finished(run: nil, files: paths))
    #expect(texts == [nil, "old b"], "another file has come in place of b.csv")
    #expect(place.names(in: "out") == ["b.csv"])
  }

  @Test func aRunAtWorkIsLeftAlone() throws {
    try leavePublication(run: nil)
    let other = open(place.path("out"), O_RDONLY)
    defer { close(other) }
    #expect(flock(other, LOCK_EX) == 0)
    #expect(try recover() == .running)
    #expect(place.names(in: "out").count == 5)
  }

  @Test func aRunMendsWhatAnotherLeft() throws {
    try leavePublication(run: nil)
    try place.write(RunnerTests.list, to: "list.md")
    _ = try Runner(try place.plan("[parse, print-list]"), recorder: nil).run(mode: .write)
    #expect(texts == ["new a", "new b"])
    #expect(place.names(in: "out") == ["a.md", "b.csv", "list.md"])
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
