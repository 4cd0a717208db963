import CurateCore
import LinkIdentity
import MarkdownSyntax
import Platform

/// Walks over documents and links once for all rules of a kind.
struct InspectWalk {
  typealias Found = (rule: Int, finding: InspectFinding)

  private let rules: [InspectRule]
  private let isEnabled: [Bool]
  private let collection: Collection

  /// - Parameter collection: with all links identified.
  init(_ rules: [InspectRule], _ isEnabled: [Bool], _ collection: Collection) {
    self.rules = rules
    self.isEnabled = isEnabled
    self.collection = collection
  }

  /// Returns the findings of all enabled rules, each with the index of its rule.
  func findings() -> [Found] {
    var found = linkTextFindings()
    found += urlFindings()
    found += entryFindings()
    found += documentFindings()
    found += styleFindings()
    return found
  }

  /// Returns the enabled rules whose check is of one kind, with their indices.
  private func enabled<Check>(_ ofKind: (InspectRule.Check) -> Check?) -> [(rule: Int, check: Check)] {
    var checks: [(rule: Int, check: Check)] = []
    for rule in rules.indices where isEnabled[rule] {
      if let check = ofKind(rules[rule].check) { checks.append((rule, check)) }
    }
    return checks
  }

  // MARK: Links

  private func linkTextFindings() -> [Found] {
    let checks = enabled { (check) -> InspectRule.LinkTextCheck? in
      if case .linkText(let check) = check { return check }
      return nil
    }
    guard !checks.isEmpty else { return [] }
    let collection = collection
    let parts = concurrentMap(collection.links.count, stretch: 256) { range in
      var found: [Found] = []
      for link in collection.links[range] where link.fate.isPresent && Self.hasText(link) {
        for (rule, check) in checks {
          if let message = check(link, collection) { found.append((rule, InspectFinding(link, message))) }
        }
      }
      return found
    }
    return Array(parts.joined())
  }

  /// Whether the author wrote a text for the link.
  private static func hasText(_ link: Link) -> Bool {
    switch link.syntax {
    case .inline, .reference, .html: link.role != .image && link.role != .toc && link.role != .fragment
    case .angle, .bare, .image: false
    }
  }

  private func urlFindings() -> [Found] {
    let checks = URLChecks(rules)
    let (collection, isEnabled) = (collection, isEnabled)
    let parts = concurrentMap(collection.links.count, stretch: 256) { range in
      var found: [Found] = []
      for link in collection.links[range]
      where link.fate.isPresent && link.role != .toc && link.role != .fragment {
        checks.check(link, in: collection, &found)
      }
      return found
    }
    return parts.joined().filter { isEnabled[$0.rule] }
  }

  /// The checks of URLs. All of them run even if some rules are disabled: a disabled rule still takes precedence over the
  /// rules after it, so that `skip` never makes another rule report more.
  private struct URLChecks: Sendable {
    private var texts: [(rule: Int, check: InspectRule.URLCheck)] = []
    /// The rules of warnings that `LinkIdentity` finds, by id.
    private var warnings: [RuleID: Int] = [:]
    private let doubledScheme: Int?

    init(_ rules: [InspectRule]) {
      doubledScheme = rules.firstIndex { $0.id == InspectRule.doubledScheme.id }
      for (index, rule) in rules.enumerated() {
        switch rule.check {
        case .url(let check): texts.append((index, check))
        case .urlWarning: warnings[rule.id] = index
        default: continue
        }
      }
    }

    func check(_ link: Link, in collection: Collection, _ found: inout [Found]) {
      let (isUnsuspicious, warnings) = collection.withURL(of: link.id) { url in
        (InspectedURL.isUnsuspicious(url), LinkIdentity.warnings(ofUTF8: url))
      }
      if !isUnsuspicious {
        let url = InspectedURL(collection.url(of: link.id), link.syntax)
        for (rule, check) in texts {
          guard let message = check(url) else { continue }
          found.append((rule, InspectFinding(link, message)))
          // With two schemes the second is parsed as a host, so that no warning about the host is meaningful.
          if rule == doubledScheme { return }
          break
        }
      }
      for warning in warnings {
        // Other stages report the warnings that have no rule here.
        guard let rule = self.warnings[warning.rule] else { continue }
        found.append((rule, InspectFinding(link, Self.clause(warning.message))))
      }
    }

    /// Returns a sentence in the style of findings: without capital and full stop.
    private static func clause(_ sentence: String) -> String {
      sentence.prefix(1).lowercased()
        + (sentence.hasSuffix(".") ? sentence.dropFirst().dropLast() : sentence.dropFirst())
    }
  }

  private func entryFindings() -> [Found] {
    let checks = enabled { (check) -> InspectRule.EntriesCheck? in
      if case .entries(let check) = check { return check }
      return nil
    }
    guard !checks.isEmpty else { return [] }
    let entries = TitledEntries(in: collection)
    return checks.flatMap { rule, check in check(entries, collection).map { (rule: rule, finding: $0) } }
  }

  // MARK: Documents

  private func documentFindings() -> [Found] {
    let checks = enabled { (check) -> InspectRule.DocumentCheck? in
      if case .document(let check) = check { return check }
      return nil
    }
    guard !checks.isEmpty else { return [] }
    return collection.documents.flatMap { document in
      let inspected = InspectedDocument(document)
      return checks.flatMap { rule, check in check(inspected).map { (rule: rule, finding: $0) } }
    }
  }

  private func styleFindings() -> [Found] {
    let checks = enabled { (check) -> InspectRule.StyleCheck? in
      if case .style(let check) = check { return check }
      return nil
    }
    guard !checks.isEmpty else { return [] }
    return collection.documents.flatMap { document in
      let entries = document.links.compactMap { StyledEntry(collection[LinkID($0)], in: document, of: collection) }
      return checks.flatMap { rule, check in check(entries).map { (rule: rule, finding: $0) } }
    }
  }
}

/// A document, with the parts that several rules read.
struct InspectedDocument {
  let document: Document
  /// The headings that open a section.
  let outline: [Heading]
  /// The outermost blocks.
  let blocks: [NodeID]

  var tree: MarkdownTree { document.tree }

  init(_ document: Document) {
    self.document = document
    outline = document.headings.filter(\.opensSection)
    blocks = document.tree.children(of: MarkdownTree.root)
  }
}
