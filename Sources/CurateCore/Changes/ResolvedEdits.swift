/// The edits of one document that are applied: sorted, without overlaps.
///
/// Resolves overlapping edits by priority, not by the order in which they were made: the removal of an item supersedes the
/// edits inside it, and a link supersedes white space. Of two edits with the same priority the larger one wins; if they
/// have the same range or cross, the later one wins. Two removals that cross become one.
public struct ResolvedEdits: Sendable {
  /// The document that the edits change.
  public let document: DocumentID
  /// The edits, sorted by position, without overlaps.
  public let edits: [Edit]
  /// The events without effect on the text, because another edit covers or replaces theirs.
  ///
  /// Two overlapping edits with the priority `link` belong to the same link, because links with other links inside are not
  /// changed as wholes. The later edit includes the earlier one, so both take effect.
  package let superseded: Set<Int>
  /// The difference between output offset and source offset after each edit.
  private let shifts: [Int]

  /// Resolves the edits of one document.
  ///
  /// - Parameter all: the edits in the order in which they were made.
  init(of document: DocumentID, from all: [Edit]) {
    self.document = document
    var resolved: [Edit] = []
    var covered: Set<Int> = []
    for edit in Self.inOrder(all) {
      guard let last = resolved.last, edit.range.lowerBound < last.range.upperBound else {
        resolved.append(edit)
        continue
      }
      let crosses = edit.range.upperBound > last.range.upperBound
      if crosses, edit.priority == .item, last.priority == .item {
        resolved[resolved.count - 1].range = last.range.lowerBound..<edit.range.upperBound
      } else if edit.priority > last.priority || (crosses && edit.priority == last.priority && edit.event > last.event)
      {
        if last.priority != .link || edit.priority != .link { covered.insert(last.event) }
        resolved[resolved.count - 1] = edit
      } else if last.priority != .link || edit.priority != .link {
        covered.insert(edit.event)
      }
    }
    edits = resolved
    superseded = covered
    var shift = 0
    shifts = resolved.map { edit in
      shift += edit.replacement.count - edit.range.count
      return shift
    }
  }

  /// Sorts edits by start. At the same start, insertions come first, in the order in which they were made; then the larger
  /// edit, then the one with the higher priority, then the later one.
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

  /// Returns the source with all edits applied.
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

  /// Returns the output offset of a source offset; inside an edit, the offset where the edit begins.
  package func outputOffset(of offset: Int) -> Int {
    let low = editCount(startingUpTo: offset)
    guard low > 0 else { return offset }
    let edit = edits[low - 1]
    guard offset < edit.range.upperBound else { return offset + shifts[low - 1] }
    return edit.range.lowerBound + (low > 1 ? shifts[low - 2] : 0)
  }

  /// Returns the number of edits that start at or before a source offset.
  func editCount(startingUpTo offset: Int) -> Int {
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// Computes line numbers of the output from those of the input and the line endings that the edits add and remove.
package struct OutputLines: Sendable {
  private let resolved: ResolvedEdits
  private let document: Document
  /// The difference between output line and input line after each edit.
  private let shifts: [Int]

  package init(_ resolved: ResolvedEdits, of document: Document) {
    self.resolved = resolved
    self.document = document
    var shift = 0
    shifts = resolved.edits.map { edit in
      shift += Self.lineEndings(in: edit.replacement[...]) - Self.lineEndings(in: document.source[edit.range])
      return shift
    }
  }

  /// Returns the output line (from 1) of an input offset; inside an edit, the line where the edit begins.
  package func line(at offset: Int) -> Int {
    let count = resolved.editCount(startingUpTo: offset)
    guard count > 0 else { return document.line(at: offset) }
    let edit = resolved.edits[count - 1]
    guard offset < edit.range.upperBound else { return document.line(at: offset) + shifts[count - 1] }
    return document.line(at: edit.range.lowerBound) + (count > 1 ? shifts[count - 2] : 0)
  }

  /// Counts line endings: LF, CRLF and CR.
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
  /// Resolves the edits of all documents, in the order of documents.
  public func resolveEdits() -> [ResolvedEdits] {
    var byDocument = Array(repeating: [Edit](), count: documents.count)
    for edit in journal.edits { byDocument[edit.document.index].append(edit) }
    return zip(documents, byDocument).map { ResolvedEdits(of: $0.id, from: $1) }
  }
}

extension Journal {
  /// The events that have an effect on the output, in the order of the journal.
  ///
  /// - Parameter resolvedEdits: the result of `Collection.resolveEdits`.
  public func effectiveEvents(in resolvedEdits: [ResolvedEdits]) -> some Sequence<Event> {
    events.indices.lazy.filter { !resolvedEdits[events[$0].document.index].superseded.contains($0) }.map { events[$0] }
  }
}
