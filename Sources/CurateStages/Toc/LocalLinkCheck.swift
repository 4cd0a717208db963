import CurateCore

/// Reports links to files that do not exist, and to parts that their document or another input does not have.
struct LocalLinkCheck {
  private let files: any FileLookup
  private let paths: [String: Document]
  /// Whether the common folder of the inputs is the root of a repository: only then does `/` lead where it can be seen.
  private lazy var isRepository = files.exists(".git") == true
  private var suggestions: [DocumentID: AnchorSuggestions] = [:]

  init(_ collection: Collection, files: any FileLookup) {
    self.files = files
    paths = Dictionary(collection.documents.map { ($0.path, $0) }) { first, _ in first }
  }

  /// - Parameter mended: links that were given another fragment already.
  mutating func run(on collection: inout Collection, leavingOut mended: Set<LinkID>) {
    for document in collection.documents {
      for index in document.links {
        let id = LinkID(index)
        let link = collection[id]
        guard isLocal(link, in: document), link.fate.isPresent, !mended.contains(id) else { continue }
        check(id, url: collection.url(of: id), in: document, &collection)
      }
    }
  }

  /// Whether the destination, as it is written, begins with no scheme: most do, and need no closer look.
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
      // A query asks for another view, which may have anchors of its own.
      guard let fragment = fragment(of: url), !url.contains("?") else { return }
      checkPart(fragment, of: other, id, in: document, &collection)
    } else if !path.isEmpty, !path.hasPrefix("/") || isRepository, files.exists(target) == false {
      let hint = files.exists(target + ".md") == true ? "; did you mean '\(target).md'?" : ""
      collection.report("there is no '\(target)'\(hint)", rule: "missing-file", severity: .warning, link: id)
    }
  }

  private mutating func checkPart(
    _ fragment: String, of other: Document, _ id: LinkID, in document: Document, _ collection: inout Collection
  ) {
    guard collection[id].role != .image, other.anchors.target(of: fragment) == nil else { return }
    let nearest = suggestions[other.id, default: AnchorSuggestions(other)].nearest(to: fragment)
    let place = other.id == document.id ? "" : " of \(other.path)"
    let hint = nearest.map { "; did you mean '#\($0)'?" } ?? ""
    collection.report(
      "no heading or anchor\(place) has '#\(fragment)'\(hint)", rule: "broken-fragment", severity: .warning, link: id)
  }

  private func fragment(of url: String) -> String? {
    url.utf8.firstIndex(of: UInt8(ascii: "#")).map { String(url[url.index(after: $0)...]) }
  }
}
