/// The built-in label rules, read from the generated table without parsing it.
enum LabelRuleTable {
  static var table: HashedLines { HashedLines(slots: LabelData.slots, lines: LabelData.lines) }

  /// The part of a URL that a rule matches. The raw value is the mark before the key of the rule in the table.
  enum Kind: UInt8 {
    case host = 0
    case segment = 0x2f
    case word = 0x2b
    case documentWord = 0x3d
    case fileType = 0x2e
    case hostPrefix = 0x3c
    case heading = 0x23

    /// The prefix in the name of a rule.
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

  /// The position in the path at which a segment rule applies.
  enum Position: UInt8 {
    case anywhere = 0x2d
    /// Exactly one more segment follows.
    case parent = 0x41
    /// Exactly one more segment follows, and it has a file type.
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
    /// The offset of the next line.
    var next: Int
  }

  /// Returns the rule at an offset of the table.
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

  /// Calls `body` with the key (without its mark) and the path of the rule at `offset`.
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

  /// A word that indicates the category of a document.
  struct DocumentWord: Sendable {
    /// The offset of its rule.
    let rule: Int
    let category: Category?
    /// The letters of the word. Few texts have them all, and the others need no search.
    let letters: UInt32
    fileprivate let range: Range<Int>

    var text: Bytes { table.lines[range] }
  }

  /// The words in the order of the table, read for the first document.
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

  // In the order of the generator.
  static let hostClasses = HostClass.allCases
  static let categories = Category.allCases
}

extension Bytes {
  /// The set of ASCII letters in the text, in either case, with one bit for each.
  var letters: UInt32 {
    var letters: UInt32 = 0
    for index in 0..<count where start[index].isLetter { letters |= 1 << UInt32(start[index] & 0x1f) }
    return letters
  }
}
