import CurateCore

/// Reports links to parts of documents that do not exist: of their own, or of another input.
struct FragmentCheck {
  private let document: Document
  private let mended: Set<LinkID>

  /// - Parameter mended: links that were given another fragment already.
  init(_ document: Document, leavingOut mended: Set<LinkID>) {
    self.document = document
    self.mended = mended
  }

  func run(on collection: inout Collection) {
    let paths = Dictionary(collection.documents.map { ($0.path, $0) }) { first, _ in first }
    var suggestions: [String: AnchorSuggestions] = [:]
    for index in document.links {
      let id = LinkID(index)
      let link = collection[id]
      guard link.fate.isPresent, link.role != .image, !mended.contains(id), mayHaveFragment(link) else { continue }
      let url = collection.url(of: id)
      guard let (path, fragment) = target(of: url), let other = paths[path] else { continue }
      guard other.anchors.target(of: fragment) == nil else { continue }
      let nearest = suggestions[path, default: AnchorSuggestions(other)].nearest(to: fragment)
      let place = other.id == document.id ? "" : " of \(path)"
      let hint = nearest.map { "; did you mean '#\($0)'?" } ?? ""
      collection.note(
        "no heading or anchor\(place) has '#\(fragment)'\(hint)", rule: "broken-fragment", severity: .warning, link: id)
    }
  }

  /// Whether the destination has a `#` at all: most have none, and need not be decoded.
  private func mayHaveFragment(_ link: Link) -> Bool {
    document.source[link.destination.range].contains(UInt8(ascii: "#"))
  }

  /// The document and fragment that a relative URL names.
  private func target(of url: String) -> (path: String, fragment: String)? {
    guard let hash = url.utf8.firstIndex(of: UInt8(ascii: "#")) else { return nil }
    let fragment = String(url[url.index(after: hash)...])
    let path = url[..<hash]
    if path.isEmpty { return (document.path, fragment) }
    // A query asks for another view, which may have anchors of its own.
    guard !path.contains("?") else { return nil }
    return DocumentPath.resolve(String(path), from: document.path).map { ($0, fragment) }
  }
}
