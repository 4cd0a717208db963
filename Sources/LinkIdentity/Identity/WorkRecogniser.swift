/// Finds the work that a page key leads to, and the works that it only mirrors.
struct WorkRecogniser {
  let key: KeyView
  let host: Bytes
  /// The path without its first slash.
  let path: Bytes

  init(_ key: KeyView) {
    self.key = key
    host = key.host
    path = key.path.isEmpty ? key.path : key.path.from(1)
  }

  /// The own work and the related ones. `isCounted` finds the scheme alone, without a value (for labels).
  var works: (own: WorkID?, related: [WorkID]) {
    guard !key.hasPort, key.hostKind == .domain else { return (nil, []) }
    if let own = ownWork { return (own, []) }
    return (nil, relatedWorks)
  }

  // MARK: Own

  /// Hosts are told apart by their last letters first, so that a host without works costs a few comparisons.
  private var ownWork: WorkID? {
    if host == "github.com" { return github }
    if host.isArxiv { return arxiv(path) }
    if host == "doi.org" || host == "dx.doi.org" { return doi(path) }
    if host == "youtube.com" || host == "youtu.be" || host == "music.youtube.com" || host == "youtube-nocookie.com" {
      return youtube
    }
    if host.hasSuffix(".wikipedia.org") { return wikipedia }
    if let work = paperSite { return work }
    return publisherDOI
  }

  private func arxiv(_ path: Bytes) -> WorkID? {
    guard let slash = path.firstIndex(of: ASCII.slash) else { return nil }
    let kind = path.upTo(slash)
    var rest = path.from(slash + 1)
    if kind == "ftp" {
      // ftp/arxiv/papers/1905/1905.13405.pdf, ftp/math/papers/0309/0309136.pdf
      return arxivFTP(rest)
    }
    guard kind == "abs" || kind == "pdf" || kind == "html" || kind == "format" || kind == "ps" || kind == "e-print"
    else { return nil }
    if rest.hasSuffix(".pdf") { rest = rest.upTo(rest.count - 4) }
    if rest.hasSuffix(".ps") { rest = rest.upTo(rest.count - 3) }
    return ArxivIdentifier(rest)?.work
  }

  private func arxivFTP(_ rest: Bytes) -> WorkID? {
    guard let slash = rest.firstIndex(of: ASCII.slash), rest.from(slash + 1).hasPrefix("papers/"),
      let name = rest.lastIndex(of: ASCII.slash)
    else { return nil }
    let archive = rest.upTo(slash)
    var identifier = rest.from(name + 1)
    if let dot = identifier.lastIndex(of: ASCII.dot), identifier.from(dot) == ".pdf" {
      identifier = identifier.upTo(dot)
    }
    if archive == "arxiv" { return ArxivIdentifier(identifier)?.work }
    return Array("\(archive.string)/\(identifier.string)".utf8).withBytes { ArxivIdentifier($0)?.work }
  }

  /// The DOI at the start of a path, folded to lower case (DOIs ignore case, ISO 26324).
  private func doi(_ path: Bytes) -> WorkID? {
    guard path.hasPrefix("10."), let slash = path.firstIndex(of: ASCII.slash) ?? path.firstIndex(of: Bytes("%2F"))
    else {
      return nil
    }
    let registrant = path[3..<slash]
    guard registrant.count >= 4, registrant.allSatisfy({ $0.isDigit || $0 == ASCII.dot }), registrant.first != ASCII.dot
    else { return nil }
    let decoded = path.percentDecoded.map(\.lowered)
    guard decoded.count > slash + 1 else { return nil }
    return decoded.withBytes { text in
      if text.hasPrefix("10.48550/arxiv."), let identifier = ArxivIdentifier(text.from(15)) { return identifier.work }
      return WorkID(scheme: .doi, value: text.string)
    }
  }

  private func doi(registrant: StaticString, _ suffix: Bytes) -> WorkID {
    WorkID(scheme: .doi, value: Bytes(registrant).string + "/" + suffix.string.lowercased())
  }

  /// `/doi/10.…`, `/doi/abs/10.…`, `/doi/full/10.…`, `/doi/pdf/10.…` of any publisher, and hosts with ways of their own.
  private var publisherDOI: WorkID? {
    if path.hasPrefix("doi/") {
      var rest = path.from(4)
      for prefix in Self.doiForms where rest.hasPrefix(prefix) {
        rest = rest.from(Bytes(prefix).count)
        break
      }
      return doi(rest)
    }
    if host == "link.springer.com" {
      for prefix in Self.springerForms where path.hasPrefix(prefix) {
        let rest = path.from(Bytes(prefix).count)
        return doi(rest.hasSuffix(".pdf") ? rest.upTo(rest.count - 4) : rest)
      }
    }
    if host == "nature.com", path.hasPrefix("articles/") { return natureArticle(path.from(9)) }
    return nil
  }

  private static let doiForms: [StaticString] = ["abs/", "full/", "pdf/", "epdf/", "pdfplus/", "fullhtml/", "reader/"]
  private static let springerForms: [StaticString] = [
    "article/", "chapter/", "book/", "content/pdf/", "referenceworkentry/", "protocol/",
  ]

  /// An identifier of nature.com is the suffix of a DOI under 10.1038; a plain number is an old one and is not.
  private func natureArticle(_ rest: Bytes) -> WorkID? {
    var name = rest.upTo(rest.firstIndex(of: ASCII.slash) ?? rest.count)
    if name.hasSuffix(".pdf") { name = name.upTo(name.count - 4) }
    guard !name.isEmpty, rest.count == name.count || rest.hasSuffix(".pdf"), name.first?.isLetter == true else {
      return nil
    }
    return doi(registrant: "10.1038", name)
  }

  // MARK: Papers with numbers of their own

  private var paperSite: WorkID? {
    if host == "openreview.net" { return openreview }
    if host == "aclanthology.org" || host == "aclweb.org" || host == "aclanthology.info"
      || host == "aclanthology.coli.uni-saarland.de"
    {
      return acl
    }
    if host == "proceedings.mlr.press" || host == "jmlr.org" { return pmlr }
    if host == "openaccess.thecvf.com" { return cvf }
    if host == "papers.nips.cc" || host == "proceedings.neurips.cc" || host == "papers.neurips.cc" { return nips }
    if host == "ncbi.nlm.nih.gov" || host == "pmc.ncbi.nlm.nih.gov" || host == "pubmed.ncbi.nlm.nih.gov"
      || host == "europepmc.org"
    {
      return pubmed
    }
    if host == "papers.ssrn.com" || host == "ssrn.com" { return ssrn }
    return nil
  }

  private var openreview: WorkID? {
    guard path == "forum" || path == "pdf" || path == "attachment", let id = key.query.parameter("id"),
      id.count >= 5, id.count <= 24,
      id.allSatisfy({ $0.isLetter || $0.isDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore })
    else { return nil }
    return WorkID(scheme: .openreview, value: id.string)
  }

  /// `P18-1001`, `2020.acl-main.1`, with `.pdf` or under `anthology/`.
  private var acl: WorkID? {
    var name = path
    if name.hasPrefix("anthology/") { name = name.from(10) }
    if name.hasPrefix("papers/"), let slash = name.lastIndex(of: ASCII.slash) { name = name.from(slash + 1) }
    if name.hasSuffix(".pdf") { name = name.upTo(name.count - 4) }
    if name.hasSuffix(".bib") { name = name.upTo(name.count - 4) }
    guard name.firstIndex(of: ASCII.slash) == nil, let hyphen = name.lastIndex(of: ASCII.hyphen) else { return nil }
    if hyphen == 3, name.count == 8, name[0].isLetter, name[1...2].isNumber, name.from(4).isNumber {
      return WorkID(scheme: .acl, value: name.string.uppercased())
    }
    guard name.count > 8, name.upTo(4).isNumber, name[4] == ASCII.dot else { return nil }
    let number = name.lastIndex(of: ASCII.dot) ?? 4
    guard number > 5, name.from(number + 1).isNumber else { return nil }
    return WorkID(scheme: .acl, value: name.string.lowercased())
  }

  /// `v80/li18b.html`, `v80/li18b/li18b.pdf`
  private var pmlr: WorkID? {
    var rest = path
    if host == "jmlr.org" {
      guard rest.hasPrefix("proceedings/papers/") else { return nil }
      rest = rest.from(19)
    }
    guard rest.first == UInt8(ascii: "v"), let slash = rest.firstIndex(of: ASCII.slash), rest[1..<slash].isNumber else {
      return nil
    }
    var name = rest.from(slash + 1)
    name = name.upTo(name.firstIndex(of: ASCII.slash) ?? name.firstIndex(of: ASCII.dot) ?? name.count)
    if let dot = name.firstIndex(of: ASCII.dot) { name = name.upTo(dot) }
    if name.hasSuffix("-supp") { name = name.upTo(name.count - 5) }
    guard name.count > 2, name.contains(where: \.isDigit),
      name.allSatisfy({ $0.isLetter || $0.isDigit || $0 == ASCII.hyphen })
    else { return nil }
    return WorkID(scheme: .pmlr, value: "\(rest.upTo(slash).string)/\(name.string)")
  }

  /// `content_CVPR_2019/html/Kolouri_..._paper.html`, `content/CVPR2021/papers/…_paper.pdf`
  private var cvf: WorkID? {
    guard path.hasPrefix("content"), let slash = path.lastIndex(of: ASCII.slash) else { return nil }
    var name = path.from(slash + 1)
    name = name.upTo(name.lastIndex(of: ASCII.dot) ?? name.count)
    guard name.hasSuffix("_paper") else { return nil }
    return WorkID(scheme: .cvf, value: name.upTo(name.count - 6).string.lowercased())
  }

  /// `paper/6948-title`, `paper/2018/hash/<32 hex>-Abstract.html`, `paper/2018/file/<32 hex>-Paper.pdf`
  private var nips: WorkID? {
    guard path.hasPrefix("paper") else { return nil }
    guard let slash = path.lastIndex(of: ASCII.slash) else { return nil }
    let name = path.from(slash + 1)
    let digits = name.leadingDigits
    if slash == 5, digits > 0, digits < 6,
      digits == name.count || name[digits] == ASCII.hyphen || name[digits] == ASCII.dot
    {
      return WorkID(scheme: .nips, value: name.upTo(digits).string)
    }
    guard name.count > 32, name.upTo(32).allSatisfy(\.isHexDigit), name[32] == ASCII.hyphen || name[32] == ASCII.dot
    else { return nil }
    return WorkID(scheme: .nips, value: name.upTo(32).string.lowercased())
  }

  private var pubmed: WorkID? {
    if host == "pubmed.ncbi.nlm.nih.gov" { return path.isNumber ? WorkID(scheme: .pmid, value: path.string) : nil }
    if path.hasPrefix("pubmed/") {
      let number = path.from(7)
      return number.isNumber ? WorkID(scheme: .pmid, value: number.string) : nil
    }
    var rest = path
    if rest.hasPrefix("pmc/") { rest = rest.from(4) }
    guard rest.hasPrefix("articles/"), rest.from(9).hasPrefixIgnoringCase("pmc") else { return nil }
    let number = rest.from(12).leadingDigits
    let after = rest.from(12 + number)
    guard number > 0, after.isEmpty || after.hasPrefix("/pdf") else { return nil }
    return WorkID(scheme: .pmc, value: rest[12..<12 + number].string)
  }

  private var ssrn: WorkID? {
    let query = key.query
    if path.hasPrefixIgnoringCase("sol3/papers.cfm") || path.hasPrefixIgnoringCase("sol3/delivery.cfm"),
      let id = query.parameter("abstract_id") ?? query.parameter("abstractid") ?? query.parameter("abstractId"),
      id.isNumber
    {
      return WorkID(scheme: .ssrn, value: id.string)
    }
    if host == "ssrn.com", path.hasPrefix("abstract="), path.from(9).isNumber {
      return WorkID(scheme: .ssrn, value: path.from(9).string)
    }
    return nil
  }

  // MARK: Code, video, encyclopedia

  private var github: WorkID? {
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

  private var youtube: WorkID? {
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
  private var wikipedia: WorkID? {
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

  // MARK: Related

  private var relatedWorks: [WorkID] {
    if let paper = mirroredPaper { return [paper] }
    if let repository = pagesRepository { return [repository] }
    if host == "web.archive.org" || host == "archive.org", path.hasPrefix("web/") { return snapshotOriginal }
    return []
  }

  /// Readers and mirrors of arXiv.
  private var mirroredPaper: WorkID? {
    let identifier: Bytes
    if host == "ar5iv.org" || host == "ar5iv.labs.arxiv.org" || host == "alphaxiv.org" || host == "scirate.com"
      || host == "arxiv-vanity.com" || host == "huggingface.co" || host == "paperswithcode.com"
      || host == "catalyzex.com"
      || host == "hf.co" || host == "arxiv-sanity-lite.com" || host == "emergentmind.com"
    {
      var rest = path
      for prefix in Self.readerForms where rest.hasPrefix(prefix) {
        rest = rest.from(Bytes(prefix).count)
        break
      }
      identifier = rest
    } else if host == "semanticscholar.org" || host == "api.semanticscholar.org" {
      guard let arxiv = path.firstIndex(of: Bytes("arXiv:")) ?? path.firstIndex(of: Bytes("ARXIV:")) else { return nil }
      identifier = path.from(arxiv + 6)
    } else {
      return nil
    }
    return ArxivIdentifier(identifier.hasSuffix(".pdf") ? identifier.upTo(identifier.count - 4) : identifier)?.work
  }

  private static let readerForms: [StaticString] = [
    "papers/arxiv:", "papers/", "paper/", "abs/", "html/", "pdf/", "arxiv/", "overview/",
  ]

  /// `owner.github.io/repo` is served from the repository `owner/repo`, `owner.github.io` from one of its own name.
  private var pagesRepository: WorkID? {
    guard host.hasSuffix(".github.io") else { return nil }
    let owner = host.upTo(host.count - 10)
    guard owner.isGitHubOwner else { return nil }
    let first = path.upTo(path.firstIndex(of: ASCII.slash) ?? path.count)
    let name = first.isEmpty ? host.string : first.string
    guard first.isEmpty || (first.isGitHubRepository && first.firstIndex(of: ASCII.dot) == nil) else { return nil }
    return WorkID(scheme: .github, value: "\(owner.string)/\(name)".lowercased())
  }

  /// The work of the page of which `web/<time>/<url>` is a snapshot.
  private var snapshotOriginal: [WorkID] {
    let rest = path.from(4)
    guard let slash = rest.firstIndex(of: ASCII.slash) else { return [] }
    var original = rest.from(slash + 1).string
    if !key.query.isEmpty { original += "?" + key.query.string }
    if !original.hasPrefix("http") { original = "http://" + original }
    return Identity(of: original)?.work.map { [$0] } ?? []
  }
}

extension Bytes {
  var isArxiv: Bool {
    self == "arxiv.org" || self == "export.arxiv.org" || self == "cn.arxiv.org" || self == "xxx.lanl.gov"
      || self == "de.arxiv.org" || self == "fr.arxiv.org" || self == "jp.arxiv.org" || self == "browse.arxiv.org"
      || self == "xxx.itp.ac.cn"
  }

  var isNumber: Bool { !isEmpty && leadingDigits == count }

  func contains(where condition: (UInt8) -> Bool) -> Bool { !allSatisfy { !condition($0) } }

  subscript(range: ClosedRange<Int>) -> Bytes { self[range.lowerBound..<range.upperBound + 1] }

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
