import CurateCore

/// Tells which relative links of documents no longer lead where they led, once the documents stand elsewhere.
struct RelativeLinks {
  /// The path of each document's copy, in the order of documents.
  private let outputs: [String]
  /// Documents by the path of their input.
  private let documents: [String: DocumentID]

  init(_ collection: Collection, outputs: [String]) {
    self.outputs = outputs
    documents = Dictionary(
      collection.documents.map { ($0.path, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  /// Notes each link that the new places break. Copies in folders like those of the inputs break none.
  func report(to collection: inout Collection) {
    // The usual copy: every document stands to every other as before.
    guard zip(outputs, collection.documents).contains(where: { $0 != $1.path }) else { return }
    for link in collection.links where link.fate.isPresent {
      let url = collection.url(of: link.id)
      let document = collection[link.document]
      let output = outputs[document.id.index]
      guard let target = DocumentPath.resolve(url, from: document.path) else { continue }
      let expected = documents[target].map { outputs[$0.index] } ?? target
      guard DocumentPath.resolve(url, from: output) != expected else { continue }
      let path = url.prefix { $0 != "?" && $0 != "#" }
      collection.report(
        "'\(path)' does not lead to \(target) from \(output)", rule: "relative-link", severity: .warning, link: link.id)
    }
  }
}
