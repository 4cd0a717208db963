/// A pseudo-random sequence that is the same on every machine (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var value = state
    value = (value ^ (value >> 30)) &* 0xbf58_476d_1ce4_e5b9
    value = (value ^ (value >> 27)) &* 0x94d0_49bb_1331_11eb
    return value ^ (value >> 31)
  }
}

/// Generates URLs: likely ones, unusual ones, and likely ones with a few bytes changed.
struct URLGenerator {
  private var numbers: SeededNumbers
  private let seeds: [String]

  /// - Parameter seeds: URLs that some of the mutations start from.
  init(seed: UInt64, seeds: [String]) {
    numbers = SeededNumbers(seed: seed)
    self.seeds = seeds
  }

  mutating func next() -> String {
    switch Int.random(in: 0..<10, using: &numbers) {
    case 0..<5: return composed()
    case 5..<7: return mutated(pick(seeds))
    default: return mutated(composed())
    }
  }

  private mutating func pick(_ list: [String]) -> String { list.randomElement(using: &numbers) ?? "" }
  private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &numbers) < percent }

  private mutating func composed() -> String {
    var url = pick(["http://", "https://", "https://", "HTTP://", "Https://", "http:/", "http:\\\\", "https:"])
    if chance(5) { url += pick(["user@", "u:p@", ":@", "a%40b:c d@", "@"]) }
    if chance(40) { url += pick(["www.", "www2.", "m.", "mobile.", "WWW.", "www.m.", "www.www."]) }
    url += pick(Self.hosts)
    if chance(15) { url += pick([":80", ":443", ":8080", ":", ":0080", ":65535", ":65536"]) }
    for _ in 0..<Int.random(in: 0..<5, using: &numbers) {
      url += pick(["/", "/", "/", "//", "\\"]) + pick(Self.segments)
    }
    if chance(30) { url += "/" }
    if chance(40) { url += "?" + query() }
    if chance(25) { url += "#" + pick(Self.fragments) }
    return url
  }

  private mutating func query() -> String {
    var pieces: [String] = []
    for _ in 0..<Int.random(in: 0..<4, using: &numbers) { pieces.append(pick(Self.parameters)) }
    return pieces.joined(separator: pick(["&", "&", "&", "&&", ";"]))
  }

  /// Replaces, removes, repeats or inserts a few bytes.
  private mutating func mutated(_ url: String) -> String {
    var bytes = Array(url.utf8)
    for _ in 0..<Int.random(in: 1..<4, using: &numbers) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<5, using: &numbers) {
      case 0: bytes[index] = UInt8.random(in: 0x20..<0x7f, using: &numbers)
      case 1: bytes.remove(at: index)
      case 2: bytes.insert(contentsOf: Array(pick(Self.insertions).utf8), at: index)
      case 3: bytes.insert(bytes[index], at: index)
      default: bytes.insert(contentsOf: bytes[index...].prefix(8), at: index)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let hosts = [
    "example.org", "Example.ORG", "example.co.uk", "co.uk", "arxiv.org", "export.arxiv.org", "github.com",
    "owner.github.io", "github.io", "youtube.com", "youtu.be", "doi.org", "link.springer.com", "google.com",
    "link.zhihu.com", "href.li", "duckduckgo.com", "l.facebook.com", "out.reddit.com", "bücher.example",
    "BÜCHER.example", "xn--bcher-kva.example", "ex%61mple.org", "example.org.", "example.org..", "localhost",
    "127.0.0.1",
    "0x7f.1", "1.2.3.4.", "[::1]", "[2001:DB8::]", "a.b.c.d.e.f.example.net", "en.wikipedia.org", "пример.рф",
    "日本語。jp", "faß.de", "e\u{301}.example", "my_host.com", "a--b.com", "web.archive.org", "mail", "http", "x.com",
  ]
  private static let segments = [
    "a", "b.html", "index.html", "Index.HTM", "default.aspx", "..", ".", "%2e", "%2E%2e", ".%2e", "...", "%41%7e",
    "%2F",
    "%", "%zz", "ä", "%c3%a4", "~user", "a b", "a;jsessionid=1", ";jsessionid=2", "..;jsessionid=3", "http://x.org/y",
    "https:", "abs", "pdf", "1905.13405v2.pdf", "owner", "repo.git", "tree", "main", "watch", "dQw4w9WgXcQ", "url",
    "redirect", "l", "wiki", "doi", "10.1000", "(x)", "a'b\"c", "a|b^c`d{e}", "😀", "%%34%31", "index.html;jsessionid=5",
  ]
  private static let parameters = [
    "a=1", "b=2", "A=1", "a", "=", "", "utm_source=x", "utm%5Fmedium=y", "fbclid=1", "gclid=2", "si=3", "v=dQw4w9WgXcQ",
    "t=9", "PHPSESSID=4", "q=https%3A%2F%2Fexample.org%2Fa", "url=http://example.org/?x",
    "u=%68ttps://example.com:443/",
    "uddg=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fexample.org", "https://example.org/?fbclid=1",
    "target=https%3A//example.org/%E4", "id=%7e", "%zz=%", "ä=ö", "x='\"<>", "list=a b", "ref_src=z", "q=javascript:1",
    "q=https://exa\tmple.org/\n", "q=%09https://example.org", "ab_channel=1",
  ]
  private static let fragments = [
    "", "part", "readme", "README", "!page", "/route", ":~:text=x", "sec:~:text=y", "%70art", "a b", "ä", "!a%", "#",
    "%",
    "/a/../b", "!readme", "t=90",
  ]
  private static let insertions = [
    "%2e", "/../", "\t", "\n", "?", "#", "@", ":", "%", "&", "\u{200b}", "\u{202e}", "é", "//", "\\", "[", "]", "::",
    "%00", "%25", "www.", "xn--", "utm_a=1&", ";jsessionid=1", "index.html", "%ff", ".", "\u{3002}", "\u{ad}",
  ]
}
