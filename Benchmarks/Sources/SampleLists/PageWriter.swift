/// Writes one Markdown page of a collection: prose with links, as in handbooks, wikis and blogs. The same seed gives the
/// same bytes on every machine.
///
/// Pages of a collection share links, some much more often than others, and link to sections of other pages.
public struct PageWriter {
  private let number: Int
  private let pages: Int
  private let size: Int
  private let seed: UInt64
  private var random: SplitMix64
  private var text: [UInt8] = []
  private var section = 0
  /// The definitions of reference links, which are written at the end.
  private var definitions: [(label: String, url: String)] = []

  /// Returns the path of a page in the collection's folder, with a hundred pages per subfolder.
  public static func path(of number: Int) -> String { "part-\(number / 100)/page-\(number).md" }

  /// - Parameters:
  ///   - number: the number of the page, from 0.
  ///   - pages: the number of pages in the collection.
  ///   - size: the approximate size of the page, in bytes.
  ///   - seed: the seed of the collection.
  public init(_ number: Int, of pages: Int, size: Int, seed: UInt64) {
    self.number = number
    self.pages = pages
    self.size = size
    self.seed = seed
    random = SplitMix64(seed: seed &+ UInt64(number) &* 0x9e6c_63d0_876a_68ef)
  }

  public mutating func write() -> [UInt8] {
    text.reserveCapacity(size + 1 << 13)
    if number % 3 == 0 { add("---\ntitle: \(title)\nweight: \(number)\n---\n\n") }
    add("# \(title)\n\n")
    paragraph()
    if number % 4 == 0 { tableOfContents() }
    while text.count < size { writeSection() }
    for definition in definitions { add("[\(definition.label)]: \(definition.url)\n") }
    return text
  }

  private var title: String {
    var random = SplitMix64(seed: seed ^ UInt64(number))
    return SampleLink.phrase(4, &random)
  }

  /// All pages have the same headings, so each knows the anchors of the others.
  private static func heading(_ section: Int) -> String {
    var random = SplitMix64(seed: UInt64(section))
    return SampleLink.phrase(3, &random) + " \(section + 1)"
  }

  private static func anchor(_ section: Int) -> String {
    String(heading(section).lowercased().map { $0 == " " ? "-" : $0 })
  }

  private mutating func tableOfContents() {
    for section in 0..<8 { add("- [\(Self.heading(section))](#\(Self.anchor(section)))\n") }
    add("\n")
  }

  private mutating func writeSection() {
    add("\(section % 4 == 0 ? "##" : "###") \(Self.heading(section))\n\n")
    section += 1
    for _ in 0..<3 + random.number(below: 4) { paragraph() }
    switch random.number(below: 10) {
    case 0..<3: list()
    case 3: code()
    case 4: table()
    case 5:
      add("> ")
      paragraph()
    case 6: add("![\(words(3))](images/\(random.number(below: 5000)).png)\n\n")
    default: break
    }
  }

  /// Writes lines of about a hundred bytes, and a link in every other paragraph.
  private mutating func paragraph() {
    for line in 0..<3 + random.number(below: 5) {
      add(words(6 + random.number(below: 6)))
      if line == 1, random.chance(60) { link() }
      if random.chance(8) { add(" *\(words(2))*") }
      if random.chance(8) { add(" `\(words(1)).\(words(1))()`") }
      if random.chance(4) { add(" **\(words(2))**") }
      add(", \(words(4)).\n")
    }
    add("\n")
  }

  /// Writes a link. Most point out of the collection, some through a definition; others point to a section of another page.
  private mutating func link() {
    switch random.number(below: 10) {
    case 0..<7:
      let link = sharedLink()
      add(" [\(link.title)](\(link.url))")
    case 7:
      let label = "\(definitions.count + 1)"
      definitions.append((label, sharedLink().url))
      add(" [\(words(2))][\(label)]")
    default:
      let other = random.number(below: pages)
      add(" [\(words(2))](../\(Self.path(of: other))#\(Self.anchor(random.number(below: 6))))")
    }
  }

  /// Returns a link from a pool that grows with the collection. Links with a small number are more frequent.
  private mutating func sharedLink() -> SampleLink {
    let pool = 80 * pages
    let reach = 1 + random.number(below: pool)
    return SampleLink(number: random.number(below: reach), seed: seed)
  }

  private mutating func list() {
    for _ in 0..<3 + random.number(below: 6) {
      let link = sharedLink()
      add("- [\(link.title)](\(link.url))" + (random.chance(60) ? " - \(link.description).\n" : "\n"))
    }
    add("\n")
  }

  private mutating func table() {
    add("| Name | About | Year |\n|---|---|---:|\n")
    for _ in 0..<4 + random.number(below: 6) {
      let link = sharedLink()
      add("| [\(link.title)](\(link.url)) | \(words(5)) | \(1990 + random.number(below: 36)) |\n")
    }
    add("\n")
  }

  private mutating func code() {
    add("```swift\n")
    for _ in 0..<4 + random.number(below: 12) { add("let \(words(1)) = \(words(1))(\(random.number(below: 100)))\n") }
    add("```\n\n")
  }

  private mutating func words(_ count: Int) -> String { SampleLink.phrase(count, &random) }

  private mutating func add(_ string: String) { text += string.utf8 }
}
