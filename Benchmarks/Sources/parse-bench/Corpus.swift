/// A sample for the parsers: the default list, a mix of all constructs, or a single construct.
struct Sample {
  var name: String
  var bytes: [UInt8]

  static func all(list: [UInt8]) -> [Sample] {
    var repeated: [UInt8] = []
    repeated.reserveCapacity(list.count * 200)
    for _ in 0..<200 { repeated += list }
    return [Sample(name: "default list × 200", bytes: repeated), Sample(name: "mixed corpus", bytes: mixed())]
      + constructs()
  }

  private static let size = 4_000_000

  /// Returns chapters with every construct, about as frequent as in READMEs.
  private static func mixed() -> [UInt8] {
    var writer = Writer()
    while writer.bytes.count < 3 * size {
      writer.heading()
      for _ in 0..<3 { writer.prose() }
      writer.linkList()
      writer.code()
      writer.prose()
      writer.table()
      writer.quote()
      writer.html()
      writer.nestedList()
      writer.references()
      writer.math()
    }
    return writer.bytes
  }

  private static func constructs() -> [Sample] {
    let writers: [(String, (inout Writer) -> Void)] = [
      ("prose", { $0.prose() }), ("link list", { $0.linkList() }), ("bare URLs", { $0.bareURLs() }),
      ("emphasis", { $0.emphasis() }), ("code blocks", { $0.code() }), ("tables", { $0.table() }),
      ("quotes", { $0.quote() }), ("nested lists", { $0.nestedList() }), ("HTML", { $0.html() }),
      ("reference links", { $0.references() }),
    ]
    return writers.map { name, write in
      var writer = Writer()
      while writer.bytes.count < size { write(&writer) }
      return Sample(name: name, bytes: writer.bytes)
    }
  }
}

/// Writes Markdown constructs with words in a fixed random order.
struct Writer {
  private(set) var bytes: [UInt8] = []
  private var state: UInt64 = 42
  private var chapter = 0

  private static let words = """
    the a of and to in river stone garden learning model theory light winter paper method result reader small great number \
    field question answer house mountain system process simple early morning language forest letter table window summer idea \
    music water network letter north south machine bridge island history future science practice exercise example figure
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  private mutating func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func word() -> String { Self.words[random(Self.words.count)] }

  private mutating func words(_ count: Int) -> String { (0..<count).map { _ in word() }.joined(separator: " ") }

  private mutating func url() -> String { "https://\(word()).example.org/\(word())/\(word())-\(random(10_000)).html" }

  mutating func heading() {
    chapter += 1
    write("\(String(repeating: "#", count: 1 + chapter % 4)) \(words(4)) \(chapter)\n\n")
  }

  mutating func prose() {
    for _ in 0..<(3 + random(4)) {
      write("\(words(8)), \(words(5)) *\(words(2))* \(words(4)). \(words(3)) `\(word())` \(words(2))\n")
    }
    write("\(words(6)) [\(words(3))](\(url())) \(words(5)) **\(words(2))**.\n\n")
  }

  mutating func linkList() {
    for _ in 0..<12 { write("- [\(words(5))](\(url())) – \(words(6)).\n") }
    write("\n")
  }

  mutating func bareURLs() {
    for _ in 0..<10 { write("* \(url())\n") }
    write("\n")
  }

  mutating func emphasis() {
    for _ in 0..<6 {
      write("*\(words(2))* **\(words(2)) _\(word())_** \(word())_\(word()) ***\(words(2))*** \(words(2))\n")
    }
    write("\n")
  }

  mutating func code() {
    write("```swift\n")
    for _ in 0..<12 {
      write("  let \(word())\(random(99)) = \(word())(\"\(word())\", \(random(1000)))  // \(words(3))\n")
    }
    write("```\n\n")
  }

  mutating func table() {
    write("| \(word()) | \(word()) | \(word()) |\n|:---|:---:|---:|\n")
    for _ in 0..<8 { write("| \(words(2)) | [\(word())](\(url())) | \(random(1000)) |\n") }
    write("\n")
  }

  mutating func quote() {
    for _ in 0..<4 { write("> \(words(9))\n") }
    write(">\n> - \(words(5))\n> - \(words(6))\n\n")
  }

  mutating func nestedList() {
    for number in 1...4 {
      write(
        "\(number). \(words(6))\n   - \(words(5))\n     \(words(4))\n     - \(words(3)) `\(word())`\n   - \(words(6))\n"
      )
    }
    write("\n")
  }

  mutating func html() {
    write("<p align=\"center\">\n  <a href=\"\(url())\"><img src=\"\(url())\" alt=\"\(words(2))\"></a>\n</p>\n\n")
    write("\(words(5)) <kbd>\(word())</kbd> \(words(4)) &amp; \(words(3))<br>\n\n")
  }

  mutating func references() {
    chapter += 1
    write("\(words(4)) [\(words(2))][r\(chapter)] \(words(5)) [r\(chapter)b], \(words(4)).\n\n")
    write("[r\(chapter)]: \(url()) \"\(words(3))\"\n[r\(chapter)b]: \(url())\n\n")
  }

  mutating func math() {
    write("\(words(4)) $x_{\(random(9))} + \\alpha$ \(words(5)):\n\n$$\n\\sum_{i=0}^{\(random(99))} a_i\n$$\n\n")
  }
}
