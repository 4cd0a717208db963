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
      guard let path = Self.relativePath(collection.url(of: link.id)) else { continue }
      let document = collection[link.document]
      let output = outputs[document.id.index]
      guard let target = Self.resolve(path, from: document.path) else { continue }
      let expected = documents[target].map { outputs[$0.index] } ?? target
      guard Self.resolve(path, from: output) != expected else { continue }
      collection.note(
        "'\(path)' does not lead to \(target) from \(output)", rule: "relative-link", severity: .warning, link: link.id)
    }
  }

  /// The path of a URL without scheme, host, query and fragment; nil for any other (RFC 3986, 4.2).
  private static func relativePath(_ url: String) -> String? {
    let path = url.prefix { $0 != "?" && $0 != "#" }
    guard let first = path.first, first != "/" else { return nil }
    let beforeSlash = path.prefix { $0 != "/" }
    return beforeSlash.contains(":") ? nil : String(path)
  }

  /// The path that `path` names when it stands in the file `base`; nil if it leads above the common folder.
  private static func resolve(_ path: String, from base: String) -> String? {
    var parts = base.split(separator: "/").dropLast()
    for part in path.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }
}
