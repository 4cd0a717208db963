/// A link of a list. Number and seed determine its URL, title and description, so a duplicate of an earlier link can be
/// generated without storing that link.
struct SampleLink {
  private(set) var url: String
  let title: String
  let description: String

  init(number: Int, seed: UInt64) {
    let own = seed &+ UInt64(number) &* 0xd134_2543_de82_ef95
    let district = District(number / 10_000)
    var urls = LikelyURLs(seed: own, district: district)
    url = urls.next()
    var random = SplitMix64(seed: ~own)
    title = Self.phrase(2 + random.number(below: 6), &random) + " \(district.name)"
    description = Self.phrase(4 + random.number(below: 10), &random)
  }

  /// Replaces `https` with `http`, or `http` with `https`.
  mutating func exchangeScheme() {
    url = url.hasPrefix("https:") ? "http" + url.dropFirst(5) : "https" + url.dropFirst(4)
  }

  /// Returns words that start with a capital letter.
  static func phrase(_ count: Int, _ random: inout SplitMix64) -> String {
    var text = random.pick(openings)
    for _ in 1..<max(count, 1) {
      text += " "
      text += random.pick(words)
    }
    return text
  }

  private static let openings = [
    "An", "The", "Deep", "Notes on", "Introduction to", "Fast", "Learning", "Open", "Awesome", "Practical", "Towards",
    "Lectures on", "Modern", "Understanding", "Building", "How to read", "Small", "Visual", "Distributed", "Writing",
  ]
  private static let words = [
    "algebra", "analysis", "and", "applied", "approximation", "archive", "bayesian", "benchmarks", "browser", "causal",
    "charts", "checks", "climate", "clusters", "code", "compilers", "control", "course", "data", "databases", "deep",
    "design", "dynamics", "editors", "equations", "estimation", "examples", "fields", "for", "from", "functions",
    "games",
    "geometry", "graphs", "guide", "history", "images", "in", "inference", "kernels", "language", "learning",
    "libraries",
    "lists", "logic", "machines", "maps", "markets", "matrices", "memory", "methods", "models", "music", "networks",
    "notebooks", "of", "on", "optimal", "parsers", "patterns", "physics", "planning", "plots", "probability",
    "programs",
    "proofs", "protocols", "quantum", "queries", "random", "reading", "robots", "schedulers", "science", "search",
    "sensors", "signals", "software", "sparse", "statistics", "storage", "streams", "swift", "systems", "tables",
    "testing", "text", "theory", "time", "tools", "transport", "trees", "types", "vision", "with", "workshop",
  ]
}
