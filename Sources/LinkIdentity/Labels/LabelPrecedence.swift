/// In which order label rules are asked; the first that answers wins.
public enum LabelPrecedence: Int, Sendable, CaseIterable, Comparable {
  /// A recipe's own rules, unless they say otherwise.
  case override
  /// mailto, fragments, relative links, images.
  case scheme
  /// The work that the link leads to (`arxiv:…`, `github:…`).
  case work
  /// A host with a path.
  case hostPath
  /// A host; the longest suffix wins.
  case host
  /// A part of the path, or a pattern in host or path.
  case pattern
  /// The table of universities, and `.edu`.
  case university
  /// What the path ends in.
  case fileType
  /// The first label of the host.
  case hostPrefix
  /// A word of the section heading.
  case heading

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The name in a recipe.
  public var name: String {
    switch self {
    case .override: "override"
    case .scheme: "scheme"
    case .work: "work"
    case .hostPath: "host-path"
    case .host: "host"
    case .pattern: "pattern"
    case .university: "university"
    case .fileType: "file-type"
    case .hostPrefix: "host-prefix"
    case .heading: "heading"
    }
  }

  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}
