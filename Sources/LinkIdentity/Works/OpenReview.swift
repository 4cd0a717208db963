extension WorkID.Scheme {
  static let openreview = WorkID.Scheme("openreview", category: .paper)
}

extension WorkRecognizer {
  /// Papers on OpenReview: `forum?id=rJl-b3RcF7`.
  static let openReview = WorkRecognizer(
    schemes: [.openreview],
    hosts: ["openreview.net"],
    examples: [
      "https://openreview.net/forum?noteId=x&id=rJl-b3RcF7": "openreview:rJl-b3RcF7",
      "https://openreview.net/pdf?id=rJl-b3RcF7": "openreview:rJl-b3RcF7",
      "https://openreview.net/group?id=ICLR.cc/2019": "none",
    ],
    work: { key in
      let path = key.relativePath
      guard path == "forum" || path == "pdf" || path == "attachment", let id = key.query.parameter("id"),
        id.count >= 5, id.count <= 24,
        id.allSatisfy({ $0.isLetter || $0.isDigit || $0 == ASCII.hyphen || $0 == ASCII.underscore })
      else { return nil }
      return WorkID(scheme: .openreview, value: id.string)
    })
}
