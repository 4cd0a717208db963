import CurateCore
import Foundation
import Testing

/// A diff built from edits can be applied with `patch`.
@Suite struct UnifiedDiffTests {
  private func collection(_ markdown: String) throws -> Collection {
    var list = Collection([Input(path: "list.md", bytes: Array(markdown.utf8))])
    try list.parse()
    list.begin(stage: "test")
    return list
  }

  private func diff(_ list: Collection) -> String {
    let resolved = list.resolveEdits()[0]
    let diff = UnifiedDiff(of: list.documents[0], edits: resolved, events: list.journal.events)
    return String(decoding: diff.text(), as: UTF8.self)
  }

  @Test func nothingChangedIsEmpty() throws {
    #expect(diff(try collection("- [A](https://a.example)\n")).isEmpty)
  }

  @Test func removedItem() throws {
    var list = try collection("# T\n\n- [A](https://a.example)\n- [B](https://a.example)\n- [C](https://c.example)\n")
    #expect(list.merge(LinkID(1), into: LinkID(0), rule: "page", reason: "same page") == nil)
    #expect(
      diff(list) == """
        --- a/list.md
        +++ b/list.md
        @@ -1,5 +1,4 @@ test/page
         # T
         
         - [A](https://a.example)
        -- [B](https://a.example)
         - [C](https://c.example)

        """)
  }

  @Test func distantChangesAreSeparateHunks() throws {
    let filler = (1...12).map { "line \($0)\n" }.joined()
    var list = try collection("- a\n\n\(filler)\n- b")
    let end = list.documents[0].source.count
    list.restyle(0..<1, in: DocumentID(0), with: Array("*".utf8), field: "marker", rule: "marker", reason: "r")
    list.restyle(
      (end - 3)..<(end - 2), in: DocumentID(0), with: Array("*".utf8), field: "marker", rule: "marker", reason: "r")
    let text = diff(list)
    #expect(text.contains("@@ -1,4 +1,4 @@ test/marker\n-- a\n+* a\n"))
    #expect(text.hasSuffix("-- b\n\\ No newline at end of file\n+* b\n\\ No newline at end of file\n"))
  }

  @Test func patchMakesTheOutput() throws {
    let markdown = "# T\n\n- [A](https://a.example)\n- [A](https://a.example)\n* [C](https://c.example)\n\n\n\nend\n"
    var list = try collection(markdown)
    list.merge(LinkID(1), into: LinkID(0), rule: "page", reason: "same page")
    let blank = Array(markdown.utf8).count - 5
    list.restyle((blank - 1)..<blank, in: DocumentID(0), with: [], field: "blank-line", rule: "blank", reason: "r")
    list.insertBlock(Array("new\n".utf8), in: DocumentID(0), at: 5, field: "toc", rule: "toc", reason: "r")
    let folder = FileManager.default.temporaryDirectory.appending(path: "curate-diff-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(markdown.utf8).write(to: folder.appending(path: "list.md"))
    try Data(diff(list).utf8).write(to: folder.appending(path: "changes.patch"))
    let patch = Process()
    patch.executableURL = URL(filePath: "/usr/bin/patch")
    patch.arguments = ["-p1", "-s", "-i", "changes.patch"]
    patch.currentDirectoryURL = folder
    try patch.run()
    patch.waitUntilExit()
    #expect(patch.terminationStatus == 0)
    let expected = list.resolveEdits()[0].apply(to: list.documents[0].source)
    #expect(try [UInt8](Data(contentsOf: folder.appending(path: "list.md"))) == expected)
  }
}
