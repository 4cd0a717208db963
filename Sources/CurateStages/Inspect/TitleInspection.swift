import CurateCore
import LinkIdentity
import MarkdownSyntax
import Platform

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
      let entries = Entries(in: list)
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
    guard link.role != .secondary, collection.withTitle(of: link.id, { $0.count < 24 }) else { return nil }
    let fold = collection.titleFold(of: link.id)
    guard fold.kind == .generic, link.role == .entry || Self.pointing.contains(fold.text) else { return nil }
    return Observation(.genericLinkText, link, "'\(collection.title(of: link.id))' does not say where the link leads")
  }

  private func odd(_ link: Link, in collection: Collection) -> Observation? {
    guard link.syntax != .html else { return nil }
    let bytes = collection[link.document].source[link.text.range]
    guard let first = bytes.first, let last = bytes.last else { return nil }
    let (startsOddly, endsOddly) = (Self.isOddAtStart(first), Self.isOddAtEnd(last))
    guard startsOddly || endsOddly else { return nil }
    let name = "'\(String(decoding: bytes, as: UTF8.self))'"
    if startsOddly { return Observation(.oddLinkText, link, "the text \(name) begins with \(Self.phrase(first))") }
    let isURL = bytes.starts(with: "http".utf8) || bytes.starts(with: "www.".utf8)
    return isURL ? nil : Observation(.oddLinkText, link, "the text \(name) ends with \(Self.phrase(last))")
  }

  private static func phrase(_ byte: UInt8) -> String {
    byte == 0x20 || byte == 0x09 ? "a space" : "'\(Character(Unicode.Scalar(byte)))'"
  }

  private static func isOddAtStart(_ byte: UInt8) -> Bool { isSpaceOrComma(byte) || byte == UInt8(ascii: ")") }

  private static func isOddAtEnd(_ byte: UInt8) -> Bool {
    isSpaceOrComma(byte) || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "/")
  }

  private static func isSpaceOrComma(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";")
  }

  /// Titled entries that no other stage has put into a group of duplicates; their titles and pages by number.
  private struct Entries {
    struct Entry {
      var link: LinkID
      var page: Int
      var title: Int
      /// Short titles ("Documentation") recur for good reason.
      var hasTellingTitle: Bool
    }

    private(set) var all: [Entry] = []
    private var titles = StringInterner()
    private let pageCount: Int

    /// - Parameter collection: with all links identified.
    init(in collection: Collection) {
      pageCount = collection.pageCount
      var told = Array(repeating: false, count: collection.links.count)
      for member in collection.duplicates.lazy.flatMap(\.members) { told[member.link.index] = true }
      let isTold = told
      concurrentBatches(collection.links.count, stretch: 256) { range in
        collection.links[range].compactMap { link -> (link: LinkID, page: Int, title: TitleFold)? in
          guard link.role == .entry, link.fate.isPresent, !isTold[link.id.index],
            let page = collection.pageIndex(of: link.id)
          else { return nil }
          let title = collection.titleFold(of: link.id)
          return title.kind == .titled ? (link.id, page, title) : nil
        }
      } take: { _, found in
        for (link, page, title) in found {
          let isTelling = title.wordCount >= 3 || Self.isLongWithoutSpaces(title.text)
          all.append(
            Entry(link: link, page: page, title: titles.intern(title.text), hasTellingTitle: isTelling))
        }
      }
    }

    private static func isLongWithoutSpaces(_ text: String) -> Bool {
      text.unicodeScalars.count { !$0.isASCII && $0.properties.isIdeographic } >= 6
    }

    /// Entries with one page, two or more, in the order of their first.
    var ofOnePage: [[Entry]] { groups(below: pageCount) { $0.page } }

    /// Entries with one telling title, two or more, in the order of their first.
    var ofOneTitle: [[Entry]] { groups(below: titles.count) { $0.hasTellingTitle ? $0.title : nil } }

    private func groups(below count: Int, by number: (Entry) -> Int?) -> [[Entry]] {
      var groups = NumberedGroups(minimumCapacity: all.count)
      for entry in all { groups.append(number(entry)) }
      return groups.ofSeveral(below: count).map { $0.map { all[$0] } }
    }
  }

  private func titlesOfOneURL(_ entries: Entries, in collection: Collection) -> [Observation] {
    entries.ofOnePage.compactMap { group in
      guard let other = group.first(where: { $0.title != group[0].title }) else { return nil }
      return Observation(
        .oneURLTwoTitles, collection[other.link],
        "'\(collection.title(of: other.link))' has the URL of '\(collection.title(of: group[0].link))', "
          + place(of: group[0].link, from: other.link, in: collection))
    }
  }

  private func urlsOfOneTitle(_ entries: Entries, in collection: Collection) -> [Observation] {
    entries.ofOneTitle.compactMap { group in
      guard let other = group.first(where: { $0.page != group[0].page }) else { return nil }
      return Observation(
        .oneTitleTwoURLs, collection[other.link],
        "'\(collection.title(of: other.link))' stands for another URL "
          + place(of: group[0].link, from: other.link, in: collection))
    }
  }

  private func place(of id: LinkID, from other: LinkID, in collection: Collection) -> String {
    let line = "line \(collection.line(of: id))"
    let document = collection[id].document
    return document == collection[other].document ? "in \(line)" : "in \(collection[document].path), \(line)"
  }
}
