extension WorkID.Scheme {
  static let acl = WorkID.Scheme("acl", category: .paper)
}

extension WorkRecognizer {
  /// Papers of the ACL Anthology: `P18-1001`, `2020.acl-main.1`, also with `.pdf` or below `anthology/`.
  static let aclAnthology = WorkRecognizer(
    schemes: [.acl],
    hosts: ["aclanthology.org", "aclweb.org", "aclanthology.info", "aclanthology.coli.uni-saarland.de"],
    examples: [
      "https://www.aclweb.org/anthology/P18-1001.pdf": "acl:P18-1001",
      "https://aclanthology.info/papers/P18-1001/p18-1001": "acl:P18-1001",
      "https://aclanthology.org/2020.acl-main.1/": "acl:2020.acl-main.1",
      "https://aclanthology.org/events/acl-2020/": "none",
    ],
    work: { key in
      var name = key.relativePath
      name = name.after("anthology/") ?? name
      if name.hasPrefix("papers/"), let slash = name.lastIndex(of: ASCII.slash) { name = name.from(slash + 1) }
      name = name.without(suffix: ".pdf").without(suffix: ".bib")
      guard name.firstIndex(of: ASCII.slash) == nil, let hyphen = name.lastIndex(of: ASCII.hyphen) else { return nil }
      if hyphen == 3, name.count == 8, name[0].isLetter, name[1..<3].isNumber, name.from(4).isNumber {
        return WorkID(scheme: .acl, value: name.string.uppercased())
      }
      guard name.count > 8, name.upTo(4).isNumber, name[4] == ASCII.dot else { return nil }
      let number = name.lastIndex(of: ASCII.dot) ?? 4
      guard number > 5, name.from(number + 1).isNumber else { return nil }
      return WorkID(scheme: .acl, value: name.string.lowercased())
    })
}
