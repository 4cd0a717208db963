extension WorkID.Scheme {
  /// Articles of PubMed Central.
  static let pmc = WorkID.Scheme("pmc", category: .paper)
  /// Records of PubMed.
  static let pmid = WorkID.Scheme("pmid", category: .paper)
}

extension WorkRecognizer {
  /// Records of PubMed and articles of PubMed Central, also on Europe PMC.
  static let pubMed = WorkRecognizer(
    schemes: [.pmc, .pmid],
    hosts: ["ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov", "pubmed.ncbi.nlm.nih.gov", "europepmc.org"],
    examples: [
      "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3984152/pdf/x.pdf": "pmc:3984152",
      "https://pmc.ncbi.nlm.nih.gov/articles/PMC3984152/": "pmc:3984152",
      "https://pubmed.ncbi.nlm.nih.gov/24727866/": "pmid:24727866",
      "https://www.ncbi.nlm.nih.gov/pubmed/24727866": "pmid:24727866",
      "https://www.ncbi.nlm.nih.gov/pubmed/?term=x": "none",
    ],
    work: { key in
      let path = key.relativePath
      if let number = key.host == "pubmed.ncbi.nlm.nih.gov" ? path : path.after("pubmed/") {
        return number.isNumber ? WorkID(scheme: .pmid, value: number.string) : nil
      }
      guard let name = (path.after("pmc/") ?? path).after("articles/"), name.hasPrefixIgnoringCase("pmc") else {
        return nil
      }
      let digits = name.from(3).leadingDigits
      let rest = name.from(3 + digits)
      guard digits > 0, rest.isEmpty || rest.hasPrefix("/pdf") else { return nil }
      return WorkID(scheme: .pmc, value: name[3..<3 + digits].string)
    })
}
