extension WorkID.Scheme {
  static let pmlr = WorkID.Scheme("pmlr", category: .paper)
}

extension WorkRecognizer {
  /// Papers in the Proceedings of Machine Learning Research: `v80/li18b.html`, `v80/li18b/li18b.pdf`.
  static let pmlr = WorkRecognizer(
    schemes: [.pmlr],
    hosts: ["proceedings.mlr.press", "jmlr.org"],
    examples: [
      "http://proceedings.mlr.press/v80/li18b.html": "pmlr:v80/li18b",
      "http://proceedings.mlr.press/v80/li18b/li18b-supp.pdf": "pmlr:v80/li18b",
      "http://www.jmlr.org/proceedings/papers/v37/jozefowicz15.pdf": "pmlr:v37/jozefowicz15",
      "http://proceedings.mlr.press/v80/": "none",
    ],
    work: { key in
      let path = key.host == "jmlr.org" ? key.relativePath.after("proceedings/papers/") : key.relativePath
      guard let path, path.first == UInt8(ascii: "v"), let slash = path.firstIndex(of: ASCII.slash),
        path[1..<slash].isNumber
      else { return nil }
      var name = path.from(slash + 1)
      name = name.upTo(name.firstIndex(of: ASCII.slash) ?? name.count)
      name = name.upTo(name.firstIndex(of: ASCII.dot) ?? name.count).without(suffix: "-supp")
      guard name.count > 2, name.contains(where: \.isDigit),
        name.allSatisfy({ $0.isLetter || $0.isDigit || $0 == ASCII.hyphen })
      else { return nil }
      return WorkID(scheme: .pmlr, value: "\(path.upTo(slash).string)/\(name.string)")
    })
}
