import Foundation
import Glibc
import Testing

@testable import Platform

/// Reads, writes, locks and flushes real files.
@Suite struct FileTests {
  private let folder: String

  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("platform-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = FileSystem.resolved(url.path)
  }

  private func path(_ name: String) -> String { Path.join(folder, name) }

  @Test func aFileIsReadUpToItsLimit() throws {
    try FileSystem.create(path("a"), [1, 2, 3])
    #expect(try FileSystem.read(path("a"), limit: 3) == [1, 2, 3])
    #expect(try FileSystem.head(of: path("a"), 2) == [1, 2])
    #expect(throws: SystemError(path("a"), ErrorCode.fileTooLarge)) { try FileSystem.read(path("a"), limit: 2) }
    #expect(throws: SystemError(folder, ErrorCode.isFolder)) { try FileSystem.read(folder, limit: 2) }
    #expect(throws: SystemError(path("b"), ErrorCode.notFound)) { try FileSystem.read(path("b"), limit: 2) }
  }

  @Test func createLeavesAnExistingFile() throws {
    try FileSystem.create(path("a"), [1])
    #expect(throws: SystemError(path("a"), ErrorCode.exists)) { try FileSystem.create(path("a"), [2]) }
    #expect(try FileSystem.read(path("a"), limit: 9) == [1])
  }

  @Test func replaceFollowsLinksAndLeavesNoTemporaryFile() throws {
    try FileSystem.create(path("target"), [1])
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: "target")
    try FileSystem.replace(path("link"), with: [2, 2])
    #expect(FileSystem.isSymbolicLink(path("link")))
    #expect(try FileSystem.read(path("target"), limit: 9) == [2, 2])
    #expect(try FileSystem.names(in: folder) == ["link", "target"])
  }

  @Test func errorsOfReplaceNameThePathThatWasAskedFor() throws {
    let missing = path("missing/a")
    #expect(throws: SystemError(missing, ErrorCode.notFound)) { try FileSystem.replace(missing, with: [1]) }
    try FileManager.default.createSymbolicLink(atPath: path("link"), withDestinationPath: ".")
    #expect(throws: SystemError(path("link"), ErrorCode.isFolder)) { try FileSystem.replace(path("link"), with: [1]) }
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may write to every folder"))
  func replaceInAReadOnlyFolderNamesThePath() throws {
    try FileSystem.create(path("a"), [1])
    chmod(folder, 0o555)
    defer { chmod(folder, 0o755) }
    #expect(throws: SystemError(path("a"), ErrorCode.permissionDenied)) { try FileSystem.replace(path("a"), with: [2]) }
    #expect(try FileSystem.read(path("a"), limit: 9) == [1])
  }

  @Test func namesAreSortedByTheirBytes() throws {
    for name in ["b", "Z", "é", "a"] { try FileSystem.create(path(name), []) }
    #expect(try FileSystem.names(in: folder) == ["Z", "a", "b", "é"])
  }

  @Test func makeFolderNamesWhatItCreated() throws {
    let inner = path("x/y")
    #expect(try FileSystem.makeFolder(inner) == [path("x"), inner])
    #expect(try FileSystem.makeFolder(inner).isEmpty)
    try FileSystem.create(path("file"), [])
    #expect(throws: SystemError(path("file"), ErrorCode.notAFolder)) { try FileSystem.makeFolder(path("file")) }
  }

  @Test func aLockExcludesOthersUntilTheFileIsClosed() throws {
    let first = try OpenFile(folder, .folder)
    let second = try OpenFile(folder, .folder)
    guard case .locked = first.tryLock() else { return #expect(Bool(false), "the folder cannot be locked") }
    guard case .heldElsewhere = second.tryLock() else { return #expect(Bool(false), "the lock does not exclude") }
    try first.close()
    guard case .locked = second.tryLock() else { return #expect(Bool(false), "closing does not release the lock") }
  }

  @Test func contentIsComparedAtAnOffset() throws {
    let bytes = (0..<200_000).map { UInt8($0 % 251) }
    try FileSystem.create(path("a"), bytes)
    let file = try OpenFile(path("a"), .readingWithoutWait)
    #expect(file.contains(Array(bytes[70_000..<190_000]), at: 70_000))
    #expect(!file.contains(Array(bytes[70_000...]) + [0], at: 70_000))
    #expect(!file.contains([bytes[0] + 1], at: 0))
    #expect(file.bytes(from: 199_990, count: 50) == Array(bytes[199_990...]))
  }

  @Test func aClosedFileIsNotUsedAgain() throws {
    try FileSystem.create(path("a"), [1, 2, 3])
    let file = try OpenFile(path("a"), .lock)
    try file.close()
    try file.close()
    let closed = SystemError(path("a"), EBADF)
    var bytes: [UInt8] = []
    #expect(throws: closed) { try file.write([4]) }
    #expect(throws: closed) { try file.write([4], from: 0, atMost: 1) }
    #expect(throws: closed) { try file.synchronize() }
    #expect(throws: closed) { try file.append(upTo: 1, to: &bytes) }
    #expect(file.status?.size == nil)
    #expect(file.bytes(from: 0, count: 3).isEmpty)
    #expect(!file.contains([1], at: 0))
    guard case .failed(code: EBADF) = file.tryLock() else { return #expect(Bool(false), "a closed file is locked") }
    #expect(try FileSystem.read(path("a"), limit: 9) == [1, 2, 3])
  }

  @Test func aFlushClosesItsFile() throws {
    let file = try OpenFile(path("a"), .new())
    try file.write([1])
    try BackgroundFlush(file).finish()
    #expect(throws: SystemError.self) { try file.write([2]) }
    try BackgroundFlush(folder: folder).finish()
  }
}
