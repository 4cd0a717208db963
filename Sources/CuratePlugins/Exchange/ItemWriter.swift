import CurateCore
import LinkIdentity

/// Encodes the items of a list as lines of JSON.
///
/// Consecutive links mostly share their section, so the path of the last section is cached.
struct ItemWriter: ItemSource {
  let items: ItemList
  private var section: (id: SectionID, path: [String])?
  private var collection: Collection { items.collection }

  init(_ items: ItemList) { self.items = items }

  var count: Int { items.count }
  func place(of n: Int) -> String { items.place(of: n) }

  mutating func write(from next: inout Int, upTo limit: Int, to bytes: inout [UInt8]) {
    var json = JSONWriter()
    while next < items.count, json.bytes.count < limit {
      write(next, to: &json)
      next += 1
    }
    bytes += json.bytes
  }

  private mutating func write(_ n: Int, to json: inout JSONWriter) {
    json.beginObject()
    json.member("t", "item")
    json.member("n", n)
    json.name("item")
    json.beginObject()
    switch items.targets {
    case .links(let links): writeLink(links[n], to: &json)
    case .sections(let sections): writeSection(sections[n], to: &json)
    case .documents(let documents): writeDocument(documents[n], to: &json)
    }
    if items.isLaterVersion { json.fieldOfLaterVersion() }
    json.endObject()
    if items.isLaterVersion { json.fieldOfLaterVersion() }
    json.endObject()
    json.endLine()
  }

  private mutating func writeLink(_ id: LinkID, to json: inout JSONWriter) {
    let link = collection[id]
    let reads = items.reads
    json.member("id", String(id.index + 1))
    json.member("document", collection[link.document].path)
    if reads.contains(.column) {
      let position = collection.position(of: id)
      json.member("line", position.line)
      json.member("column", position.column)
    } else {
      json.member("line", collection.line(of: id))
    }
    if reads.contains(.url) { json.member("url", collection.url(of: id)) }
    if reads.contains(.original) { json.member("original", collection.original(of: id)) }
    if reads.contains(.title) { json.member("title", collection.title(of: id)) }
    if reads.contains(.description) { json.member("description", collection.description(of: id)) }
    if reads.contains(.section) || reads.contains(.parent) { writeSectionPath(link.section, to: &json) }
    if reads.contains(.role) { json.member("role", link.role.rawValue) }
    if reads.contains(.opens) { json.member("opens", link.opensItem) }
    if reads.contains(.syntax) { json.member("syntax", link.syntax.rawValue) }
    if reads.contains(.fate) { json.member("fate", link.fate.name) }
    writeIdentity(id, to: &json)
    if !reads.isDisjoint(with: ItemField.labels) { writeLabels(id, to: &json) }
  }

  private mutating func writeSectionPath(_ id: SectionID, to json: inout JSONWriter) {
    let path: [String]
    if let section, section.id == id { path = section.path } else { path = collection.path(of: id) }
    section = (id, path)
    if items.reads.contains(.section) { json.member("section", path) }
    guard items.reads.contains(.parent) else { return }
    // The title of the list item that contains the link's list, or an empty string.
    if case .item = collection[id].opening {
      json.member("parent", collection[id].title)
    } else {
      json.member("parent", "")
    }
  }

  private func writeIdentity(_ id: LinkID, to json: inout JSONWriter) {
    let reads = items.reads
    if reads.contains(.host) || reads.contains(.domain) {
      let (host, domain) = hostAndDomain(of: collection.url(of: id))
      if reads.contains(.host) { json.member("host", host) }
      if reads.contains(.domain) { json.member("domain", domain) }
    }
    if reads.contains(.key) { json.member("key", collection.knownIdentity(of: id)?.key ?? "") }
    if reads.contains(.work) { json.member("work", collection.knownWork(of: id) ?? "") }
  }

  private func writeLabels(_ id: LinkID, to json: inout JSONWriter) {
    let labels = collection.labels(of: id)
    let reads = items.reads
    if reads.contains(.hostClass) { json.member(ItemField.hostClass.member, labels?.hostClass.rawValue ?? "") }
    if reads.contains(.category) { json.member("category", labels?.category.rawValue ?? "") }
    if reads.contains(.site) { json.member("site", labels?.site ?? "") }
    if reads.contains(.institution) { json.member("institution", labels?.institution ?? "") }
  }

  private mutating func writeSection(_ id: SectionID, to json: inout JSONWriter) {
    let section = collection[id]
    json.member("id", String(id.index + 1))
    json.member("document", collection[section.document].path)
    json.member("line", items.startLine(of: id))
    json.member("title", section.title)
    json.member("level", section.level)
    json.member("anchor", section.anchor)
    json.member("section", collection.path(of: id))
    writeLinks(items.linksBySection[id.index], to: &json)
  }

  private mutating func writeDocument(_ id: DocumentID, to json: inout JSONWriter) {
    let document = collection[id]
    json.member("id", String(id.index + 1))
    json.member("document", document.path)
    json.member("lines", document.lineCount)
    if items.reads.contains(.text) { json.member("text", document.text(in: 0..<document.source.count)) }
    if items.reads != [.text] { writeLinks(document.links.map { LinkID($0) }, to: &json) }
  }

  private mutating func writeLinks(_ links: [LinkID], to json: inout JSONWriter) {
    json.name("links")
    json.beginArray()
    for id in links where collection[id].fate.isPresent {
      json.beginObject()
      writeLink(id, to: &json)
      json.endObject()
    }
    json.endArray()
  }
}

extension JSONWriter {
  /// Writes a field that no version of the protocol defines.
  mutating func fieldOfLaterVersion() {
    object("later") { json in
      json.member("t", "done")
      json.array("list") { $0.value(1) }
    }
  }
}
