import Foundation
import Testing

@testable import LinkIdentity

@Suite struct LabelTests {
  /// A rule of `labels.yaml`.
  struct WrittenRule {
    var fields: [String: String]
    subscript(_ key: String) -> String { fields[key] ?? "" }
  }

  static func writtenRules() throws -> [WrittenRule] {
    let url = Suites.packageRoot.appendingPathComponent("Sources/LinkIdentity/Data/labels.yaml")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { $0.hasPrefix("- {") }.map {
      let pairs = $0.dropFirst(3).dropLast().components(separatedBy: ", ").map { $0.components(separatedBy: ": ") }
      return WrittenRule(
        fields: Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1...].joined(separator: ": ")) }))
    }
  }

  @Test func everyHostRuleOfTheTableIsFound() throws {
    let rules = try Self.writtenRules()
    #expect(rules.count > 900)
    for rule in rules where !rule["host"].isEmpty {
      let path = rule["path"] == "/" ? "" : rule["path"]
      let id = "host:\(rule["host"])\(rule["path"])"
      let candidates = Labeler().candidates(of: "https://\(rule["host"])\(path)")
      let own = try #require(candidates.first { $0.rule == id }, "\(id) among \(candidates.map(\.rule))")
      #expect(own.hostClass?.rawValue ?? "" == rule["host-class"], "\(id)")
      #expect(own.category?.rawValue ?? "" == rule["category"], "\(id)")
      #expect(own.site == rule["site"], "\(id)")
      #expect(own.precedence == (rule["path"].isEmpty ? .host : .hostPath))
    }
  }

  @Test func everyOtherRuleOfTheTableIsFound() throws {
    let urls: [String: (String) -> (url: String, heading: String)] = [
      "segment": { ("https://a.example/x/\($0)", "") }, "word": { ("https://a.example/x-\($0)-y", "") },
      "document-word": { ("https://a.example/\($0)1.pdf", "") }, "file-type": { ("https://a.example/x.\($0)", "") },
      "host-prefix": { ("https://\($0).a.example/x", "") }, "heading": { ("https://a.example/", "Some \($0)") },
    ]
    var seen: Set<String> = []
    for rule in try Self.writtenRules() where rule["host"].isEmpty {
      let kind = try #require(urls.keys.first { !rule[$0].isEmpty })
      seen.insert(kind)
      guard let made = urls[kind]?(rule[kind]) else { continue }
      let (url, heading) = (made.url + (rule["position"] == "parent" && kind == "segment" ? "/y" : ""), made.heading)
      let own = Labeler().candidates(of: url, heading: heading).first { $0.rule == "\(kind):\(rule[kind])" }
      #expect(own?.category?.rawValue == rule["category"], "\(kind) \(rule[kind]) in \(url)")
    }
    #expect(seen == Set(urls.keys))
  }

  @Test func everyUniversityIsFound() throws {
    let url = Suites.packageRoot.appendingPathComponent("Sources/LinkIdentity/Data/universities.tsv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count == 10_572)
    for line in lines {
      let fields = line.split(separator: "\t").map(String.init)
      let found = Array("sub.\(fields[0])".utf8).withBytes { University.name(of: $0)?.string }
      #expect(found == fields[2].trimmingCharacters(in: .whitespaces), "\(fields[0])")
    }
  }

  @Test(arguments: [
    ("https://math.ethz.ch/x", "ethz.ch"), ("https://www.math.tu-berlin.de/", "tu-berlin.de"),
    ("https://www.esat.kuleuven.be/", "kuleuven.be"), ("https://folk.uio.no/x", "uio.no"),
    ("https://www.cl.cam.ac.uk/", "cam.ac.uk"), ("https://web.stanford.edu/", "stanford.edu"),
    ("https://www.cs.sjtu.edu.cn/", "sjtu.edu.cn"), ("https://unlisted.edu/", "edu"),
  ])
  func universities(url: String, rule: String) {
    let labels = Labeler().labels(of: url)
    #expect(labels.hostClass == .university)
    #expect(labels.hostClassRule == "university:\(rule)")
  }

  @Test(arguments: [
    ("https://core.ac.uk/reader/1", HostClass.archive), ("https://raw.githubusercontent.com/a/b/c", .github),
    ("https://www.academia.edu/1", .company), ("https://www.artic.edu/", .nonprofit),
    ("https://www.jisc.ac.uk/", .nonprofit), ("https://nt.gov.au/", .government),
    ("https://example.org/ethz.ch/stanford.edu", .other), ("https://sites.google.com/lbl.gov/ml4sci/", .company),
    ("https://cpb-us-w2.wpmucdn.com/blog.nus.edu.sg/x.pdf", .company), ("https://notstanford.edu.example/", .other),
    ("https://unlisted.ac.xx/", .other), ("https://unlisted.edu.xx/", .other), ("https://v2ex.com/t/1", .qAndA),
    ("https://myx.com/", .other), ("https://mygithub.com/a/b", .other), ("https://github.com.example/a/b", .other),
  ])
  func notUniversities(url: String, expected: HostClass) {
    #expect(Labeler().labels(of: url).hostClass == expected, "\(url)")
  }

  @Test(arguments: [
    ("#part", Category.local), ("other.md", .local), ("/abs", .local), ("mailto:a@example.org", .mail),
    ("data:image/png;base64,x", .image), ("javascript:x", .unknown), ("ftp://example.org/x", .unknown),
    ("http://", .unknown),
  ])
  func otherSchemes(url: String, expected: LinkIdentity.Category) {
    #expect(Labeler().labels(of: url).category == expected)
  }

  @Test func imagesAndHeadings() {
    #expect(Labeler().labels(of: "https://github.com/a/b", isImage: true).category == .image)
    #expect(Labeler().labels(of: "https://x.example/y", heading: "Online Courses").category == .course)
    #expect(Labeler().labels(of: "https://x.example/y", heading: "Courses and Books").category == .unknown)
    #expect(Labeler().labels(of: "https://github.com/a/b", heading: "Books").category == .code)
  }

  // MARK: Rules of a recipe

  @Test func aRecipeRuleComesFirst() {
    let rules = [LabelRule(host: "GitHub.com", path: "/me", hostClass: .personal, category: .person, site: "Me")]
    let labels = Labeler(overrides: rules).labels(of: "https://www.github.com/me/repo")
    #expect(labels.hostClass == .personal)
    #expect(labels.hostClassRule == "recipe:GitHub.com/me")
    #expect(labels.category == .person)
    #expect(labels.site == "Me")
    #expect(Labeler(overrides: rules).labels(of: "https://github.com/meme/repo").hostClass == .github)
    let front = Labeler(overrides: [LabelRule(host: "a.example", path: "/", category: .organisation)])
    #expect(front.labels(of: "https://www.a.example/index.html").category == .organisation)
    #expect(front.labels(of: "https://a.example/x").category == .unknown)
  }

  /// A rule of a recipe wins over the built-in rules of its precedence and loses to those of higher precedence.
  @Test(arguments: LabelPrecedence.allCases)
  func recipeRulesOfEachPrecedence(level: LabelPrecedence) {
    let rule = LabelRule(host: "example.edu", category: .dataset, precedence: level)
    let url = "https://example.edu/courses/x.ipynb"
    let builtIn = Labeler().candidates(of: url).filter { $0.category != nil }.map(\.precedence).min()
    #expect(builtIn == .pattern)
    let expected: LinkIdentity.Category = level <= .pattern ? .dataset : .course
    #expect(Labeler(overrides: [rule]).labels(of: url).category == expected)
    let candidates = Labeler(overrides: [rule]).candidates(of: url)
    #expect(candidates.map(\.precedence) == candidates.map(\.precedence).sorted())
    #expect(candidates.filter(\.wonCategory).count == 1)
    #expect(candidates.contains { $0.rule == "recipe:example.edu" && $0.wonCategory == (level <= .pattern) })
  }

  @Test func aRecipeRuleCanMatchMoreThanHosts() {
    let rules = [
      LabelRule(segment: "kurse", category: .course, precedence: .pattern),
      LabelRule(fileType: "bib", category: .paper, precedence: .fileType),
      LabelRule(hostPrefix: "katalog", hostClass: .archive, precedence: .hostPrefix),
      LabelRule(heading: "Bücher", category: .book, precedence: .heading),
    ]
    let labeler = Labeler(overrides: rules)
    #expect(labeler.labels(of: "https://x.example/Kurse/1").category == .course)
    #expect(labeler.labels(of: "https://x.example/a.BIB").categoryRule == "recipe:file-type:bib")
    #expect(labeler.labels(of: "https://katalog.x.example/").hostClass == .archive)
    #expect(labeler.labels(of: "https://x.example/", heading: "Gute Bücher").category == .book)
  }

  @Test(arguments: [
    (LabelRule(host: "", category: .book), "needs one of host"), (LabelRule(host: "a.example"), "host-class, category"),
    (LabelRule(host: "a.example", path: "x", category: .book), "starts with"),
    (LabelRule(host: "https://a.example", category: .book), "not a host"),
    (LabelRule(host: "a b", category: .book), "not a host"),
    (LabelRule(fileType: ".pdf", category: .book, precedence: .fileType), "no dot"),
    (LabelRule(segment: "a/b", category: .book, precedence: .pattern), "no '/'"),
    (LabelRule(path: "/x", heading: "y", category: .book, precedence: .override), "needs a host"),
  ])
  func invalidRulesHaveAProblem(rule: LabelRule, words: String) throws {
    let problem = try #require(rule.problem)
    #expect(problem.contains(words), "\(problem)")
    #expect(Labeler(overrides: [rule]).overrides.isEmpty)
  }

  @Test func validRulesHaveNoProblem() {
    for host in ["a.example", "www.a.example", "Bücher.example", "io", "xn--bcher-kva.example"] {
      #expect(LabelRule(host: host, category: .book).problem == nil, "\(host)")
    }
    #expect(
      Labeler(overrides: [LabelRule(host: "Bücher.example", category: .book)])
        .labels(of: "https://xn--bcher-kva.example/").category == .book)
  }

  @Test func precedencesHaveNames() {
    for level in LabelPrecedence.allCases { #expect(LabelPrecedence(name: level.name) == level) }
    #expect(LabelPrecedence(name: "x") == nil)
  }
}
