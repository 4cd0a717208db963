/// An entry of a list by its parts, for documents that are made up.
package struct ListEntry: Sendable, Equatable {
  package var url: String
  package var title = ""
  package var description = ""
  /// Titles of headings, from the outermost in.
  package var section: [String] = []

  package init(url: String, title: String = "", description: String = "", section: [String] = []) {
    self.url = url
    self.title = title
    self.description = description
    self.section = section
  }

  /// A document with these entries, one bullet each, below the headings of their sections.
  package static func markdown(of entries: [ListEntry]) -> String {
    var text = ""
    var section: [String] = []
    for entry in entries {
      if entry.section != section {
        let shared = zip(section, entry.section).prefix { $0 == $1 }.count
        // Going back to a section that holds the last one needs its heading anew.
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

  /// The entry without its marker.
  var line: [UInt8] {
    Array("\(link)\(description.isEmpty ? "" : " - " + Self.written(description))".utf8)
  }

  private var link: String {
    if title.isEmpty, url.contains("://") { return "<\(url)>" }
    let destination = String(decoding: DestinationWriter.inline(url), as: UTF8.self)
    return "[\(Self.written(title))](\(destination))"
  }

  private static func written(_ text: String) -> String {
    String(decoding: DestinationWriter.linkText(text), as: UTF8.self)
  }
}
