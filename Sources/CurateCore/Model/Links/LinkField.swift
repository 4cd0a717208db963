import LinkIdentity

/// A property of a link that a recipe's tests can name.
public enum LinkField: String, Sendable, CaseIterable {
  case title, url, description
  /// Titles from the outermost section to the innermost, joined by ` > `.
  case section
  case role
  /// The page key.
  case key
  case work
  case hostClass = "host-class"
  case category, site, institution

  /// The possible values; nil for free text.
  package var choices: [String]? {
    switch self {
    case .role: Role.allCases.map(\.rawValue)
    case .hostClass: HostClass.allCases.map(\.rawValue)
    case .category: Category.allCases.map(\.rawValue)
    default: nil
    }
  }

  /// The part of the model that contains the field.
  package var modelPart: ModelPart {
    switch self {
    case .hostClass, .category, .site, .institution: .labels
    default: .model
    }
  }
}

extension Collection {
  /// Returns the current value of a field; empty if the link has none.
  package mutating func value(of field: LinkField, of id: LinkID) -> String {
    switch field {
    case .title: title(of: id)
    case .url: url(of: id)
    case .description: description(of: id)
    case .section: path(of: self[id].section).joined(separator: " > ")
    case .role: self[id].role.rawValue
    case .key: identity(of: id)?.key ?? ""
    case .work: identity(of: id)?.work?.description ?? ""
    case .hostClass: labels(of: id)?.hostClass.rawValue ?? ""
    case .category: labels(of: id)?.category.rawValue ?? ""
    case .site: labels(of: id)?.site ?? ""
    case .institution: labels(of: id)?.institution ?? ""
    }
  }
}
