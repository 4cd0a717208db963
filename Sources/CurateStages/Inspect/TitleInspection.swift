import CurateCore
import LinkIdentity
import MarkdownSyntax

/// Looks at the texts of links: what says nothing, what is cut off, what contradicts another entry.
struct TitleInspection {
  private let rules: Set<InspectRule>

  init(_ rules: Set<InspectRule>) { self.rules = rules }

  func observations(in collection: inout Collection) -> [Observation] {
    var observations: [Observation] = []
    for link in collection.links where link.fate.isPresent && hasText(link) {
      if let observation = generic(link, in: collection) { observations.append(observation) }
      if let observation = odd(link, in: collection) { observations.append(observation) }
    }
    if rules.contains(.oneURLTwoTitles) || rules.contains(.oneTitleTwoURLs) {
      let entries = Self.entries(in: &collection)
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
    let isURL = bytes.starts(with: Array("http".utf8)) || bytes.starts(with: Array("www.".utf8))
    let name = "'\(String(decoding: bytes, as: UTF8.self))'"
    if Self.oddStarts.contains(first) {
      return Observation(.oddLinkText, link, "the text \(name) begins with \(Self.phrase(first))")
    }
    guard Self.oddEnds.contains(last), !isURL else { return nil }
    return Observation(.oddLinkText, link, "the text \(name) ends with \(Self.phrase(last))")
  }

  private static func phrase(_ byte: UInt8) -> String {
    byte == 0x20 || byte == 0x09 ? "a space" : "'\(Character(Unicode.Scalar(byte)))'"
  }

  private static let oddStarts = Set(" \t,;)".utf8)
  private static let oddEnds = Set(" \t,;(/".utf8)

  /// A titled entry that no other stage has put into a group of duplicates.
  private struct Entry {
    var link: Link
    var page: String
    var title: TitleFold
  }

  private static func entries(in collection: inout Collection) -> [Entry] {
    let told = Set(collection.duplicates.flatMap { $0.members.map(\.link) })
    var entries: [Entry] = []
    for link in collection.links where link.role == .entry && link.fate.isPresent && !told.contains(link.id) {
      guard let identity = collection.identity(of: link.id) else { continue }
      let title = TitleFold(collection.title(of: link.id), url: collection.url(of: link.id))
      guard title.kind == .titled else { continue }
      entries.append(Entry(link: link, page: identity.key + "#" + identity.fragment, title: title))
    }
    return entries
  }

  private func titlesOfOneURL(_ entries: [Entry], in collection: Collection) -> [Observation] {
    groups(of: entries, by: \.page).compactMap { group in
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
    return groups(of: telling, by: \.title.text).compactMap { group in
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
  private func groups<Key: Hashable>(of entries: [Entry], by key: (Entry) -> Key) -> [[Entry]] {
    Dictionary(grouping: entries, by: key).values.filter { $0.count > 1 }.sorted { $0[0].link.id < $1[0].link.id }
  }

  private func place(of entry: Entry, from other: Entry, in collection: Collection) -> String {
    let line = "line \(collection.line(of: entry.link.id))"
    return entry.link.document == other.link.document
      ? "in \(line)" : "in \(collection[entry.link.document].path), \(line)"
  }
}
