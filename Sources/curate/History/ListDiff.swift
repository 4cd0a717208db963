import CurateHistory

/// What a reader of a list sees change between two of its states.
struct ListDiff {
  /// One of the two states.
  enum Side {
    case run(RunSummary)
    /// What the recipe makes of the files as they stand now.
    case workingFiles(recipe: String)
  }

  enum Kind: String, CaseIterable {
    case added, gone, moved, retitled, reresolved, relabelled, rewritten
  }

  struct Entry {
    var kind: Kind
    /// Nil for a link that was added.
    var before: LinkSnapshot?
    /// Nil for a link that the later state does not have.
    var after: LinkSnapshot?
    /// The link that it was merged into.
    var survivor: LinkSnapshot?

    /// As it is now, or was last.
    var link: LinkSnapshot? { after ?? before }
  }

  var from: Side
  var to: Side
  /// By kind, then in the order of the list. A link that changed in two ways is there twice.
  var entries: [Entry]
  /// Changes of images and of links to headings, which are not among the entries.
  var leftOut = 0

  func entries(of kind: Kind) -> [Entry] { entries.filter { $0.kind == kind } }
}

extension ListDiff {
  /// - Parameters:
  ///   - all: also images, tables of contents and other links to headings.
  ///   - survivor: finds the link that another was merged into.
  init(
    _ diff: RunDiff, from: Side, to: Side, all: Bool, survivor: (Int64) throws -> LinkSnapshot?
  ) throws {
    self.from = from
    self.to = to
    var found: [Entry] = []
    // What was taken out at once was never there for a reader.
    for link in diff.added where link.isPresent { found.append(Entry(kind: .added, after: link)) }
    for link in diff.gone where link.isPresent { found.append(Entry(kind: .gone, before: link)) }
    for change in diff.changed {
      for kind in change.kinds {
        var entry = Entry(kind: kind, before: change.before, after: change.after)
        if kind == .gone, let other = change.after.survivor { entry.survivor = try survivor(other) }
        found.append(entry)
      }
    }
    let shown = all ? found : found.filter { $0.link?.isOfInterest == true }
    leftOut = found.count - shown.count
    entries = Kind.allCases.flatMap { kind in shown.filter { $0.kind == kind } }
  }
}

extension RunDiff.Change {
  fileprivate var kinds: [ListDiff.Kind] {
    switch (before.isPresent, after.isPresent) {
    case (true, false): return [.gone]
    case (false, true): return [.added]
    case (false, false): return []
    case (true, true): break
    }
    return aspects.compactMap { aspect in
      switch aspect {
      case .section: .moved
      case .title: .retitled
      // How the input writes it is nothing that a reader sees.
      case .url: before.url != after.url ? .reresolved : nil
      case .labels: .relabelled
      case .form: .rewritten
      case .fate: nil
      }
    }
  }
}

extension LinkSnapshot {
  /// Whether the link stands in the output.
  var isPresent: Bool { fate == "kept" || fate == "changed" }

  /// Whether it is one for which people read the list.
  fileprivate var isOfInterest: Bool { !["toc", "fragment", "image"].contains(role) }

  /// The title, or the URL of a link without one.
  var name: String { title.isEmpty ? url : title }
}
