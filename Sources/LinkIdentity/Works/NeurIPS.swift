extension WorkID.Scheme {
  static let nips = WorkID.Scheme("nips", category: .paper)
}

extension WorkRecognizer {
  /// Papers of NeurIPS: `paper/6948-title`, or `paper/2018/hash/<32 hexadecimal digits>-Abstract.html` and
  /// `paper/2018/file/<32 hexadecimal digits>-Paper.pdf`.
  static let neurIPS = WorkRecognizer(
    schemes: [.nips],
    hosts: ["papers.nips.cc", "proceedings.neurips.cc", "papers.neurips.cc"],
    examples: [
      "https://papers.nips.cc/paper/6857-nonlinear-random-matrix-theory-for-deep-learning.pdf": "nips:6857",
      "https://papers.nips.cc/paper/2017/hash/0f3d014eead934bbdbacb62a01dc4831-Abstract.html":
        "nips:0f3d014eead934bbdbacb62a01dc4831",
      "https://papers.nips.cc/book/advances-30": "none",
    ],
    work: { key in
      let path = key.relativePath
      guard path.hasPrefix("paper"), let slash = path.lastIndex(of: ASCII.slash) else { return nil }
      let name = path.from(slash + 1)
      let digits = name.leadingDigits
      if slash == 5, digits > 0, digits < 6,
        digits == name.count || name[digits] == ASCII.hyphen || name[digits] == ASCII.dot
      {
        return WorkID(scheme: .nips, value: name.upTo(digits).string)
      }
      guard name.count > 32, name.upTo(32).allSatisfy(\.isHexDigit),
        name[32] == ASCII.hyphen || name[32] == ASCII.dot
      else { return nil }
      return WorkID(scheme: .nips, value: name.upTo(32).string.lowercased())
    })
}
