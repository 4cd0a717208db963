/// The built-in label rules, read in place.
enum LabelRuleTable {
  static var table: HashedLines { HashedLines(slots: LabelData.slots, lines: LabelData.lines) }

  /// What a rule matches; the raw value is the mark before its key in the table.
  enum Kind: UInt8 {
    case host = 0
    case segment = 0x2f
    case word = 0x2b
    case documentWord = 0x3d
    case fileType = 0x2e
    case hostPrefix = 0x3c
    case heading = 0x23

    /// What stands before the key in the name of a rule.
    var prefix: StaticString {
      switch self {
      case .host: "host:"
      case .segment: "segment:"
      case .word: "word:"
      case .documentWord: "document-word:"
      case .fileType: "file-type:"
      case .hostPrefix: "host-prefix:"
      case .heading: "heading:"
      }
    }
  }

  /// Where in a path a segment rule applies.
  enum Position: UInt8 {
    case anywhere = 0x2d
    /// Exactly one more segment follows.
    case parent = 0x41
    /// One more segment follows, and it is a file (it has a dot).
    case file = 0x42
    /// Nothing follows.
    case last = 0x43
  }

  /// One line of the table.
  struct Rule {
    var key: Bytes
    var path: Bytes
    var hostClass: HostClass?
    var category: Category?
    var position: Position
    var site: Bytes
    /// Where the next line starts.
    var next: Int
  }

  static func rule(at offset: Int) -> Rule {
    let table = table
    let key = table.field(at: offset)
    let path = table.field(at: key.next)
    let codes = table.field(at: path.next)
    let site = table.field(at: codes.next)
    return Rule(
      key: key.text, path: path.text, hostClass: hostClass(codes.text[0]), category: category(codes.text[1]),
      position: Position(rawValue: codes.text[2]) ?? .anywhere, site: site.text, next: site.next)
  }

  /// Lends the key, without its mark, and the path of the rule at `offset`.
  static func key(at offset: Int, kind: Kind, _ body: (_ key: Bytes, _ path: Bytes) -> String) -> String {
    let key = table.field(at: kind == .host ? offset : offset + 1)
    return body(key.text, table.field(at: key.next).text)
  }

  private static func hostClass(_ code: UInt8) -> HostClass? {
    code == ASCII.hyphen ? nil : hostClasses[Int(code - 0x41)]
  }

  private static func category(_ code: UInt8) -> Category? {
    code == ASCII.hyphen ? nil : categories[Int(code - 0x41)]
  }

  /// A word that tells what a document is.
  struct DocumentWord: Sendable {
    /// Where its rule stands.
    let rule: Int
    let category: Category?
    /// Which letters it has: few texts have them all, and the others need no search.
    let letters: UInt32
    fileprivate let range: Range<Int>

    var text: Bytes { table.lines[range] }
  }

  /// In the order of the table, read when a document is first asked about.
  static let documentWords: [DocumentWord] = {
    var words: [DocumentWord] = []
    var offset = LabelData.documentWords
    while offset < table.lines.count, table.lines[offset] == Kind.documentWord.rawValue {
      let rule = rule(at: offset)
      let text = rule.key.from(1)
      words.append(
        DocumentWord(
          rule: offset, category: rule.category, letters: text.letters, range: offset + 1..<offset + 1 + text.count))
      offset = rule.next
    }
    return words
  }()

  /// In the order of the generator.
  static let hostClasses = HostClass.allCases
  static let categories = Category.allCases
}

extension Bytes {
  /// Which ASCII letters stand in the text, in either case, a bit for each.
  var letters: UInt32 {
    var letters: UInt32 = 0
    for index in 0..<count where start[index].isLetter { letters |= 1 << UInt32(start[index] & 0x1f) }
    return letters
  }
}
