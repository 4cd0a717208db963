/// The edits of one document as they will be applied: in order, without overlaps.
///
/// Overlaps are settled by size, not by the order of text patches: an item that is removed takes the edits inside it
/// along; of two edits of the same bytes the later stands; of two that cross, the earlier stands.
public struct Settlement: Sendable {
  public let document: DocumentID
  public let edits: [Edit]
  /// Events whose edit did not make it into the text because a larger or later one covers it.
  public let superseded: Set<Int>
  /// By how many bytes the output is ahead of the source after each edit.
  private let shifts: [Int]

  /// - Parameter all: the edits of one document, in the order in which they were made.
  init(of document: DocumentID, from all: [Edit]) {
    self.document = document
    let order = all.indices.sorted { a, b in
      let (x, y) = (all[a].range, all[b].range)
      // Larger first where they begin together, later first where they are the same; insertions keep their order.
      if x.lowerBound != y.lowerBound { return x.lowerBound < y.lowerBound }
      if x.isEmpty || y.isEmpty { return x.isEmpty && (!y.isEmpty || a < b) }
      if x.upperBound != y.upperBound { return x.upperBound > y.upperBound }
      return a > b
    }
    var settled: [Edit] = []
    var covered: Set<Int> = []
    for index in order {
      let edit = all[index]
      guard let last = settled.last, edit.range.lowerBound < last.range.upperBound else {
        settled.append(edit)
        continue
      }
      if edit.range.upperBound > last.range.upperBound, edit.replacement.isEmpty, last.replacement.isEmpty {
        settled[settled.count - 1].range = last.range.lowerBound..<edit.range.upperBound
      } else if edit.range.upperBound > last.range.upperBound, edit.event < last.event {
        covered.insert(last.event)
        settled[settled.count - 1] = edit
      } else {
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
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let edit = edits[low - 1]
    guard offset < edit.range.upperBound else { return offset + shifts[low - 1] }
    return edit.range.lowerBound + (low > 1 ? shifts[low - 2] : 0)
  }
}

extension Collection {
  /// The settled edits of every document, in the order of documents.
  public func settle() -> [Settlement] {
    var byDocument = Array(repeating: [Edit](), count: documents.count)
    for edit in journal.edits { byDocument[edit.document.index].append(edit) }
    return zip(documents, byDocument).map { Settlement(of: $0.id, from: $1) }
  }
}
