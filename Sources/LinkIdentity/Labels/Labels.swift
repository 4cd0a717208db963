/// The kind of organization or site that serves a link.
public enum HostClass: String, Sendable, CaseIterable {
  case arxiv, github, githubPages = "github-pages", codeHost = "code-host", university
  case researchInstitute = "research-institute", publisher, proceedings, preprint, qAndA = "q-and-a", video, blog
  case company, government, nonprofit, conference, encyclopedia, packageRegistry = "package-registry", archive
  case personal, other
}

/// The kind of content that a link leads to.
public enum Category: String, Sendable, CaseIterable {
  case paper, preprint, code, course, lectureVideo = "lecture-video", video, slides, book, docs, dataset, model, package
  case workshop, labOrGroup = "lab-or-group", person, blog, news, qAndA = "q-and-a", projectPage = "project-page"
  case organisation, archive, image, local, mail, unknown
}

/// The labels of a link, each with the rule that decided it.
public struct Labels: Sendable, Hashable {
  /// The kind of organization or site that serves the link.
  public var hostClass = HostClass.other
  /// The rule of the host class; empty for `other`.
  public var hostClassRule = ""
  /// The kind of content that the link leads to.
  public var category = Category.unknown
  /// The rule of the category; empty for `unknown`.
  public var categoryRule = ""
  /// A display name (arXiv, GitHub, YouTube), or "".
  public var site = ""
  /// The name in the table of universities, or "".
  public var institution = ""
  /// Labels that no rule decided.
  public init() {}

  /// Hashes the rules only: they distinguish nearly all labels, and hashing all six fields took a tenth of `classify`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(hostClassRule)
    hasher.combine(categoryRule)
  }
}

/// A rule that applies to a link, and whether it decided a label.
public struct LabelCandidate: Sendable, Equatable {
  /// The id of the rule, for example `host:arxiv.org`.
  public var rule: String
  /// The level of the rule.
  public var precedence: LabelPrecedence
  /// The host class that the rule gives; nil for none.
  public var hostClass: HostClass?
  /// The category that the rule gives; nil for none.
  public var category: Category?
  /// The display name that the rule gives, or "".
  public var site: String
  /// Whether this rule decided the host class.
  public var wonHostClass: Bool
  /// Whether this rule decided the category.
  public var wonCategory: Bool
}

/// The levels of label rules, highest precedence first. Of the rules that apply to a link the first decides.
public enum LabelPrecedence: Int, Sendable, CaseIterable, Comparable {
  /// Rules of a recipe without a precedence of their own.
  case override
  /// The scheme (`mailto`, `data`), relative links, fragments and images.
  case scheme
  /// The work that the link leads to (`arxiv:…`, `github:…`).
  case work
  /// A host with a path.
  case hostPath
  /// A host; the longest suffix wins.
  case host
  /// A segment or word of the path, or a pattern of host and path.
  case pattern
  /// The table of universities, and `.edu`.
  case university
  /// The file type in the path.
  case fileType
  /// The first label of the host.
  case hostPrefix
  /// A word of the section heading.
  case heading

  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The name of the level in a recipe.
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

  /// - Returns: nil if no level has this name in a recipe.
  public init?(name: String) {
    guard let match = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = match
  }
}
