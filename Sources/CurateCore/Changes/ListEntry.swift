import MarkdownSyntax

/// A list entry in parts, for generated documents and added entries.
package struct ListEntry: Sendable, Equatable {
  package var url: String
  package var title = ""
  package var description = ""
  /// The titles of the headings around the entry, outermost first.
  package var section: [String] = []

  /// Creates an entry.
  package init(url: String, title: String = "", description: String = "", section: [String] = []) {
    self.url = url
    self.title = title
    self.description = description
    self.section = section
  }

  /// Returns a Markdown document with one bullet for each entry, below the headings of its section.
  package static func markdown(of entries: [ListEntry]) -> String {
    var text = ""
    var section: [String] = []
    for entry in entries {
      if entry.section != section {
        let shared = zip(section, entry.section).prefix { $0 == $1 }.count
        // Returning to an enclosing section needs its heading again.
        let first = entry.section.isEmpty ? 0 : min(shared, entry.section.count - 1)
        for level in entry.section.indices.dropFirst(first) {
          text +=
            (text.isEmpty ? "" : "\n") + String(repeating: "#", count: min(level + 1, 6)) + " "
            + written(entry.section[level]) + "\n"
        }
        text += "\n"
        section = entry.section
      }
      text += "- \(String(decoding: entry.line, as: UTF8.self))\n"
    }
    return text
  }

  /// The bytes of the entry without its list marker.
  var line: [UInt8] {
    Array("\(link)\(description.isEmpty ? "" : " - " + Self.written(description))".utf8)
  }

  private var link: String {
    if title.isEmpty, url.contains("://") { return "<\(url)>" }
    let destination = String(decoding: DestinationWriter.inline(url), as: UTF8.self)
    return "[\(Self.written(title))](\(destination))"
  }

  /// Escapes a text for Markdown.
  private static func written(_ text: String) -> String {
    String(decoding: DestinationWriter.linkText(text), as: UTF8.self)
  }
}

extension Collection {
  /// Adds an entry to a section, after its last entry and with the same indentation and marker.
  ///
  /// - Returns: a refusal if the section has no bulleted list.
  @discardableResult
  public mutating func addEntry(
    url: String, title: String, description: String = "", to section: SectionID, rule: RuleID, reason: String
  ) -> Refusal? {
    let document = self[self[section].document]
    let last = links[document.links].last { $0.section == section && $0.opensItem && $0.fate.isPresent }
    guard let last, let item = EnclosingItem(of: last, in: document), !item.isRow,
      let start = document.tree.item(item.node)?.contentStart
    else { return .unsupported("the section has no list") }
    guard document.tree.list(item.container)?.start == nil else { return .orderedList }
    let lines = document.lines
    let line = lines.range(ofLine: document.line(at: item.range.lowerBound)).lowerBound
    guard document.source[line..<item.range.lowerBound].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else {
      return .sharesLine
    }
    let end = lines.range(ofLine: document.line(at: max(item.range.lowerBound, item.range.upperBound - 1))).upperBound
    let entry = ListEntry(url: url, title: title, description: description)
    var bytes = Array(document.source[line..<start]) + entry.line
    // The last line of a file may have no line ending.
    let isOpen = end == document.source.count && document.source.last != 0x0A
    bytes = isOpen ? [0x0A] + bytes : bytes + [0x0A]
    return insertBlock(bytes, in: document.id, at: end, field: "entry", rule: rule, reason: reason)
  }
}
