extension WorkID.Scheme {
  static let github = WorkID.Scheme("github", category: .code)
}

extension WorkRecognizer {
  /// Repositories on GitHub, at their front page or the root of their main branch.
  static let github = WorkRecognizer(
    schemes: [.github],
    hosts: ["github.com"],
    ignoresDOIs: true,
    examples: [
      "http://www.github.com/Owner/Repo.git": "github:owner/repo",
      "https://github.com/owner/repo/tree/main/": "github:owner/repo",
      "https://github.com/owner/repo?tab=readme-ov-file": "github:owner/repo",
      "https://github.com/owner/repo/issues": "none",
      "https://github.com/topics/swift": "none",
    ],
    work: { key in
      let path = key.relativePath
      guard let slash = path.firstIndex(of: ASCII.slash) else { return nil }
      let owner = path.upTo(slash)
      var name = path.from(slash + 1)
      if let end = name.firstIndex(of: ASCII.slash) {
        let rest = name.from(end + 1)
        guard rest == "tree/main" || rest == "tree/master" else { return nil }
        name = name.upTo(end)
      }
      name = name.without(suffix: ".git")
      guard owner.isGitHubOwner, name.isGitHubRepository, key.query.isEmpty || key.query.hasPrefix("tab=readme")
      else { return nil }
      return WorkID(scheme: .github, value: "\(owner.string)/\(name.string)".lowercased())
    })

  /// GitHub Pages: `owner.github.io/repo` is built from the repository `owner/repo`, `owner.github.io` from the repository
  /// of that name.
  static let githubPages = WorkRecognizer(
    hosts: [".github.io"],
    examples: [
      "https://owner.github.io/repo/": "related github:owner/repo",
      "https://owner.github.io/": "related github:owner/owner.github.io",
      "https://owner.github.io/page.html": "none",
    ],
    related: { key in
      let owner = key.host.without(suffix: ".github.io")
      let path = key.relativePath
      let first = path.upTo(path.firstIndex(of: ASCII.slash) ?? path.count)
      guard owner.isGitHubOwner,
        first.isEmpty || (first.isGitHubRepository && first.firstIndex(of: ASCII.dot) == nil)
      else { return nil }
      let name = first.isEmpty ? key.host : first
      return WorkID(scheme: .github, value: "\(owner.string)/\(name.string)".lowercased())
    })
}

extension Bytes {
  /// Whether an account may have this name: letters, digits and hyphens (at most 39), and not a page of GitHub itself.
  var isGitHubOwner: Bool {
    guard count > 0, count <= 39, first != ASCII.hyphen,
      allSatisfy({ $0.isLetter || $0.isDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore })
    else { return false }
    for reserved in Self.reservedGitHubOwners where equalsIgnoringCase(reserved) { return false }
    return true
  }

  /// Whether a repository may have this name: letters, digits, `-`, `_` and `.` (at most 100).
  fileprivate var isGitHubRepository: Bool {
    guard count > 0, count <= 100, !(self == ".") && !(self == "..") else { return false }
    return allSatisfy {
      $0.isLetter || $0.isDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore || $0 == ASCII.dot
    }
  }

  private static let reservedGitHubOwners: [StaticString] = [
    "about", "account", "apps", "blog", "codespaces", "collections", "contact", "customer-stories", "dashboard",
    "enterprise", "events", "explore", "features", "gist", "issues", "join", "login", "logout", "marketplace", "mobile",
    "new", "notifications", "orgs", "organizations", "pricing", "pulls", "readme", "search", "security", "sessions",
    "settings", "site", "solutions", "sponsors", "stars", "team", "topics", "trending", "users", "watching",
    "resources",
    "premium-support", "github-copilot", "copilot", "discussions", "models", "edu", "nonprofit",
  ]
}
