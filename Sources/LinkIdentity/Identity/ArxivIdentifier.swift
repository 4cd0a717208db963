/// An arXiv identifier in one of its two schemes: `1905.13405v2` or `math/0309136v1`, `math.GT/0309136`.
struct ArxivIdentifier {
  /// Without version and subject class.
  var value: String
  /// The digits after `v`; empty without a version.
  var version: String

  /// - Returns: nil unless the whole text is an identifier whose month is 01–12.
  init?(_ text: Bytes) {
    guard let first = text.first else { return nil }
    let base: Bytes
    if first.isDigit {
      guard let dot = text.firstIndex(of: ASCII.dot), dot == 4, text.upTo(4).isYearAndMonth else { return nil }
      let number = text.from(5).leadingDigits
      // Five digits since January 2015, four before.
      guard number == 4 || number == 5, number == (text.upTo(2).twoDigits >= 15 ? 5 : 4) else { return nil }
      base = text.upTo(5 + number)
    } else {
      guard let slash = text.firstIndex(of: ASCII.slash), text.upTo(slash).isArchive else { return nil }
      let number = text.from(slash + 1)
      guard number.leadingDigits == 7, number.upTo(4).isYearAndMonth else { return nil }
      base = text.upTo(slash + 8)
    }
    let rest = text.from(base.count)
    if rest.isEmpty {
      version = ""
    } else {
      guard rest.first?.lowered == UInt8(ascii: "v"), rest.count > 1, rest.count <= 4,
        rest.from(1).leadingDigits == rest.count - 1
      else { return nil }
      version = rest.from(1).string
    }
    value = base.withoutSubjectClass
  }

  var work: WorkID {
    WorkID(
      scheme: .arxiv, value: value, attributes: version.isEmpty ? [] : [.init(name: "version", value: version)])
  }
}

extension Bytes {
  /// How many ASCII digits stand at the start.
  var leadingDigits: Int {
    var index = 0
    while index < count, start[index].isDigit { index += 1 }
    return index
  }

  fileprivate var twoDigits: Int { Int(self[0] - 0x30) * 10 + Int(self[1] - 0x30) }

  fileprivate var isYearAndMonth: Bool {
    guard leadingDigits == 4 else { return false }
    return (1...12).contains(from(2).twoDigits)
  }

  /// `math`, `hep-th`, `math.GT`: letters and hyphens, then perhaps a subject class.
  fileprivate var isArchive: Bool {
    let archive = upTo(firstIndex(of: ASCII.dot) ?? count)
    guard archive.count >= 2, archive.count <= 10 else { return false }
    guard archive.allSatisfy({ $0.isLetter || $0 == ASCII.hyphen }) else { return false }
    let subject = from(min(archive.count + 1, count))
    return subject.count <= 2 && subject.allSatisfy(\.isLetter)
  }

  /// An old identifier without its subject class, the archive in lower case.
  fileprivate var withoutSubjectClass: String {
    guard let slash = firstIndex(of: ASCII.slash) else { return string }
    let archive = upTo(firstIndex(of: ASCII.dot) ?? slash)
    return archive.string.lowercased() + from(slash).string
  }
}
