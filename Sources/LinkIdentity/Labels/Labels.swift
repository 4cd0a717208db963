/// Who serves a link.
public enum HostClass: String, Sendable, CaseIterable {
  case arxiv, github, githubPages = "github-pages", codeHost = "code-host", university
  case researchInstitute = "research-institute", publisher, proceedings, preprint, qAndA = "q-and-a", video, blog
  case company, government, nonprofit, conference, encyclopedia, packageRegistry = "package-registry", archive
  case personal, other
}

/// What a link is.
public enum Category: String, Sendable, CaseIterable {
  case paper, preprint, code, course, lectureVideo = "lecture-video", video, slides, book, docs, dataset, model, package
  case workshop, labOrGroup = "lab-or-group", person, blog, news, qAndA = "q-and-a", projectPage = "project-page"
  case organisation, archive, image, local, mail, unknown
}

/// The labels of a link, each with the rule that gave it.
public struct Labels: Sendable, Hashable {
  public var hostClass = HostClass.other
  public var hostClassRule = ""
  public var category = Category.unknown
  public var categoryRule = ""
  /// A display name (arXiv, GitHub, YouTube), or "".
  public var site = ""
  /// From the university table, or "".
  public var institution = ""
  public init() {}

  /// The rules tell labels apart well enough: hashing all six fields took a tenth of `classify`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(hostClassRule)
    hasher.combine(categoryRule)
  }
}

/// A rule that had something to say about a link, whether it won or lost.
public struct LabelCandidate: Sendable, Equatable {
  public var rule: String
  public var precedence: LabelPrecedence
  public var hostClass: HostClass?
  public var category: Category?
  public var site: String
  /// Whether the host class is this rule's.
  public var wonHostClass: Bool
  /// Whether the category is this rule's.
  public var wonCategory: Bool
}
