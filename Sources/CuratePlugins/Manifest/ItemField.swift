public import CurateCore

/// What a plugin can be told about a link, as `reads:` names it. An item has it under the same name, with `_` for `-`.
public enum ItemField: String, Sendable, CaseIterable, OptionConvertible {
  case url, original, title, description, section, parent, role, opens, syntax, column, fate
  case host, domain, key, work
  case hostClass = "host-class"
  case category, site, institution
  /// The whole text of a document; for `scope: document` alone.
  case text

  /// What an item tells if the manifest has no `reads:`.
  public static let standard: Set<Self> = [.url, .title, .section, .role]
  static let labels: Set<Self> = [.hostClass, .category, .site, .institution]
  static let identities: Set<Self> = [.key, .work]

  /// The name in an item.
  public var member: String { self == .hostClass ? "host_class" : rawValue }
}
