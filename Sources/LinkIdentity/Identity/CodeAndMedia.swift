/// Repositories, videos and articles of encyclopedias.
extension WorkRecognizer {
  var github: WorkID? {
    guard let slash = path.firstIndex(of: ASCII.slash) else { return nil }
    let owner = path.upTo(slash)
    var name = path.from(slash + 1)
    if let end = name.firstIndex(of: ASCII.slash) {
      let rest = name.from(end + 1)
      guard rest == "tree/main" || rest == "tree/master" else { return nil }
      name = name.upTo(end)
    }
    if name.hasSuffix(".git") { name = name.upTo(name.count - 4) }
    guard owner.isGitHubOwner, name.isGitHubRepository, key.query.isEmpty || key.query.hasPrefix("tab=readme") else {
      return nil
    }
    return WorkID(scheme: .github, value: "\(owner.string)/\(name.string)".lowercased())
  }

  var youtube: WorkID? {
    var attributes: [WorkID.Attribute] = []
    let video: Bytes?
    if host == "youtu.be" {
      video = path
    } else if path == "watch" {
      video = key.query.parameter("v")
    } else if path.hasPrefix("embed/") || path.hasPrefix("short") && path.hasPrefix("shorts/")
      || path.hasPrefix("v/") || path.hasPrefix("live/") || path.hasPrefix("e/")
    {
      video = path.from((path.firstIndex(of: ASCII.slash) ?? 0) + 1)
    } else {
      video = nil
    }
    guard let video, video.isYouTubeVideo else { return nil }
    if let moment = key.query.parameter("t") ?? key.query.parameter("start") ?? key.fragment.parameter("t"),
      !moment.isEmpty
    {
      attributes.append(.init(name: "t", value: moment.string))
    }
    if let list = key.query.parameter("list"), !list.isEmpty {
      attributes.append(.init(name: "list", value: list.string))
    }
    return WorkID(scheme: .youtube, value: video.string, attributes: attributes)
  }

  /// `de.wikipedia.org/wiki/Titel`; blanks are underscores and the first letter is a capital.
  var wikipedia: WorkID? {
    let language = host.upTo(host.count - 14)
    var lang = language.hasSuffix(".m") ? language.upTo(language.count - 2) : language
    if lang == "www" { lang = Bytes("en") }
    guard !lang.isEmpty, lang.firstIndex(of: ASCII.dot) == nil else { return nil }
    let title: Bytes?
    if path.hasPrefix("wiki/") {
      title = path.from(5)
    } else if path == "w" || path == "w/index.php" {
      title = key.query.parameter("oldid") == nil ? key.query.parameter("title") : nil
    } else {
      title = nil
    }
    guard let title, !title.isEmpty else { return nil }
    var decoded = title.percentDecoded.map { $0 == ASCII.space ? ASCII.underscore : $0 }
    decoded[0] = decoded[0].uppered
    return decoded.withBytes { WorkID(scheme: .wikipedia, value: "\(lang.string)/\($0.string)") }
  }
}

extension Bytes {
  var isYouTubeVideo: Bool {
    count == 11 && allSatisfy { $0.isLetter || $0.isDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore }
  }

  /// A name that an account may have: letters, digits and hyphens, at most 39, and not a page of GitHub's own.
  var isGitHubOwner: Bool {
    guard count > 0, count <= 39, first != ASCII.hyphen,
      allSatisfy({ $0.isLetter || $0.isDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore })
    else { return false }
    for reserved in Self.reservedGitHubOwners where equalsIgnoringCase(reserved) { return false }
    return true
  }

  var isGitHubRepository: Bool {
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
