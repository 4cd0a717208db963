import CurateCore

/// Reports links to files that do not exist, and fragments that neither a heading nor an anchor of their document has.
struct LocalLinkCheck {
  private let files: any FileLookup
  private let paths: [String: Document]
  /// Whether the common folder of the inputs is the root of a repository; only then can a path that begins with `/` be
  /// looked up.
  private lazy var isRepository = files.exists(".git") == true
  private var suggestions: [DocumentID: AnchorSuggestions] = [:]

  init(_ collection: Collection, files: any FileLookup) {
    self.files = files
    paths = Dictionary(collection.documents.map { ($0.path, $0) }) { first, _ in first }
  }

  /// - Parameter repaired: links whose fragment was changed already.
  mutating func run(on collection: inout Collection, skipping repaired: Set<LinkID>) {
    for document in collection.documents {
      for index in document.links {
        let id = LinkID(index)
        let link = collection[id]
        guard isLocal(link, in: document), link.fate.isPresent, !repaired.contains(id) else { continue }
        check(id, url: collection.url(of: id), in: document, &collection)
      }
    }
  }

  /// Whether the destination has no scheme. Most have one and need no further check.
  private func isLocal(_ link: Link, in document: Document) -> Bool {
    guard link.syntax != .bare, link.syntax != .angle else { return false }
    let destination = document.source[link.destination.range]
    for byte in destination {
      switch byte {
      case UInt8(ascii: ":"): return false
      case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return !destination.starts(with: "//".utf8)
      default: continue
      }
    }
    return true
  }

  private mutating func check(_ id: LinkID, url: String, in document: Document, _ collection: inout Collection) {
    let path = url.prefix { $0 != "#" && $0 != "?" }
    let target = path.isEmpty ? document.path : DocumentPath.resolve(url, from: document.path)
    guard let target else { return }
    if let other = paths[target] {
      // A query may lead to another view of the document, with other anchors.
      guard let fragment = fragment(of: url), !url.contains("?") else { return }
      checkFragment(fragment, of: other, id, in: document, &collection)
    } else if !path.isEmpty, !path.hasPrefix("/") || isRepository, files.exists(target) == false {
      let hint = files.exists(target + ".md") == true ? "; did you mean '\(target).md'?" : ""
      collection.report(
        "the file '\(target)' does not exist\(hint)", rule: "missing-file", severity: .warning, link: id)
    }
  }

  private mutating func checkFragment(
    _ fragment: String, of other: Document, _ id: LinkID, in document: Document, _ collection: inout Collection
  ) {
    guard collection[id].role != .image, other.anchors.target(of: fragment) == nil else { return }
    let nearest = suggestions[other.id, default: AnchorSuggestions(other)].nearest(to: fragment)
    let place = other.id == document.id ? "" : " of \(other.path)"
    let hint = nearest.map { "; did you mean '#\($0)'?" } ?? ""
    collection.report(
      "no heading or anchor\(place) matches '#\(fragment)'\(hint)", rule: "broken-fragment", severity: .warning,
      link: id)
  }

  private func fragment(of url: String) -> String? {
    url.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(url[url.index(after: $0)...]) }
  }
}
