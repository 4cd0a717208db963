extension WorkID.Scheme {
  static let ssrn = WorkID.Scheme("ssrn", category: .preprint)
}

extension WorkRecognizer {
  /// Preprints on SSRN: `sol3/papers.cfm?abstract_id=3451900`, `abstract=3451900`.
  static let ssrn = WorkRecognizer(
    schemes: [.ssrn],
    hosts: ["papers.ssrn.com", "ssrn.com"],
    examples: [
      "https://papers.ssrn.com/sol3/papers.cfm?x=1&abstract_id=3451900": "ssrn:3451900",
      "https://ssrn.com/abstract=3451900": "ssrn:3451900",
      "https://papers.ssrn.com/sol3/papers.cfm": "none",
    ],
    work: { key in
      let (path, query) = (key.relativePath, key.query)
      if path.hasPrefixIgnoringCase("sol3/papers.cfm") || path.hasPrefixIgnoringCase("sol3/delivery.cfm"),
        let id = query.parameter("abstract_id") ?? query.parameter("abstractid") ?? query.parameter("abstractId"),
        id.isNumber
      {
        return WorkID(scheme: .ssrn, value: id.string)
      }
      guard key.host == "ssrn.com", let id = path.after("abstract="), id.isNumber else { return nil }
      return WorkID(scheme: .ssrn, value: id.string)
    })
}
