extension WorkID.Scheme {
  static let wikipedia = WorkID.Scheme("wikipedia", category: .docs)
}

extension WorkRecognizer {
  /// Articles of Wikipedia: `de.wikipedia.org/wiki/Titel`. Blanks are underscores and the first letter is a capital.
  static let wikipedia = WorkRecognizer(
    schemes: [.wikipedia],
    hosts: [".wikipedia.org"],
    ignoresDOIs: true,
    examples: [
      "https://en.m.wikipedia.org/wiki/deep%20learning": "wikipedia:en/Deep_learning",
      "https://en.wikipedia.org/w/index.php?title=Deep_learning": "wikipedia:en/Deep_learning",
      "https://de.wikipedia.org/wiki/%C3%9Cbung": "wikipedia:de/Übung",
      "https://en.wikipedia.org/": "none",
    ],
    work: { key in
      var language = key.host.without(suffix: ".wikipedia.org").without(suffix: ".m")
      if language == "www" { language = Bytes("en") }
      guard !language.isEmpty, language.firstIndex(of: ASCII.dot) == nil else { return nil }
      guard let title = wikipediaTitle(key), !title.isEmpty else { return nil }
      var decoded = title.percentDecoded.map { $0 == ASCII.space ? ASCII.underscore : $0 }
      decoded[0] = decoded[0].uppered
      return decoded.withBytes { WorkID(scheme: .wikipedia, value: "\(language.string)/\($0.string)") }
    })
}

/// The title of the current version of an article, as the URL spells it.
private func wikipediaTitle(_ key: PageKey) -> Bytes? {
  let path = key.relativePath
  if let title = path.after("wiki/") { return title }
  guard path == "w" || path == "w/index.php", key.query.parameter("oldid") == nil else { return nil }
  return key.query.parameter("title")
}
