@testable import LinkIdentity

extension WorkID.Scheme {
  static let zenodo = WorkID.Scheme("zenodo", category: .dataset)
}

extension WorkRecognizer {
  /// Records on Zenodo: `records/3509134`.
  static let zenodo = WorkRecognizer(
    schemes: [.zenodo],
    hosts: ["zenodo.org"],
    examples: [
      "https://zenodo.org/records/3509134": "zenodo:3509134",
      "https://zenodo.org/record/3509134/files/data.zip": "zenodo:3509134",
      "https://zenodo.org/communities/ml": "none",
    ],
    work: { key in
      guard let rest = key.relativePath.after("records/") ?? key.relativePath.after("record/") else { return nil }
      let number = rest.upTo(rest.firstIndex(of: ASCII.slash) ?? rest.count)
      return number.isNumber ? WorkID(scheme: .zenodo, value: number.string) : nil
    })
}
