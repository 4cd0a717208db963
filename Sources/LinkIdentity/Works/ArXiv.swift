extension WorkID.Scheme {
  static let arxiv = WorkID.Scheme("arxiv", category: .preprint)
}

extension WorkRecognizer {
  /// arXiv and its mirrors.
  static let arxiv = WorkRecognizer(
    schemes: [.arxiv],
    hosts: [
      "arxiv.org", "export.arxiv.org", "cn.arxiv.org", "de.arxiv.org", "fr.arxiv.org", "jp.arxiv.org",
      "browse.arxiv.org", "xxx.lanl.gov", "xxx.itp.ac.cn",
    ],
    ignoresDOIs: true,
    examples: [
      "https://arxiv.org/abs/1905.13405": "arxiv:1905.13405",
      "http://www.arxiv.org/pdf/1905.13405v2.pdf": "arxiv:1905.13405 version=2",
      "https://arxiv.org/abs/math.GT/0309136v1": "arxiv:math/0309136 version=1",
      "https://arxiv.org/ftp/math/papers/0309/0309136.pdf": "arxiv:math/0309136",
      "https://arxiv.org/list/cs.LG/recent": "none",
    ],
    work: arxivWork)

  /// Readers and mirrors of arXiv under other names.
  static let arxivReaders = WorkRecognizer(
    hosts: [
      "ar5iv.org", "ar5iv.labs.arxiv.org", "alphaxiv.org", "scirate.com", "arxiv-vanity.com", "huggingface.co",
      "hf.co", "paperswithcode.com", "catalyzex.com", "arxiv-sanity-lite.com", "emergentmind.com",
    ],
    examples: [
      "https://ar5iv.labs.arxiv.org/html/1905.13405": "related arxiv:1905.13405",
      "https://huggingface.co/papers/1905.13405": "related arxiv:1905.13405",
      "https://huggingface.co/bert-base": "none",
    ],
    related: { key in
      var identifier = key.relativePath
      let forms: [StaticString] = [
        "papers/arxiv:", "papers/", "paper/", "abs/", "html/", "pdf/", "arxiv/", "overview/",
      ]
      for form in forms {
        guard let rest = identifier.after(form) else { continue }
        identifier = rest
        break
      }
      return ArxivIdentifier(identifier.without(suffix: ".pdf"))?.work
    })

  /// Semantic Scholar, which names papers by their arXiv identifiers.
  static let semanticScholar = WorkRecognizer(
    hosts: ["semanticscholar.org", "api.semanticscholar.org"],
    examples: ["https://api.semanticscholar.org/arXiv:1905.13405": "related arxiv:1905.13405"],
    related: { key in
      let path = key.relativePath
      guard let mark = path.firstIndex(of: Bytes("arXiv:")) ?? path.firstIndex(of: Bytes("ARXIV:")) else { return nil }
      return ArxivIdentifier(path.from(mark + 6).without(suffix: ".pdf"))?.work
    })
}

/// The paper of `abs/…`, `pdf/…` and the other forms of a page on arXiv.
private func arxivWork(_ key: PageKey) -> WorkID? {
  let path = key.relativePath
  guard let slash = path.firstIndex(of: ASCII.slash) else { return nil }
  let form = path.upTo(slash)
  let rest = path.from(slash + 1)
  switch true {
  case form == "abs", form == "pdf", form == "html", form == "format", form == "ps", form == "e-print":
    return ArxivIdentifier(rest.without(suffix: ".pdf").without(suffix: ".ps"))?.work
  case form == "ftp": return arxivFTPWork(rest)
  default: return nil
  }
}

/// The paper of `arxiv/papers/1905/1905.13405.pdf` or `math/papers/0309/0309136.pdf`.
private func arxivFTPWork(_ path: Bytes) -> WorkID? {
  guard let slash = path.firstIndex(of: ASCII.slash), path.from(slash + 1).hasPrefix("papers/"),
    let name = path.lastIndex(of: ASCII.slash)
  else { return nil }
  let archive = path.upTo(slash)
  let identifier = path.from(name + 1).without(suffix: ".pdf")
  if archive == "arxiv" { return ArxivIdentifier(identifier)?.work }
  return Array("\(archive.string)/\(identifier.string)".utf8).withBytes { ArxivIdentifier($0)?.work }
}

/// An arXiv identifier in one of its two schemes: `1905.13405v2` or `math/0309136v1`, `math.GT/0309136`.
struct ArxivIdentifier {
  /// Without version and subject class.
  var value: String
  /// The digits after `v`; empty without a version.
  var version: String

  /// - Returns: nil unless the whole text is an identifier whose month is 01–12.
  init?(_ text: Bytes) {
    guard let first = text.first else { return nil }
    let base: Bytes
    if first.isDigit {
      guard let dot = text.firstIndex(of: ASCII.dot), dot == 4, text.upTo(4).isYearAndMonth else { return nil }
      let number = text.from(5).leadingDigits
      // Five digits since January 2015, four before.
      guard number == 4 || number == 5, number == (text.upTo(2).twoDigits >= 15 ? 5 : 4) else { return nil }
      base = text.upTo(5 + number)
    } else {
      guard let slash = text.firstIndex(of: ASCII.slash), text.upTo(slash).isArchive else { return nil }
      let number = text.from(slash + 1)
      guard number.leadingDigits == 7, number.upTo(4).isYearAndMonth else { return nil }
      base = text.upTo(slash + 8)
    }
    let rest = text.from(base.count)
    if rest.isEmpty {
      version = ""
    } else {
      guard rest.first?.lowered == UInt8(ascii: "v"), rest.count > 1, rest.count <= 4,
        rest.from(1).leadingDigits == rest.count - 1
      else { return nil }
      version = rest.from(1).string
    }
    value = base.withoutSubjectClass
  }

  var work: WorkID {
    WorkID(
      scheme: .arxiv, value: value, attributes: version.isEmpty ? [] : [.init(name: "version", value: version)])
  }
}

extension Bytes {
  fileprivate var twoDigits: Int { Int(self[0] - 0x30) * 10 + Int(self[1] - 0x30) }

  fileprivate var isYearAndMonth: Bool {
    guard leadingDigits == 4 else { return false }
    return (1...12).contains(from(2).twoDigits)
  }

  /// `math`, `hep-th`, `math.GT`: letters and hyphens, then perhaps a subject class.
  fileprivate var isArchive: Bool {
    let archive = upTo(firstIndex(of: ASCII.dot) ?? count)
    guard archive.count >= 2, archive.count <= 10 else { return false }
    guard archive.allSatisfy({ $0.isLetter || $0 == ASCII.hyphen }) else { return false }
    let subject = from(min(archive.count + 1, count))
    return subject.count <= 2 && subject.allSatisfy(\.isLetter)
  }

  /// An old identifier without its subject class, the archive in lower case.
  fileprivate var withoutSubjectClass: String {
    guard let slash = firstIndex(of: ASCII.slash) else { return string }
    let archive = upTo(firstIndex(of: ASCII.dot) ?? slash)
    return archive.string.lowercased() + from(slash).string
  }
}

extension ScannedURL {
  /// The identifier behind `/pdf/`, without `.pdf`, of an arXiv PDF; nil for a URL with a query or fragment.
  var arxivPDFIdentifier: Bytes? {
    guard host.withoutWWW == "arxiv.org", port == nil, query == nil, fragment == nil,
      let identifier = bytes[path].after("/pdf/")?.without(suffix: ".pdf")
    else { return nil }
    return ArxivIdentifier(identifier) == nil ? nil : identifier
  }
}
