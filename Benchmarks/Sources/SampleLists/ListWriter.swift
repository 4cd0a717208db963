/// Writes a Markdown list of links of any size. The same seed gives the same bytes on every machine.
public struct ListWriter {
  private let shape: ListShape
  private let links: Int
  private let seed: UInt64
  private let sink: ([UInt8]) -> Void
  private var random: SplitMix64
  private var buffer: [UInt8] = []
  private var next = 0
  private static let blockSize = 1 << 20

  /// - Parameter sink: receives the bytes in pieces.
  public init(_ shape: ListShape, links: Int, seed: UInt64, sink: @escaping ([UInt8]) -> Void) {
    self.shape = shape
    self.links = links
    self.seed = seed
    self.sink = sink
    random = SplitMix64(seed: seed)
  }

  /// Writes the whole list.
  public mutating func write() {
    buffer.reserveCapacity(Self.blockSize + 1 << 16)
    text("# A list of \(links) links\n\n")
    switch shape {
    case .ordinary, .oneURL, .oneHeading: sections(of: 25)
    case .manySections: sections(of: 1)
    case .oneSection: while next < links { item(indent: "", marker: "-") }
    case .table: table(rows: links)
    }
    sink(buffer)
  }

  private mutating func sections(of size: Int) {
    let count = (links + size - 1) / size
    if shape == .ordinary { tableOfContents(of: count) }
    for number in 0..<count { section(number, links: min(size, links - next)) }
  }

  private mutating func section(_ number: Int, links count: Int) {
    let end = next + count
    text("\n\(String(repeating: "#", count: level(of: number))) \(heading(number))\n\n")
    if random.chance(10) { image() }
    if random.chance(30) { prose(links: min(count, 1)) }
    if count > 4, random.chance(10) { table(rows: end - next) }
    let marker = random.chance(80) ? "-" : "*"
    while next < end {
      // One item in a hundred has a different marker, for `tidy` to change.
      item(indent: "", marker: random.chance(99) ? marker : "+")
      guard end - next > 4, random.chance(5) else { continue }
      text("\(marker) \(phrase(3))\n")
      for _ in 0..<3 { item(indent: "  ", marker: marker) }
    }
    if random.chance(20) { text("\n") }
  }

  private func level(of section: Int) -> Int { section % 12 == 0 ? 2 : section % 3 == 0 ? 3 : 4 }

  private func heading(_ number: Int) -> String {
    if shape == .oneHeading { return "Further reading" }
    var random = SplitMix64(seed: seed ^ UInt64(number) &* 0x9e6c_63d0_876a_68ef)
    return SampleLink.phrase(3, &random) + " \(number + 1)"
  }

  private mutating func tableOfContents(of count: Int) {
    for number in 0..<count {
      let title = heading(number)
      let anchor = String(title.lowercased().map { $0 == " " ? "-" : $0 })
      text("\(String(repeating: "  ", count: level(of: number) - 2))- [\(title)](#\(anchor))\n")
    }
  }

  private mutating func phrase(_ count: Int) -> String { SampleLink.phrase(count, &random) }

  private mutating func prose(links count: Int) {
    text("\(phrase(9)), \(phrase(6)). \(phrase(8))")
    for _ in 0..<count {
      let link = take()
      text(" [\(link.title)](\(link.url))")
    }
    text(" \(phrase(7)).\n\(phrase(12)).\n\n")
  }

  private mutating func image() {
    text("![\(phrase(2))](https://img.example.org/\(random.number(below: 1 << 30)).png)\n\n")
  }

  private mutating func table(rows: Int) {
    text("| Name | About | Year |\n|---|---|---:|\n")
    for _ in 0..<rows {
      let link = take()
      text("| [\(link.title)](\(link.url)) | \(link.description) | \(1990 + random.number(below: 36)) |\n")
    }
    text("\n")
  }

  private mutating func item(indent: String, marker: String) {
    let link = take()
    text("\(indent)\(marker) ")
    text(random.chance(20) ? link.url : "[\(link.title)](\(link.url))")
    if random.chance(55) { text(" - \(link.description).") }
    text(random.chance(97) ? "\n" : "  \n")
  }

  /// Returns the next link. One in 25 repeats an earlier link: half of those one of the last 20, a quarter with the other
  /// scheme.
  private mutating func take() -> SampleLink {
    defer { next += 1 }
    if shape == .oneURL { return SampleLink(number: 0, seed: seed) }
    guard next > 0, random.chance(4) else { return SampleLink(number: next, seed: seed) }
    let reach = random.chance(50) ? min(next, 20) : next
    var link = SampleLink(number: next - 1 - random.number(below: reach), seed: seed)
    if random.chance(25) { link.exchangeScheme() }
    return link
  }

  private mutating func text(_ string: String) {
    buffer += string.utf8
    guard buffer.count >= Self.blockSize else { return }
    sink(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
