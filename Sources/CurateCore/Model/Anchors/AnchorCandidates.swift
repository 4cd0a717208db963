import MarkdownSyntax

/// The anchors that broken links clearly mean, by their text and by what is left of their fragment.
public struct AnchorCandidates: Sendable {
  private let tree: MarkdownTree
  /// By their letters and digits, in document order.
  private let byName: [String: [String]]
  /// Anchors of headings, by the title's letters and digits.
  private let byTitle: [String: [(title: String, anchor: String)]]

  public init(_ document: Document) { self.init(document.tree, document.anchors, document.headings) }

  init(_ tree: MarkdownTree, _ anchors: AnchorTable, _ headings: [Heading]) {
    self.tree = tree
    byName = Dictionary(grouping: anchors.names, by: Self.fold)
    byTitle = Dictionary(
      grouping: headings.map { (title: $0.title.foldingSpaces, anchor: $0.anchor) }, by: { Self.fold($0.title) })
  }

  /// The one anchor that a broken entry's text and its fragment can mean; nil if they mean none, or several.
  ///
  /// It hangs on nothing but the entry and the anchors, so that mending one entry decides nothing about another.
  public func anchor(of entry: TableOfContents.Entry) -> String? {
    let named = named(by: tree.plainText(of: entry.link, images: .dropped).foldingSpaces)
    let meant = lookalikes(of: AnchorTable.percentDecoded(entry.fragment))
    if named.isEmpty { return only(meant) }
    return only(meant.isEmpty ? named : named.filter(meant.contains))
  }

  /// The anchors that differ from a text only in case, punctuation and spaces.
  public func lookalikes(of text: String) -> [String] {
    let key = Self.fold(text)
    return key.isEmpty ? [] : byName[key] ?? []
  }

  /// Anchors of headings with this title, or else with these letters and digits; else anchors that are named so.
  private func named(by title: String) -> [String] {
    let key = Self.fold(title)
    guard !key.isEmpty else { return [] }
    let headings = byTitle[key] ?? []
    let exact = headings.filter { $0.title == title }
    let anchors = (exact.isEmpty ? headings : exact).map(\.anchor)
    return anchors.isEmpty ? lookalikes(of: GitHubAnchor.slug(of: title)) : anchors
  }

  private func only(_ names: [String]) -> String? { names.count == 1 ? names.first : nil }

  private static func fold(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) }))
  }
}
