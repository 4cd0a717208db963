/// Works that a page mirrors, reads or is made from.
extension WorkRecognizer {
  /// Snapshots apart.
  var relatedWorks: [WorkID] {
    guard !key.hasPort else { return [] }
    if let paper = mirroredPaper { return [paper] }
    if let repository = pagesRepository { return [repository] }
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

  /// The URL in `web/<time>/<url>`.
  private var snapshotURL: String? {
    guard host == "web.archive.org" || host == "archive.org", path.hasPrefix("web/") else { return nil }
    let rest = path.from(4)
    guard let slash = rest.firstIndex(of: ASCII.slash), slash + 1 < rest.count else { return nil }
    var original = rest.from(slash + 1).string
    if !key.query.isEmpty { original += "?" + key.query.string }
    return original.hasPrefix("http") ? original : "http://" + original
  }

  /// The page of which this one is a snapshot: its key, and the work that it leads to. A snapshot of a snapshot is
  /// related to that one only.
  var original: (key: String, work: WorkID?)? {
    snapshotURL?.withBytes { bytes in
      bytes.scanURL { scan in
        guard case .web(let parts) = scan else { return nil }
        return parts.withKey { ($0.bytes.string, WorkRecognizer($0).ownWork) }
      }
    }
  }
}
