import MarkdownSyntax

/// Builds the sections and links of a document in one pass over its tree. Ids start at 0 in each document.
struct LinkBuilder {
  let document: DocumentDraft
  private(set) var sections: [Section] = []
  private(set) var links: [Link] = []

  private let tree: MarkdownTree
  private var nextHeading = 0
  /// The open heading sections, by level.
  private var headingStack: [SectionID] = []
  private var current = SectionID(0)
  private var itemSections: [NodeID: SectionID] = [:]
  private var tocLinks: Set<NodeID> = []
  /// The items and rows around the last link that contain links, each with its entry.
  private var containers: [(node: NodeID, entry: RoleFinder.Entry?)] = []

  init(_ document: DocumentDraft) {
    self.document = document
    tree = document.tree
    for table in document.tablesOfContents { tocLinks.formUnion(table.entries.map(\.link)) }
  }

  mutating func run() {
    current = open(.start, parent: nil, level: 0, title: "", anchor: "", at: 0)
    for index in tree.nodes {
      let node = NodeID(index)
      enterHeading(before: node)
      if let found = LinkScan.link(at: node, in: tree) { add(found) }
    }
    while nextHeading < document.headings.count { openHeading() }
  }

  private mutating func open(
    _ opening: Section.Opening, parent: SectionID?, level: Int, title: String, anchor: String, at offset: Int
  ) -> SectionID {
    let id = SectionID(sections.count)
    sections.append(
      Section(
        id: id, document: document.id, opening: opening, parent: parent, level: level, title: title, anchor: anchor,
        offset: offset))
    return id
  }

  private mutating func enterHeading(before node: NodeID) {
    while nextHeading < document.headings.count, document.headings[nextHeading].node <= node { openHeading() }
  }

  private mutating func openHeading() {
    let heading = document.headings[nextHeading]
    defer { nextHeading += 1 }
    guard heading.opensSection else { return }
    while let last = headingStack.last, sections[last.index].level >= heading.level {
      headingStack.removeLast()
    }
    current = open(
      .heading(nextHeading), parent: headingStack.last, level: heading.level,
      title: heading.title.foldingSpaces, anchor: heading.anchor, at: heading.range.lowerBound)
    headingStack.append(current)
  }

  private mutating func add(_ found: LinkScan.Match) {
    let finder = RoleFinder(tree: tree)
    let (role, opens) = role(of: found, finder)
    let section = role == .entry || role == .secondary ? section(of: found.node, finder) : current
    links.append(
      Link(
        id: LinkID(links.count), document: document.id, section: section, node: found.node,
        syntax: found.syntax, role: role, opensItem: opens, range: ByteRange(found.range), text: ByteRange(found.text),
        destination: ByteRange(found.destination)))
  }

  private mutating func role(of found: LinkScan.Match, _ finder: RoleFinder) -> (Role, opens: Bool) {
    if finder.isImage(found) { return (.image, false) }
    if tocLinks.contains(found.node) { return (.toc, false) }
    if tree.source[found.destination].first == UInt8(ascii: "#") { return (.fragment, false) }
    switch finder.surroundings(of: found.node) {
    case .heading: return (.heading, false)
    case .prose: return (.prose, false)
    case .item(let item), .row(let item):
      guard let entry = entry(of: item, around: found.node, finder), entry.link == found.node else {
        return (.secondary, false)
      }
      return (.entry, entry.opens)
    }
  }

  /// Returns the entry of an item or row. Links are visited in order, so the cache keeps only containers of the current
  /// link.
  private mutating func entry(of item: NodeID, around link: NodeID, _ finder: RoleFinder) -> RoleFinder.Entry? {
    while let last = containers.last, !tree.subtree(of: last.node).contains(Int(link.index)) {
      containers.removeLast()
    }
    if let last = containers.last, last.node == item { return last.entry }
    let entry = finder.entry(of: item)
    containers.append((item, entry))
    return entry
  }

  /// Returns the section of a link in a list or table: that of the innermost list item around its own item, or else
  /// that of the heading.
  private mutating func section(of link: NodeID, _ finder: RoleFinder) -> SectionID {
    var section = current
    for item in finder.outerItems(of: link) {
      if let known = itemSections[item] {
        section = known
        continue
      }
      let title = finder.ownText(of: item)
      section = open(
        .item(item), parent: section, level: sections[current.index].level, title: title, anchor: "",
        at: tree.range(of: item).lowerBound)
      itemSections[item] = section
    }
    return section
  }
}
