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
public struct Labels: Sendable, Equatable {
  public var hostClass = HostClass.other
  public var hostClassRule = ""
  public var category = Category.unknown
  public var categoryRule = ""
  /// A display name (arXiv, GitHub, YouTube), or "".
  public var site = ""
  /// From the university table, or "".
  public var institution = ""
  public init() {}
}

/// A rule of a recipe that adds to the built-in table, or overrides it.
public struct LabelRule: Sendable, Equatable {
  /// A host or host suffix, matched on label boundaries.
  public var host: String
  /// A path prefix on that host, or "".
  public var path: String
  public var hostClass: HostClass?
  public var category: Category?
  public var site: String?
  public init(
    host: String, path: String = "", hostClass: HostClass? = nil, category: Category? = nil, site: String? = nil
  ) {
    self.host = host
    self.path = path
    self.hostClass = hostClass
    self.category = category
    self.site = site
  }
}

/// Labels links by the built-in table and a recipe's own rules, which come first.
public struct Labeller: Sendable {
  public init(overrides: [LabelRule] = []) {}

  /// - Parameters:
  ///   - url: the URL as it is written out.
  ///   - isImage: whether the link shows an image.
  ///   - heading: the innermost section heading, used as a hint, last of all.
  public func labels(of url: String, isImage: Bool = false, heading: String = "") -> Labels { Labels() }
}

/// The host and its registrable domain (by the public suffix list), lower-case, as written (IDN not turned into A-labels);
/// empty if the URL has no host.
public func hostAndDomain(of url: String) -> (host: String, domain: String) { ("", "") }
