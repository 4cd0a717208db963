import CurateCore
import LinkIdentity
import MarkdownSyntax

/// Looks at the texts of links: what says nothing, what is cut off, what contradicts another entry.
struct TitleInspection {
  private let rules: Set<InspectRule>

  init(_ rules: Set<InspectRule>) { self.rules = rules }

  func observations(in collection: inout Collection) -> [Observation] {
    collection.identifyAll()
    let list = collection
    let parts = concurrentMap(list.links.count, stretch: 256) { range in
      list.links[range].flatMap { link -> [Observation] in
        guard link.fate.isPresent, hasText(link) else { return [] }
        return [generic(link, in: list), odd(link, in: list)].compactMap { $0 }
      }
    }
    var observations = Array(parts.joined())
    if rules.contains(.oneURLTwoTitles) || rules.contains(.oneTitleTwoURLs) {
      let entries = Self.entries(in: list)
      observations += titlesOfOneURL(entries, in: collection) + urlsOfOneTitle(entries, in: collection)
    }
    return observations
  }

  private func hasText(_ link: Link) -> Bool {
    switch link.syntax {
    case .inline, .reference, .html: link.role != .image && link.role != .toc && link.role != .fragment
    case .angle, .bare, .image: false
    }
  }

  /// In prose and beside an entry, "paper" or "PDF" says enough: the sentence or entry says the rest.
  private static let pointing: Set<String> = [
    "here", "click here", "link", "this link", "url", "read more", "more", "this page", "see here",
  ]

  private func generic(_ link: Link, in collection: Collection) -> Observation? {
    let title = collection.title(of: link.id)
    guard title.utf8.count < 24, link.role != .secondary else { return nil }
    let fold = TitleFold(title, url: collection.url(of: link.id))
    guard fold.kind == .generic, link.role == .entry || Self.pointing.contains(fold.text) else { return nil }
    return Observation(.genericLinkText, link, "'\(title)' does not say where the link leads")
  }

  private func odd(_ link: Link, in collection: Collection) -> Observation? {
    guard link.syntax != .html else { return nil }
    let bytes = collection[link.document].source[link.text.range]
    guard let first = bytes.first, let last = bytes.last else { return nil }
    let (startsOddly, endsOddly) = (Self.oddStarts.contains(first), Self.oddEnds.contains(last))
    guard startsOddly || endsOddly else { return nil }
    let name = "'\(String(decoding: bytes, as: UTF8.self))'"
    if startsOddly { return Observation(.oddLinkText, link, "the text \(name) begins with \(Self.phrase(first))") }
    let isURL = bytes.starts(with: "http".utf8) || bytes.starts(with: "www.".utf8)
    return isURL ? nil : Observation(.oddLinkText, link, "the text \(name) ends with \(Self.phrase(last))")
  }

  private static func phrase(_ byte: UInt8) -> String {
    byte == 0x20 || byte == 0x09 ? "a space" : "'\(Character(Unicode.Scalar(byte)))'"
  }

  private static let oddStarts = Set(" \t,;)".utf8)
  private static let oddEnds = Set(" \t,;(/".utf8)

  /// A titled entry that no other stage has put into a group of duplicates.
  private struct Entry: Sendable {
    var link: Link
    var page: String
    var title: TitleFold
  }

  /// - Parameter collection: with all links identified.
  private static func entries(in collection: Collection) -> [Entry] {
    var told = Array(repeating: false, count: collection.links.count)
    for member in collection.duplicates.lazy.flatMap(\.members) { told[member.link.index] = true }
    let isTold = told
    let parts = concurrentMap(collection.links.count, stretch: 256) { range in
      collection.links[range].compactMap { link -> Entry? in
        guard link.role == .entry, link.fate.isPresent, !isTold[link.id.index],
          let identity = collection.knownIdentity(of: link.id)
        else { return nil }
        let title = TitleFold(collection.title(of: link.id), url: collection.url(of: link.id))
        guard title.kind == .titled else { return nil }
        let page = identity.fragment.isEmpty ? identity.key : identity.key + "#" + identity.fragment
        return Entry(link: link, page: page, title: title)
      }
    }
    return Array(parts.joined())
  }

  private func titlesOfOneURL(_ entries: [Entry], in collection: Collection) -> [Observation] {
    groups(of: entries) { $0.page }.compactMap { group in
      guard let other = group.first(where: { $0.title.text != group[0].title.text }) else { return nil }
      return Observation(
        .oneURLTwoTitles, other.link,
        "'\(collection.title(of: other.link.id))' has the URL of '\(collection.title(of: group[0].link.id))', "
          + place(of: group[0], from: other, in: collection))
    }
  }

  /// Short titles ("Documentation") recur for good reason.
  private func urlsOfOneTitle(_ entries: [Entry], in collection: Collection) -> [Observation] {
    let telling = entries.filter { $0.title.wordCount >= 3 || isLongWithoutSpaces($0.title.text) }
    return groups(of: telling) { $0.title.text }.compactMap { group in
      guard let other = group.first(where: { $0.page != group[0].page }) else { return nil }
      return Observation(
        .oneTitleTwoURLs, other.link,
        "'\(collection.title(of: other.link.id))' stands for another URL \(place(of: group[0], from: other, in: collection))"
      )
    }
  }

  private func isLongWithoutSpaces(_ text: String) -> Bool {
    text.unicodeScalars.count { !$0.isASCII && $0.properties.isIdeographic } >= 6
  }

  /// Entries with something in common, two or more, in the order of their first.
  private func groups(of entries: [Entry], by name: (Entry) -> String) -> [[Entry]] {
    var groups = Grouping(minimumCapacity: entries.count)
    for (index, entry) in entries.enumerated() { groups.add(index, to: name(entry)) }
    return groups.ofSeveral.map { $0.map { entries[$0] } }
  }

  private func place(of entry: Entry, from other: Entry, in collection: Collection) -> String {
    let line = "line \(collection.line(of: entry.link.id))"
    return entry.link.document == other.link.document
      ? "in \(line)" : "in \(collection[entry.link.document].path), \(line)"
  }
}
