/// Sites that number papers in a way of their own.
extension WorkRecognizer {
  var paperSite: WorkID? {
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
}
