import MarkdownSyntax

/// Finds the anchor that a broken table-of-contents entry was meant for, by its text and its fragment.
package struct AnchorCandidates: Sendable {
  private let tree: MarkdownTree
  /// Anchors by their letters and digits, in document order.
  private let byName: [String: [String]]
  /// Anchors of headings by the letters and digits of the title.
  private let byTitle: [String: [(title: String, anchor: String)]]

  package init(_ document: Document) { self.init(document.tree, document.anchors, document.headings) }

  init(_ tree: MarkdownTree, _ anchors: AnchorTable, _ headings: [Heading]) {
    self.tree = tree
    byName = Dictionary(grouping: anchors.names, by: Self.fold)
    byTitle = Dictionary(
      grouping: headings.map { (title: $0.title.foldingSpaces, anchor: $0.anchor) }, by: { Self.fold($0.title) })
  }

  /// Returns the only anchor that matches a broken entry's text and fragment; nil if none or several match.
  ///
  /// The result depends only on the entry and the anchors, so that repairing one entry does not affect another.
  package func anchor(of entry: TableOfContents.Entry) -> String? {
    let named = named(by: tree.plainText(of: entry.link, images: .dropped).foldingSpaces)
    let similar = lookalikes(of: AnchorTable.percentDecoded(entry.fragment))
    if named.isEmpty { return only(similar) }
    return only(similar.isEmpty ? named : named.filter(similar.contains))
  }

  /// Returns the anchors that differ from a text only in case, punctuation and spaces.
  package func lookalikes(of text: String) -> [String] {
    let key = Self.fold(text)
    return key.isEmpty ? [] : byName[key] ?? []
  }

  /// Returns the anchors of headings with this title; else of headings with the same letters and digits; else the anchors
  /// with the same letters and digits as the slug of the title.
  private func named(by title: String) -> [String] {
    let key = Self.fold(title)
    guard !key.isEmpty else { return [] }
    let headings = byTitle[key] ?? []
    let exact = headings.filter { $0.title == title }
    let anchors = (exact.isEmpty ? headings : exact).map(\.anchor)
    return anchors.isEmpty ? lookalikes(of: GitHubAnchor.slug(of: title)) : anchors
  }

  private func only(_ names: [String]) -> String? { names.count == 1 ? names.first : nil }

  /// Returns the letters and digits of a text in lower case.
  private static func fold(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
  }
}
