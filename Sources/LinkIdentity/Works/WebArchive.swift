extension WorkRecognizer {
  /// Snapshots of the Internet Archive: `web/<time>/<URL>` is a copy of the page with that URL.
  static let webArchive = WorkRecognizer(
    hosts: ["web.archive.org", "archive.org"],
    examples: [
      "https://web.archive.org/web/2019/http://www.example.org/a/?b=1": "copy of example.org/a?b=1",
      "https://web.archive.org/web/2020id_/http://github.com/owner/repo":
        "related github:owner/repo, copy of github.com/owner/repo",
      "https://web.archive.org/web/2019": "none",
    ],
    original: { key in
      guard let rest = key.relativePath.after("web/"), let slash = rest.firstIndex(of: ASCII.slash),
        slash + 1 < rest.count
      else { return nil }
      var original = rest.from(slash + 1).string
      if !key.query.isEmpty { original += "?" + key.query.string }
      return original.hasPrefix("http") ? original : "http://" + original
    })
}
