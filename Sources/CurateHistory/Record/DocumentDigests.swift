import CurateCore
import Platform

/// What tells whether a document is the same as in another run.
struct DocumentDigests: Sendable {
  /// The SHA-256 of its bytes.
  var content: [UInt8] = []
  /// The SHA-256 of what the parser makes of them: another parser, other places.
  var layout: [UInt8] = []

  /// The digests of all documents of a collection, worked out on all cores.
  static func all(in collection: Collection) -> [DocumentDigests] {
    let documents = collection.documents
    let digests = concurrentMap(2 * documents.count, stretch: 1) { range in
      let document = documents[range.lowerBound / 2]
      return range.lowerBound.isMultiple(of: 2)
        ? Digest.sha256(of: document.source) : layout(of: document, in: collection)
    }
    return documents.indices.map { DocumentDigests(content: digests[2 * $0], layout: digests[2 * $0 + 1]) }
  }

  private static func layout(of source: Document, in collection: Collection) -> [UInt8] {
    var digest = Digest()
    for index in source.links {
      let link = collection.links[index]
      for number in [
        link.range.lowerBound, link.range.upperBound, link.text.lowerBound, link.text.upperBound,
        link.destination.lowerBound, link.destination.upperBound, link.section.index - source.sections.lowerBound,
      ] {
        digest.add(number)
      }
      digest.add(link.role.rawValue)
    }
    return digest.finish()
  }
}
