import Foundation
import MarkdownSyntax
import Testing

/// Compares the trees of documents for every construct with the expected trees in `Fixtures/*.txt`.
///
/// A file contains cases: `=== name`, the document, `--- tree`, and the dump of its tree. Symbols replace bytes that an
/// editor would hide: ⇥ tab, ␍ carriage return, ␠ space, ␀ NUL, ⌘ byte order mark. With `RECORD=1` in the environment,
/// the test writes the dumps again and fails, because recorded dumps have not been reviewed.
struct FixtureTests {
  @Test(arguments: try FixtureFile.all()) func treesMatchTheFixtures(_ file: FixtureFile) throws {
    let isRecording = ProcessInfo.processInfo.environment["RECORD"] == "1"
    var recorded = ""
    #expect(!file.cases.isEmpty)
    for example in file.cases {
      let tree = MarkdownTree(parsing: example.document)
      let dump = TreeDump.text(of: tree)
      #expect(tree.firstInconsistency() == nil, "\(example.name)")
      #expect(TreeDump.spliced(tree) == example.document, "\(example.name)")
      if !isRecording { #expect(dump == example.tree, "\(example.name)") }
      recorded += "=== \(example.name)\n\(example.written)--- tree\n\(dump)"
    }
    if isRecording {
      try recorded.write(to: file.url, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.url.lastPathComponent): review it, then run the test without RECORD")
    }
  }

  /// Every kind of node occurs in a fixture.
  @Test func everyKindHasAFixture() throws {
    var kinds: Set<NodeKind> = []
    for example in try FixtureFile.all().flatMap(\.cases) {
      let tree = MarkdownTree(parsing: example.document)
      for index in tree.nodes { kinds.insert(tree.kind(of: NodeID(index))) }
    }
    #expect(kinds == Set(NodeKind.allCases))
  }
}

struct FixtureFile: Sendable, CustomTestStringConvertible {
  struct Case: Sendable {
    var name: String
    /// The document as written in the file, with symbols for hidden bytes.
    var written: String
    var tree: String

    var document: [UInt8] {
      // The line ending before `--- tree` is part of the file format.
      var bytes: [UInt8] = []
      for scalar in written.dropLast().unicodeScalars {
        switch scalar {
        case "⇥": bytes.append(0x09)
        case "␍": bytes.append(0x0D)
        case "␠": bytes.append(0x20)
        case "␀": bytes.append(0x00)
        case "⌘": bytes += [0xEF, 0xBB, 0xBF]
        default: bytes += Array(String(scalar).utf8)
        }
      }
      return bytes
    }
  }

  var url: URL
  var cases: [Case]
  var testDescription: String { url.lastPathComponent }

  static func all() throws -> [FixtureFile] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "txt" }.sorted { $0.path() < $1.path() }.map(FixtureFile.init)
  }

  init(_ url: URL) throws {
    self.url = url
    let text = try String(contentsOf: url, encoding: .utf8)
    cases = ("\n" + text).components(separatedBy: "\n=== ").dropFirst().map { part in
      let whole = part.hasSuffix("\n") ? part : part + "\n"
      let (name, rest) = Self.cut(whole, at: "\n")
      let (document, tree) = Self.cut(rest, at: "--- tree\n")
      return Case(name: name, written: document, tree: tree)
    }
  }

  private static func cut(_ text: String, at mark: String) -> (String, String) {
    guard let range = text.range(of: mark) else { return (text, "") }
    return (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
  }
}

/// Formats a tree as text: one line per node with its bytes and parts.
enum TreeDump {
  static func text(of tree: MarkdownTree) -> String {
    var dump = ""
    for index in tree.nodes {
      let node = NodeID(index)
      dump += String(repeating: "  ", count: depth(of: node, in: tree))
      dump += "\(tree.kind(of: node)) \(tree.range(of: node))"
      if tree.firstChild(of: node) == nil { dump += " " + quoted(tree.range(of: node), in: tree) }
      dump += details(of: node, in: tree) + "\n"
    }
    return dump
  }

  /// Reassembles the document from the leaves and the bytes between them.
  static func spliced(_ tree: MarkdownTree) -> [UInt8] {
    var bytes: [UInt8] = []
    for index in tree.nodes where tree.firstChild(of: NodeID(index)) == nil {
      let range = tree.range(of: NodeID(index))
      bytes += tree.source[bytes.count..<range.lowerBound]
      bytes += tree.source[range]
    }
    return bytes + tree.source[bytes.count...]
  }

  private static func depth(of node: NodeID, in tree: MarkdownTree) -> Int {
    var depth = 0
    var parent = tree.parent(of: node)
    while let current = parent {
      depth += 1
      parent = tree.parent(of: current)
    }
    return depth
  }

  private static func quoted(_ range: Range<Int>, in tree: MarkdownTree) -> String {
    String(decoding: tree.source[range], as: UTF8.self).debugDescription
  }

  private static func details(of node: NodeID, in tree: MarkdownTree) -> String {
    var parts: [String] = []
    func add(_ name: String, _ range: Range<Int>?) {
      if let range { parts.append("\(name)=\(quoted(range, in: tree))") }
    }
    if tree.headingLevel(of: node) > 0 { parts.append("level=\(tree.headingLevel(of: node))") }
    if let list = tree.list(node) {
      parts.append("delimiter=\(Unicode.Scalar(list.delimiter)) \(list.isTight ? "tight" : "loose")")
      if let start = list.start { parts.append("start=\(start)") }
    }
    if let item = tree.item(node) {
      add("marker", item.marker)
      parts.append("content=\(item.contentStart)")
      if item.checkBox != nil { parts.append(item.isChecked ? "checked" : "unchecked") }
    }
    if let link = tree.link(node) {
      parts.append("\(link.form)")
      add("text", link.text)
      add("destination", link.destination)
      add("title", link.title)
      if let definition = link.definition { parts.append("definition=\(definition.index)") }
      if link.impliedPrefix.utf8CodeUnitCount > 0 { parts.append("prefix=\(link.impliedPrefix)") }
    }
    if let definition = tree.definition(node) {
      add("label", definition.label)
      add("destination", definition.destination)
      add("title", definition.title)
    }
    add("label", tree.footnoteLabel(of: node))
    if let definition = tree.footnoteDefinition(of: node) { parts.append("definition=\(definition.index)") }
    if let tag = tree.htmlTag(node) {
      add("name", tag.name)
      for attribute in tag.attributes {
        add("attribute", attribute.name)
        add("value", attribute.value)
      }
    }
    add("info", tree.infoString(of: node))
    if let columns = tree.columnAlignments(of: node) {
      parts.append("columns=\(columns.map { "\($0)" }.joined(separator: ","))")
    }
    if tree.isHeaderRow(node) { parts.append("header") }
    switch tree.kind(of: node) {
    case .code, .math, .mathBlock, .fencedCode, .indentedCode, .frontMatter:
      for content in tree.contentRanges(of: node) { add("content", content) }
    default: break
    }
    return parts.isEmpty ? "" : "  " + parts.joined(separator: " ")
  }
}
