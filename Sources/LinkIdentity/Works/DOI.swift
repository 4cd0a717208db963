extension WorkID.Scheme {
  static let doi = WorkID.Scheme("doi", category: .paper)
}

extension WorkRecognizer {
  /// The resolvers of DOIs.
  static let doi = WorkRecognizer(
    schemes: [.doi],
    hosts: ["doi.org", "dx.doi.org"],
    ignoresDOIs: true,
    examples: [
      "https://doi.org/10.1016/J.Tics.2019.02.003": "doi:10.1016/j.tics.2019.02.003",
      "https://doi.org/10.1000%2F182": "doi:10.1000/182",
      "https://dx.doi.org/10.48550/arxiv.1905.13405v2": "arxiv:1905.13405 version=2",
      "https://epubs.siam.org/doi/abs/10.1137/18M118709X": "doi:10.1137/18m118709x",
      "https://doi.org/10.1000": "none",
    ],
    work: { DOI.work($0.relativePath) })

  /// Springer, which has the DOI behind the kind of the publication.
  static let springer = WorkRecognizer(
    hosts: ["link.springer.com"],
    examples: [
      "https://link.springer.com/content/pdf/10.1007/s10955-017-1836-5.pdf": "doi:10.1007/s10955-017-1836-5",
      "https://link.springer.com/doi/10.1007/s10955-017-1836-5": "doi:10.1007/s10955-017-1836-5",
      "https://link.springer.com/journal/10955": "none",
    ],
    work: { key in
      let kinds: [StaticString] = [
        "article/", "chapter/", "book/", "content/pdf/", "referenceworkentry/", "protocol/",
      ]
      for kind in kinds {
        if let rest = key.relativePath.after(kind) { return DOI.work(rest.without(suffix: ".pdf")) }
      }
      return nil
    })

  /// Nature, whose identifiers are suffixes of DOIs under 10.1038. A plain number is an older identifier and is not.
  static let nature = WorkRecognizer(
    hosts: ["nature.com"],
    examples: [
      "https://www.nature.com/articles/nature14539.pdf": "doi:10.1038/nature14539",
      "https://www.nature.com/articles/323533": "none",
      "https://www.nature.com/articles/nature14539/figures/1": "none",
    ],
    work: { key in
      guard let rest = key.relativePath.after("articles/") else { return nil }
      let name = rest.upTo(rest.firstIndex(of: ASCII.slash) ?? rest.count).without(suffix: ".pdf")
      guard name.first?.isLetter == true, rest.count == name.count || rest.hasSuffix(".pdf") else { return nil }
      return WorkID(scheme: .doi, value: "10.1038/" + name.string.lowercased())
    })
}

/// Digital Object Identifiers (ISO 26324).
enum DOI {
  /// The work with the DOI that fills a text, folded to lower case because DOIs ignore case.
  ///
  /// - Returns: nil if the text is not a DOI; the work on arXiv for a DOI that arXiv gave.
  static func work(_ text: Bytes) -> WorkID? {
    guard text.hasPrefix("10."), let slash = text.firstIndex(of: ASCII.slash) ?? text.firstIndex(of: Bytes("%2F"))
    else { return nil }
    let registrant = text[3..<slash]
    guard registrant.count >= 4, registrant.allSatisfy({ $0.isDigit || $0 == ASCII.dot }), registrant.first != ASCII.dot
    else { return nil }
    let decoded = text.percentDecoded.map(\.lowered)
    guard decoded.count > slash + 1 else { return nil }
    return decoded.withBytes { text in
      if let rest = text.after("10.48550/arxiv."), let identifier = ArxivIdentifier(rest) { return identifier.work }
      return WorkID(scheme: .doi, value: text.string)
    }
  }

  /// The work of `/doi/10.…`, `/doi/abs/10.…`, `/doi/pdf/10.…` and similar paths, which many publishers use. This is the
  /// one form that is recognized on every host.
  @inline(__always)
  static func work(inPathOf key: PageKey) -> WorkID? {
    guard var rest = key.path.after("/doi/") else { return nil }
    for form in forms {
      guard let text = rest.after(form) else { continue }
      rest = text
      break
    }
    return work(rest)
  }

  private static let forms: [StaticString] = ["abs/", "full/", "pdf/", "epdf/", "pdfplus/", "fullhtml/", "reader/"]

  /// Whether a DOI ends in an ISBN without a chapter.
  static func isBook(_ value: String) -> Bool {
    value.withBytes { text in
      guard let isbn = text.firstIndex(of: Bytes("/978-")) else { return false }
      return text.from(isbn).firstIndex(of: ASCII.underscore) == nil
    }
  }
}
