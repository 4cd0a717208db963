import MarkdownSyntax

/// The difference between a document and its output, built from the edits: compares no lines, and each hunk lists the rules
/// that changed it.
public struct UnifiedDiff: Sendable {
  /// A group of adjacent changes with the lines around them.
  public struct Hunk: Sendable, Equatable {
    /// The first line (from 1) in the input.
    public var inputLine: Int
    /// The first line (from 1) in the output.
    public var outputLine: Int
    /// The context, removed and added lines.
    public var lines: [Line]
    /// The distinct `stage/rule` of the edits, in order.
    public var rules: [String]

    var inputCount: Int { lines.count { $0.kind != .added } }
    var outputCount: Int { lines.count { $0.kind != .removed } }
  }

  /// One line of a hunk.
  public struct Line: Sendable, Equatable {
    /// Whether the line is in both texts, only in the input, or only in the output.
    public enum Kind: Character, Sendable { case context = " ", removed = "-", added = "+" }
    /// Which texts contain the line.
    public var kind: Kind
    /// The bytes of the line, including its line ending if it has one.
    public var bytes: [UInt8]
  }

  /// The path that the diff shows.
  public let path: String
  /// The hunks in the order of the document; empty if nothing changed.
  public let hunks: [Hunk]

  /// The name in the line `---`: the path with the prefix `a/`, or without it if the path is outside the working folder.
  package var oldName: String { isBelowFolder ? "a/" + path : path }
  /// The name in the line `+++`: the path with the prefix `b/`, or without it if the path is outside the working folder.
  package var newName: String { isBelowFolder ? "b/" + path : path }
  private var isBelowFolder: Bool { !path.hasPrefix("/") && !path.hasPrefix("../") }

  /// Builds the diff of a document.
  ///
  /// - Parameters:
  ///   - path: the path to show; the document's path if nil.
  ///   - edits: the resolved edits of the document.
  ///   - events: the events of the journal.
  ///   - context: the number of unchanged lines around a change (3 by default).
  public init(
    of document: Document, path: String? = nil, edits: ResolvedEdits, events: [Event], context: Int = 3
  ) {
    self.path = path ?? document.path
    let changes = LineChange.all(in: document, edits)
    var hunks: [Hunk] = []
    var index = 0
    var shift = 0
    while index < changes.count {
      var end = index + 1
      while end < changes.count, changes[end].lines.lowerBound - changes[end - 1].lines.upperBound <= 2 * context {
        end += 1
      }
      hunks.append(Self.hunk(of: changes[index..<end], in: document, events, context: context, shift: &shift))
      index = end
    }
    self.hunks = hunks
  }

  private static func hunk(
    of changes: ArraySlice<LineChange>, in document: Document, _ events: [Event], context: Int, shift: inout Int
  ) -> Hunk {
    let lineCount = document.lines.count
    let first = max(1, (changes.first?.lines.lowerBound ?? 1) - context)
    let last = min(lineCount + 1, (changes.last?.lines.upperBound ?? 1) + context)
    var hunk = Hunk(inputLine: first, outputLine: first + shift, lines: [], rules: [])
    var next = first
    func show(_ range: Range<Int>, _ kind: Line.Kind) {
      for line in range {
        hunk.lines.append(Line(kind: kind, bytes: Array(document.source[document.lines.range(ofLine: line)])))
      }
    }
    for change in changes {
      show(next..<change.lines.lowerBound, .context)
      show(change.lines, .removed)
      hunk.lines += change.replacement.map { Line(kind: .added, bytes: $0) }
      shift += change.replacement.count - change.lines.count
      next = change.lines.upperBound
      for event in change.events.map({ events[$0] }) {
        let rule = "\(event.stage)/\(event.rule)"
        if !hunk.rules.contains(rule) { hunk.rules.append(rule) }
      }
    }
    show(next..<last, .context)
    return hunk
  }

  /// Returns the diff in the format of `diff -u`, with the rules after the range of each hunk.
  public func text() -> [UInt8] {
    guard !hunks.isEmpty else { return [] }
    var out = Array("--- \(oldName)\n+++ \(newName)\n".utf8)
    for hunk in hunks {
      out += Array((Self.header(of: hunk) + "\n").utf8)
      for line in hunk.lines { out += Self.text(of: line) }
    }
    return out
  }

  /// Returns the header of a hunk: `@@ -12,7 +12,6 @@ dedupe/page`.
  package static func header(of hunk: Hunk) -> String {
    func part(_ line: Int, _ count: Int) -> String {
      // An empty range has the line number before it (POSIX diff, unified format).
      count == 1 ? "\(line)" : "\(count == 0 ? line - 1 : line),\(count)"
    }
    let input = part(hunk.inputLine, hunk.inputCount)
    let output = part(hunk.outputLine, hunk.outputCount)
    return "@@ -\(input) +\(output) @@" + (hunk.rules.isEmpty ? "" : " " + hunk.rules.joined(separator: ", "))
  }

  /// Returns a line with its prefix, and with the mark for a missing line ending.
  package static func text(of line: Line) -> [UInt8] {
    let bytes = Array(String(line.kind.rawValue).utf8) + line.bytes
    if bytes.last == UInt8(ascii: "\n") { return bytes }
    return bytes + Array("\n\\ No newline at end of file\n".utf8)
  }
}

/// Whole lines of the input and the lines that replace them.
struct LineChange {
  /// The lines (from 1) of the input; empty if lines are only added.
  var lines: Range<Int>
  var replacement: [[UInt8]]
  var events: [Int]

  /// Groups the edits of a document by the lines that they change.
  static func all(in document: Document, _ edits: ResolvedEdits) -> [LineChange] {
    var changes: [LineChange] = []
    var group: [Edit] = []
    var lines = 0..<0
    func finish() {
      guard !group.isEmpty else { return }
      changes.append(LineChange(lines: lines, replacing: group, in: document))
      group = []
    }
    for edit in edits.edits {
      let changed = Self.lines(of: edit, in: document)
      if !group.isEmpty, changed.lowerBound <= lines.upperBound {
        lines = lines.lowerBound..<max(lines.upperBound, changed.upperBound)
      } else {
        finish()
        lines = changed
      }
      group.append(edit)
    }
    finish()
    return changes
  }

  private init(lines: Range<Int>, replacing edits: [Edit], in document: Document) {
    let source = document.source
    var position = Self.offset(ofLine: lines.lowerBound, in: document)
    let end = Self.offset(ofLine: lines.upperBound, in: document)
    var text: [UInt8] = []
    for edit in edits {
      text += source[position..<edit.range.lowerBound]
      text += edit.replacement
      position = edit.range.upperBound
    }
    text += source[position..<max(position, end)]
    self.lines = lines
    events = edits.map(\.event)
    replacement = []
    var start = 0
    for index in text.indices where text[index] == UInt8(ascii: "\n") {
      replacement.append(Array(text[start...index]))
      start = index + 1
    }
    if start < text.count { replacement.append(Array(text[start...])) }
  }

  /// Returns the offset of a line; the end of the source for a line after the last one.
  private static func offset(ofLine line: Int, in document: Document) -> Int {
    line > document.lines.count ? document.source.count : document.lines.range(ofLine: line).lowerBound
  }

  /// Returns the lines that an edit changes; empty if it only inserts whole lines.
  private static func lines(of edit: Edit, in document: Document) -> Range<Int> {
    let first = document.line(at: edit.range.lowerBound)
    let begins = offset(ofLine: first, in: document) == edit.range.lowerBound
    if edit.range.isEmpty, begins, edit.replacement.last == UInt8(ascii: "\n") { return first..<first }
    let last = document.line(at: edit.range.upperBound)
    let endsAtStart = offset(ofLine: last, in: document) == edit.range.upperBound && !edit.range.isEmpty
    let keepsLine = begins && (edit.replacement.isEmpty || edit.replacement.last == UInt8(ascii: "\n"))
    return first..<(endsAtStart && keepsLine ? max(last, first) : min(last + 1, document.lines.count + 1))
  }
}
