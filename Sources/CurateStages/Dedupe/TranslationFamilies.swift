import CurateCore

/// Recognizes documents that are translations of one list by their names: `list.md`, `list-de.md`, `list.zh-CN.md`.
struct TranslationFamilies {
  private struct Member: Equatable {
    var family: String
    var language: String
  }

  private let members: [Member]

  init(_ documents: [Document]) { members = documents.map { Self.member($0.path) } }

  /// Whether the names of two documents differ only in their language.
  func areTranslations(_ a: DocumentID, _ b: DocumentID) -> Bool {
    let (first, second) = (members[a.index], members[b.index])
    return a != b && first.family == second.family && first.language != second.language
  }

  /// Splits a path: `docs/list-de.md` into `docs/list.md` and `de`.
  private static func member(_ path: String) -> Member {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let folder = path.dropLast(name.count)
    let parts = name.lowercased().split(separator: ".")
    let type = parts.count > 1 ? parts[parts.count - 1] : ""
    let stem = parts.count > 1 ? parts.dropLast().joined(separator: ".") : name.lowercased()
    for length in [7, 5, 2] where stem.count > length + 1 {
      let language = String(stem.suffix(length))
      let base = stem.dropLast(length)
      guard let separator = base.last, "-_.".contains(separator), isLanguage(language) else { continue }
      return Member(family: "\(folder)\(base.dropLast()).\(type)", language: language)
    }
    return Member(family: "\(folder)\(stem).\(type)", language: "")
  }

  /// Whether a text is a language code (ISO 639-1), with a region or script after `-` or `_`: `de`, `pt-br`, `zh_cn`,
  /// `zh-hans`.
  private static func isLanguage(_ text: String) -> Bool {
    let parts = text.split { $0 == "-" || $0 == "_" }
    guard let code = parts.first, languages.contains(String(code)) else { return false }
    return parts.count == 1 || (parts.count == 2 && [2, 4].contains(parts[1].count) && parts[1].allSatisfy(\.isLetter))
  }

  private static let languages = Set(
    """
    af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko \
    ku ky lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh
    """.split(separator: " ").map(String.init))
}
