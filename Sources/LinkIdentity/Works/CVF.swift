extension WorkID.Scheme {
  static let cvf = WorkID.Scheme("cvf", category: .paper)
}

extension WorkRecognizer {
  /// Papers in the open access archive of the Computer Vision Foundation: `content_CVPR_2019/html/…_paper.html`,
  /// `content/CVPR2021/papers/…_paper.pdf`.
  static let cvf = WorkRecognizer(
    schemes: [.cvf],
    hosts: ["openaccess.thecvf.com"],
    examples: [
      "http://openaccess.thecvf.com/content_CVPR_2019/html/He_GeoNet_CVPR_2019_paper.html": "cvf:he_geonet_cvpr_2019",
      "http://openaccess.thecvf.com/content_CVPR_2019/papers/He_GeoNet_CVPR_2019_paper.pdf": "cvf:he_geonet_cvpr_2019",
      "http://openaccess.thecvf.com/CVPR2019.py": "none",
    ],
    work: { key in
      let path = key.relativePath
      guard path.hasPrefix("content"), let slash = path.lastIndex(of: ASCII.slash) else { return nil }
      var name = path.from(slash + 1)
      name = name.upTo(name.lastIndex(of: ASCII.dot) ?? name.count)
      guard name.hasSuffix("_paper") else { return nil }
      return WorkID(scheme: .cvf, value: name.without(suffix: "_paper").string.lowercased())
    })
}
