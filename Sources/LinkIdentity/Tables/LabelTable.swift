/// The built-in label rules, read in place.
enum LabelTable {
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

  /// Calls `body` with every rule for documents and where it stands.
  static func forEachDocumentRule(_ body: (Rule, _ offset: Int) -> Void) {
    var offset = LabelData.documentWords
    while offset < table.lines.count, table.lines[offset] == Kind.documentWord.rawValue {
      let rule = rule(at: offset)
      body(rule, offset)
      offset = rule.next
    }
  }

  /// In the order of the generator.
  static let hostClasses = HostClass.allCases
  static let categories = Category.allCases
}
