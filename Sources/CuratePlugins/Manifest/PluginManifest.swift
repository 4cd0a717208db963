package import CurateCore

/// The contents of `stage.yaml`: the name of a plugin, its program, what it reads and what it may do.
package struct PluginManifest: Sendable {
  /// The kind of the items of the exchange.
  package enum Scope: String, Sendable, CaseIterable, OptionConvertible {
    case link, section, document
  }

  /// An action of a plugin other than keeping items as they are.
  package enum Permission: String, Sendable, CaseIterable, OptionConvertible {
    /// Report findings.
    case find
    /// Set host class, category, site and institution.
    case label
    /// Set URL and title.
    case set
    /// Remove entries, or merge them into others.
    case remove
    /// Add entries to sections.
    case add
  }

  package var name: String
  package var version: String
  package var summary: String
  /// Paragraphs, in Markdown.
  package var description: String
  /// A program in the plugin's folder, as `./name`, and its arguments.
  package var run: [String]
  package var scope: Scope
  /// The fields of an item, in addition to its id, document and line.
  package var reads: Set<ItemField>
  package var may: Set<Permission>
  /// Whether equal items always get equal verdicts.
  package var isDeterministic: Bool
  /// Environment variables that the plugin gets in addition to those of the allow-list.
  package var environment: [String]
  package var options: [OptionDeclaration]
  /// In the order of the file.
  package var rules: [RuleManual]
  package var tests: [StageExample]

  /// The name of the file in the plugin's folder.
  package static let fileName = "stage.yaml"
  /// The largest size of the file, in bytes.
  package static let sizeLimit = 1 << 20
}

/// A field of a link that a plugin can read, by its name in `reads:`. An item has it under the same name, with `_` for `-`.
package enum ItemField: String, Sendable, CaseIterable, OptionConvertible {
  case url, original, title, description, section, parent, role, opens, syntax, column, fate
  case host, domain, key, work
  case hostClass = "host-class"
  case category, site, institution
  /// The whole text of a document; only for `scope: document`.
  case text

  /// The fields of an item if the manifest has no `reads:`.
  static let standard: Set<Self> = [.url, .title, .section, .role]
  static let labels: Set<Self> = [.hostClass, .category, .site, .institution]
  static let identities: Set<Self> = [.key, .work]

  /// The name in an item.
  var member: String { self == .hostClass ? "host_class" : rawValue }
}

extension PluginManifest {
  /// The manual that `curate stages NAME`, the schema and the reference show, like that of a built-in stage.
  package var manual: StageManual {
    var needs: Set<ModelPart> = [.model]
    if !reads.isDisjoint(with: ItemField.labels) { needs.insert(.labels) }
    return StageManual(
      name: name, summary: summary, discussion: discussion, rules: allRules, needs: needs,
      provides: may.contains(.label) ? [.labels] : [], examples: tests)
  }

  private var discussion: String {
    var facts = ["plugin, version \(version)", "one item per \(scope.rawValue)"]
    let allowed = Permission.allCases.filter(may.contains).map(\.rawValue)
    facts.append(allowed.isEmpty ? "may change nothing" : "may " + allowed.joined(separator: ", "))
    if !isDeterministic { facts.append("not deterministic") }
    let line = "(" + facts.joined(separator: "; ") + ")"
    return description.isEmpty ? line : description + "\n\n" + line
  }

  /// The rules of the manifest, then the default rules that the plugin can use.
  private var allRules: [RuleManual] {
    var rules = rules
    for rule in DefaultRule.allCases where !rules.contains(where: { $0.id == rule.id }) {
      guard rule.permission.map(may.contains) ?? true else { continue }
      rules.append(RuleManual(rule.id, rule.summary, severity: rule.severity))
    }
    return rules
  }
}

/// The rules of verdicts and findings that name none.
enum DefaultRule: CaseIterable {
  case found, failed, labelled, changed, removed, merged, added

  var id: RuleID {
    switch self {
    case .found: "found"
    case .failed: "failed"
    case .labelled: "labelled"
    case .changed: "changed"
    case .removed: "removed"
    case .merged: "merged"
    case .added: "added"
    }
  }

  /// The permission that a plugin needs to use the rule; nil if it needs none.
  var permission: PluginManifest.Permission? {
    switch self {
    case .failed: nil
    case .found: .find
    case .labelled: .label
    case .changed: .set
    case .removed, .merged: .remove
    case .added: .add
    }
  }

  var summary: String {
    switch self {
    case .found: "The plugin reported a finding."
    case .failed: "The plugin could not judge an item."
    case .labelled: "The plugin set labels."
    case .changed: "The plugin changed the URL or title."
    case .removed: "The plugin removed the entry."
    case .merged: "The plugin merged the entry into another."
    case .added: "The plugin added an entry."
    }
  }

  /// The default severity; nil for rules that change something.
  var severity: Severity? { self == .found || self == .failed ? .warning : nil }
}
