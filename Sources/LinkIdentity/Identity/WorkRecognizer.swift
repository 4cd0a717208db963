/// Finds the work that a page key leads to, and the works that it only mirrors.
struct WorkRecognizer {
  let key: PageKey
  let host: Bytes
  /// The path without its first slash.
  let path: Bytes

  init(_ key: PageKey) {
    self.key = key
    host = key.host
    path = key.path.isEmpty ? key.path : key.path.from(1)
  }

  /// Sites with works answer on the usual ports only.
  private var isOnUsualPort: Bool { !key.hasPort && key.hostKind == .domain }

  /// The work that the page shows or belongs to.
  var ownWork: WorkID? {
    guard isOnUsualPort else { return nil }
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
}
