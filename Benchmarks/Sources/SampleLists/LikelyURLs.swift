/// Generates URLs like those in large link lists. The same seed gives the same URLs on every machine.
public struct LikelyURLs {
  private var random: SplitMix64
  private let district: District?

  /// - Parameter district: the part of the web that the URLs belong to; nil for the whole web.
  public init(seed: UInt64, district: District? = nil) {
    random = SplitMix64(seed: seed)
    self.district = district
  }

  /// Returns `count` distinct URLs.
  public static func make(count: Int, seed: UInt64) -> [String] {
    var generator = LikelyURLs(seed: seed)
    var seen: Set<String> = []
    var urls: [String] = []
    while urls.count < count {
      let url = generator.next()
      if seen.insert(url).inserted { urls.append(url) }
    }
    return urls
  }

  private mutating func number(below limit: Int) -> Int { random.number(below: limit) }
  private mutating func chance(_ percent: Int) -> Bool { random.chance(percent) }
  private mutating func pick(_ list: [String]) -> String { random.pick(list) }
  private mutating func word() -> String { pick(Self.words) }
  private mutating func slug() -> String {
    (0..<2 + number(below: 4)).map { _ in word() }.joined(separator: "-") + (district.map { "-\($0.name)" } ?? "")
  }
  private mutating func user() -> String { word() + pick(Self.names) }
  private mutating func account() -> String { user() + (district?.name ?? "") }

  /// Returns the next URL. The shares are about those of well-known lists: 20 % code, 10 % papers, and other pages.
  public mutating func next() -> String {
    let scheme = chance(80) ? "https://" : "http://"
    switch number(below: 100) {
    case 0..<20: return "https://github.com/\(account())/\(slug())" + (chance(15) ? "/tree/master/\(word())" : "")
    case 20..<28: return scheme + "arxiv.org/" + arxiv()
    case 28..<32: return "https://www.youtube.com/watch?v=\(video())" + (chance(20) ? "&t=\(number(below: 900))s" : "")
    case 32..<36: return "https://en.wikipedia.org/wiki/\(word())_\(word())_(\(word())\(district?.name ?? ""))"
    case 36..<39: return "https://doi.org/10.\(1000 + number(below: 9000))/\(word()).\(number(below: 99_999))"
    case 39..<44: return scheme + "\(user()).github.io/\(slug())/" + (chance(30) ? "#\(word())" : "")
    case 44..<47: return "https://medium.com/@\(account())/\(slug())-\(number(below: 1 << 40))?source=rss"
    case 47..<59:
      return scheme + pick(Self.universities) + "/~\(account())/" + pick(["", "papers/\(slug()).pdf", "index.html"])
    default: return scheme + page() + query()
    }
  }

  private mutating func arxiv() -> String {
    // A district has papers of one month, with numbers from one tenth of the possible range.
    let month = district.map { $0.number / 10 % 120 } ?? number(below: 120)
    let paper = district.map { 9000 * ($0.number % 10) + number(below: 9000) } ?? number(below: 20_000)
    let id = "\(15 + month / 12)\(month % 12 < 9 ? "0" : "")\(month % 12 + 1).\(10_000 + paper)"
    return chance(60) ? "abs/\(id)" : "pdf/\(id)v\(1 + number(below: 4)).pdf"
  }

  private mutating func video() -> String {
    String((0..<11).map { _ in Self.alphabet[number(below: Self.alphabet.count)] })
  }

  private mutating func page() -> String {
    let depth = number(below: 4)
    var path = depth > 0 ? "/" + slug() : ""
    for _ in 1..<max(depth, 1) { path += "/" + (chance(30) ? String(2000 + number(below: 25)) : slug()) }
    return site(isHome: depth == 0) + path + pick(["", "/", "/", ".html", "/index.html", "/\(slug()).php"])
  }

  /// All districts share the same sites. A site whose home page is linked has its own name.
  private mutating func site(isHome: Bool) -> String {
    if !isHome, chance(35) { return pick(Self.sites) }
    return pick(["www.", "www.", "", "", "blog.", "docs."]) + word() + word() + (chance(40) ? word() : "")
      + (isHome ? district?.name ?? "" : "") + pick(Self.domains)
  }

  private mutating func query() -> String {
    guard chance(18) else { return "" }
    let id = "id=\(number(below: 1_000_000))"
    return "?"
      + pick([id, id + "&lang=en", "q=\(word())+\(word())", "utm_source=\(word())&" + id, id + "&fbclid=Iw\(video())"])
  }

  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
  private static let names = ["", "son", "lab", "dev", "io", "hub", "mann", "ki", "ster", "a", "99", "er"]
  private static let domains = [
    ".com", ".com", ".org", ".net", ".io", ".de", ".co.uk", ".fr", ".dev", ".ai", ".com.au", ".jp",
  ]
  private static let universities = [
    "www.cs.cmu.edu", "web.stanford.edu", "people.csail.mit.edu", "math.ethz.ch", "www.cl.cam.ac.uk", "www.in.tum.de",
    "folk.uio.no", "www.cs.toronto.edu", "www.esat.kuleuven.be", "people.eecs.berkeley.edu", "www.math.tu-berlin.de",
  ]
  private static let sites = [
    "stackoverflow.com", "developer.mozilla.org", "www.nature.com", "link.springer.com", "www.sciencedirect.com",
    "news.ycombinator.com", "www.nytimes.com", "pypi.org", "www.npmjs.com", "crates.io", "docs.python.org",
    "learn.microsoft.com", "sites.google.com", "www.reddit.com", "gitlab.com", "www.researchgate.net", "openreview.net",
    "proceedings.mlr.press", "papers.nips.cc", "ieeexplore.ieee.org", "dl.acm.org", "www.coursera.org", "vimeo.com",
    "twitter.com", "towardsdatascience.com", "www.amazon.com", "web.archive.org", "huggingface.co",
    "zhuanlan.zhihu.com",
  ]
  private static let words = [
    "deep", "learning", "awesome", "swift", "data", "science", "neural", "graph", "theory", "list", "tool", "guide",
    "open",
    "source", "fast", "parser", "quantum", "physics", "vision", "language", "model", "network", "bayes", "random",
    "matrix",
    "flow", "code", "test", "kit", "web", "server", "client", "cloud", "base", "core", "lite", "paper", "notes",
    "intro",
  ]
}

/// A part of the web that about 10,000 links of a list point to.
///
/// Different districts have different pages, so a list of ten times the length has ten times the pages and the same share of
/// duplicates. With a single stock of words, 10 % of 10,000 links would be duplicates by chance, but 33 % of ten million.
public struct District: Sendable {
  let number: Int
  /// A name of at least two letters.
  let name: String

  public init(_ number: Int) {
    self.number = number
    var name = ""
    var rest = number
    repeat {
      name.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "a") + UInt8(rest % 26)))
      rest /= 26
    } while rest > 0 || name.count < 2
    self.name = name
  }
}
