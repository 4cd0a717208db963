import CurateCore
import MarkdownSyntax

/// An entry of a list as style rules read it: its title, and how its description begins and ends.
struct StyledEntry {
  enum Ending: String {
    case stop = "a full stop"
    case noStop = "no full stop"
  }

  let link: Link
  let title: String
  let list: NodeID
  /// The separator between the link, with the badges after it, and the description: ` - `, `: `. Nil without a dash, colon
  /// or bar.
  let separator: String?
  /// Nil without a description, or if the description does not end with words.
  let ending: Ending?

  /// Returns nil for a link that does not open a list item.
  init?(_ link: Link, in document: Document, of collection: Collection) {
    guard link.role == .entry, link.opensItem, link.fate.isPresent,
      let item = Self.item(around: link.node, in: document),
      let list = document.tree.parent(of: item)
    else { return nil }
    self.link = link
    self.list = list
    title = collection.title(of: link.id)
    var rest = Self.text(after: link, in: document)[...]
    Self.dropDecoration(from: &rest)
    separator = Self.separator(of: rest)
    ending = rest.contains(where: \.isLetter) ? Self.ending(of: rest) : nil
  }

  private static func item(around node: NodeID, in document: Document) -> NodeID? {
    var next = document.tree.parent(of: node)
    while let parent = next {
      if document.tree.kind(of: parent) == .item { return parent }
      next = document.tree.parent(of: parent)
    }
    return nil
  }

  /// Returns the source that follows the link in its paragraph.
  private static func text(after link: Link, in document: Document) -> String {
    var node = link.node
    while let parent = document.tree.parent(of: node), document.tree.kind(of: node) != .paragraph,
      document.tree.kind(of: parent) != .item
    {
      node = parent
    }
    let end = max(link.range.upperBound, document.tree.range(of: node).upperBound)
    return document.text(in: link.range.upperBound..<end)
  }

  /// Drops badges, tags, stars and the ends of emphasis around the link.
  private static func dropDecoration(from text: inout Substring) {
    while true {
      let trimmed = text.drop { $0.isWhitespace }
      if let first = trimmed.first, !first.isASCII, !first.isLetter, !"–—·".contains(first) {
        text = trimmed.dropFirst()
      } else if trimmed.hasPrefix("**") || trimmed.hasPrefix("__") {
        text = trimmed.dropFirst(2)
      } else if trimmed.hasPrefix("!["), let end = trimmed.firstIndex(of: ")") {
        text = trimmed[trimmed.index(after: end)...]
      } else if trimmed.hasPrefix("[!["), let end = trimmed.firstRange(of: ")](")?.upperBound,
        let close = trimmed[end...].firstIndex(of: ")")
      {
        text = trimmed[trimmed.index(after: close)...]
      } else if trimmed.hasPrefix("<"), let end = trimmed.firstIndex(of: ">") {
        text = trimmed[trimmed.index(after: end)...]
      } else {
        return
      }
    }
  }

  private static func separator(of text: Substring) -> String? {
    let separator = text.prefix { $0.isWhitespace || "-–—:|·".contains($0) }
    guard separator.count < text.count, separator.contains(where: { !$0.isWhitespace }) else { return nil }
    // A line break counts as a space, whatever the indentation of the next line.
    let lines = separator.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return String(lines[0]) + lines.dropFirst().map { " " + $0.drop(while: \.isWhitespace) }.joined()
  }

  /// Returns how the last words end. Licenses, languages and links after them do not count.
  private static func ending(of text: Substring) -> Ending? {
    var text = text
    while let last = text.last {
      if last.isWhitespace || "*_\"'”’»".contains(last) {
        text.removeLast()
      } else if last == "`", let start = text.dropLast().lastIndex(of: "`") {
        text = text[..<start]
      } else if last == ")", let start = openingBracket(of: text) {
        // `(Free.)` belongs to the words; `([Demo](…))` and the destination of a link do not.
        if text[start...].contains("](") || start > text.startIndex && text[text.index(before: start)] == "]" {
          text = text[..<start]
          if text.last == "]", let label = text.lastIndex(of: "[") { text = text[..<label] }
          if text.last == "!" { text.removeLast() }
        } else {
          text.removeLast()
        }
      } else {
        if ".!?…。！？".contains(last) { return .stop }
        return last.isLetter || last.isNumber ? .noStop : nil
      }
    }
    return nil
  }

  /// Returns the index of the bracket that the last bracket of the text closes.
  private static func openingBracket(of text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      if text[index] == "(" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}

extension StyledEntry {
  /// Groups entries by their list, in the order of first entries. A list can continue after one that is nested in it.
  static func lists(of entries: [StyledEntry]) -> [[StyledEntry]] {
    var lists: [[StyledEntry]] = []
    var indices: [NodeID: Int] = [:]
    for entry in entries {
      if let index = indices[entry.list] {
        lists[index].append(entry)
      } else {
        indices[entry.list] = lists.count
        lists.append([entry])
      }
    }
    return lists
  }

  /// Returns findings for the entries whose feature differs from the conventional one; entries without the feature do not
  /// count.
  static func exceptions(among entries: [StyledEntry], by feature: (StyledEntry) -> String?) -> [InspectFinding] {
    let marked = entries.compactMap { entry in feature(entry).map { (entry: entry, feature: $0) } }
    let counts = Dictionary(grouping: marked, by: \.feature).mapValues(\.count)
    guard let (usual, count) = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      Convention.holds(count, of: marked.count)
    else { return [] }
    return marked.filter { $0.feature != usual }.map {
      InspectFinding(
        $0.entry.link,
        "\($0.feature) here, but \(usual) in \(count.grouped) of \(marked.count.grouped) entries")
    }
  }
}
