public import MarkdownSyntax

/// A list of links to headings of its own document, recognized by its shape or by comments around it.
public struct TableOfContents: Sendable {
  /// One link of the table.
  public struct Entry: Sendable {
    /// The node of the link.
    public var link: NodeID
    /// The nesting depth (0 for the outermost list).
    public var depth: Int
    /// The fragment without `#`, with entities and escapes decoded.
    public var fragment: String
    /// The node of the list item.
    public var item: NodeID
  }

  /// The outermost lists, in document order.
  public var lists: [NodeID]
  /// The entries in document order; empty if comments mark a place without a table.
  public var entries: [Entry]
  /// From the first list's marker to the end of the last list; for an empty marked place the bytes between the comments.
  public var range: Range<Int>
  /// From the opening comment (`<!-- toc -->` or that of doctoc) to the closing one; nil without such comments.
  public var markedRange: Range<Int>?
  /// Whether the table contains more than headings (group titles, other links, text next to a link), or is adjacent to
  /// lists that are no tables of contents and that a rewrite could turn into some.
  public var isHandMade: Bool

  /// Creates an empty table at an offset where one can be inserted.
  package init(emptyAt offset: Int) {
    self.init(lists: [], entries: [], range: offset..<offset, markedRange: nil, isHandMade: false)
  }

  init(lists: [NodeID], entries: [Entry], range: Range<Int>, markedRange: Range<Int>?, isHandMade: Bool) {
    self.lists = lists
    self.entries = entries
    self.range = range
    self.markedRange = markedRange
    self.isHandMade = isHandMade
  }

  /// Whether comments mark the table.
  public var isMarked: Bool { markedRange != nil }

  /// Whether a heading's title announces a table of contents.
  static func isAnnounced(by title: String) -> Bool {
    announcements.contains(asciiWords(of: title) ?? words(of: title))
  }

  /// Returns the letters of a title in lower case, with single spaces between words.
  private static func words(of title: String) -> String {
    title.lowercased().filter { $0.isLetter || $0 == " " }.split(separator: " ").joined(separator: " ")
  }

  /// Returns `words(of:)` without Unicode lookups; nil if the title is not ASCII.
  private static func asciiWords(of title: String) -> String? {
    var words: [UInt8] = []
    for byte in title.utf8 {
      switch byte {
      case 0x80...: return nil
      case 0x20: if let last = words.last, last != 0x20 { words.append(byte) }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): words.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"): words.append(byte)
      default: continue
      }
    }
    if words.last == 0x20 { words.removeLast() }
    return String(decoding: words, as: UTF8.self)
  }

  private static let announcements: Set<String> = [
    "contents", "table of contents", "table of content", "toc", "index", "inhalt", "inhaltsverzeichnis", "sommaire",
    "table des matières", "índice", "contenido", "conteúdo", "indice", "содержание", "оглавление", "目录", "目錄", "目次",
    "목차",
  ]
}
