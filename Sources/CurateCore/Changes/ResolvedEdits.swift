/// The edits of one document as they will be applied: in order, without overlaps.
///
/// Overlaps are settled by what the edits are about, not by the order of text patches: an item that is removed takes
/// the edits inside it along, and white space gives way to a link. Of two edits of one priority the larger stands; of two
/// that are equally large, or cross, the later; two removals that cross become one.
public struct ResolvedEdits: Sendable {
  public let document: DocumentID
  public let edits: [Edit]
  /// Events that never happened to the text: a larger change took the whole place along, or another replaced it.
  ///
  /// Two edits of link priority that overlap are of one link, as links change as wholes only if they hold no others. The
  /// later builds on the earlier, so both took effect.
  public let superseded: Set<Int>
  /// By how many bytes the output is ahead of the source after each edit.
  private let shifts: [Int]

  /// - Parameter all: the edits of one document, in the order in which they were made.
  init(of document: DocumentID, from all: [Edit]) {
    self.document = document
    var settled: [Edit] = []
    var covered: Set<Int> = []
    for edit in Self.inOrder(all) {
      guard let last = settled.last, edit.range.lowerBound < last.range.upperBound else {
        settled.append(edit)
        continue
      }
      let crosses = edit.range.upperBound > last.range.upperBound
      if crosses, edit.priority == .item, last.priority == .item {
        settled[settled.count - 1].range = last.range.lowerBound..<edit.range.upperBound
      } else if edit.priority > last.priority || (crosses && edit.priority == last.priority && edit.event > last.event)
      {
        if last.priority != .link || edit.priority != .link { covered.insert(last.event) }
        settled[settled.count - 1] = edit
      } else if last.priority != .link || edit.priority != .link {
        covered.insert(edit.event)
      }
    }
    edits = settled
    superseded = covered
    var shift = 0
    shifts = settled.map { edit in
      shift += edit.replacement.count - edit.range.count
      return shift
    }
  }

  /// By place; insertions first and in the order of their making; of edits that begin together the larger first, of the
  /// same bytes the heavier, then the later.
  private static func inOrder(_ edits: [Edit]) -> [Edit] {
    edits.indices.sorted { a, b in
      let (x, y) = (edits[a], edits[b])
      if x.range.lowerBound != y.range.lowerBound { return x.range.lowerBound < y.range.lowerBound }
      if x.range.isEmpty || y.range.isEmpty { return x.range.isEmpty && (!y.range.isEmpty || a < b) }
      if x.range.upperBound != y.range.upperBound { return x.range.upperBound > y.range.upperBound }
      if x.priority != y.priority { return x.priority > y.priority }
      return a > b
    }.map { edits[$0] }
  }

  /// The source with all edits applied.
  public func apply(to source: [UInt8]) -> [UInt8] {
    guard !edits.isEmpty else { return source }
    var out: [UInt8] = []
    out.reserveCapacity(source.count + (shifts.last ?? 0))
    var position = 0
    for edit in edits {
      out += source[position..<edit.range.lowerBound]
      out += edit.replacement
      position = edit.range.upperBound
    }
    out += source[position...]
    return out
  }

  /// Where an offset of the source stands in the output; inside an edit, where the edit begins.
  public func outputOffset(of offset: Int) -> Int {
    let low = editsBegun(by: offset)
    guard low > 0 else { return offset }
    let edit = edits[low - 1]
    guard offset < edit.range.upperBound else { return offset + shifts[low - 1] }
    return edit.range.lowerBound + (low > 1 ? shifts[low - 2] : 0)
  }

  /// How many edits begin at or before an offset of the source.
  func editsBegun(by offset: Int) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Line numbers of the output, told from those of the input and the line endings that the edits bring and take.
public struct OutputLines: Sendable {
  private let resolved: ResolvedEdits
  private let document: Document
  /// By how many lines the output is ahead after each edit.
  private let shifts: [Int]

  public init(_ resolved: ResolvedEdits, of document: Document) {
    self.resolved = resolved
    self.document = document
    var shift = 0
    shifts = resolved.edits.map { edit in
      shift += Self.lineEndings(in: edit.replacement[...]) - Self.lineEndings(in: document.source[edit.range])
      return shift
    }
  }

  /// The output's line, from 1, of an offset of the input; inside an edit, the line where the edit begins.
  public func line(at offset: Int) -> Int {
    let begun = resolved.editsBegun(by: offset)
    guard begun > 0 else { return document.line(at: offset) }
    let edit = resolved.edits[begun - 1]
    guard offset < edit.range.upperBound else { return document.line(at: offset) + shifts[begun - 1] }
    return document.line(at: edit.range.lowerBound) + (begun > 1 ? shifts[begun - 2] : 0)
  }

  /// LF, CRLF and CR each end a line.
  private static func lineEndings(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || (byte == 0x0A && previous != 0x0D) { count += 1 }
      previous = byte
    }
    return count
  }
}

extension Collection {
  /// The settled edits of every document, in the order of documents.
  public func resolveEdits() -> [ResolvedEdits] {
    var byDocument = Array(repeating: [Edit](), count: documents.count)
    for edit in journal.edits { byDocument[edit.document.index].append(edit) }
    return zip(documents, byDocument).map { ResolvedEdits(of: $0.id, from: $1) }
  }
}

extension Journal {
  /// The events whose changes the output shows, in the order of the journal.
  ///
  /// - Parameter resolvedEdits: those of all documents, in their order, as `Collection.settle` gives them.
  public func effectiveEvents(in resolvedEdits: [ResolvedEdits]) -> some Sequence<Event> {
    events.indices.lazy.filter { !resolvedEdits[events[$0].document.index].superseded.contains($0) }.map { events[$0] }
  }
}
