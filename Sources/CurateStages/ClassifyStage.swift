public import CurateCore
public import LinkIdentity
import MarkdownSyntax
import Platform

/// Labels each link: who serves it, what it is, and by which rule.
public struct ClassifyStage: Stage {
  public struct Options: StageOptions {
    public var rules: [Rule] = []
    public init() {}

    public static let specs = [
      OptionSpec<Self>("rules", \.rules, "Rules of your own, asked before the built-in ones.")
    ]
  }

  /// A rule of a recipe: conditions, and the labels that it gives.
  public struct Rule: OptionConvertible {
    let rule: LabelRule

    struct Fields: StageOptions {
      var host = ""
      var path = ""
      var segment = ""
      var fileType = ""
      var hostPrefix = ""
      var heading = ""
      var hostClass: HostClass?
      var category: Category?
      var site: String?
      var precedence = LabelPrecedence.override

      static let specs = [
        OptionSpec<Self>("host", \.host, "A host; its subdomains count too."),
        OptionSpec<Self>("path", \.path, "What the path begins with."),
        OptionSpec<Self>("segment", \.segment, "One whole part of the path."),
        OptionSpec<Self>("file-type", \.fileType, "What follows the path's last dot."),
        OptionSpec<Self>("host-prefix", \.hostPrefix, "The first label of the host."),
        OptionSpec<Self>("heading", \.heading, "A word of the section's heading."),
        OptionSpec<Self>("host-class", \.hostClass, "Who serves the link."),
        OptionSpec<Self>("category", \.category, "What the link is."),
        OptionSpec<Self>("site", \.site, "A display name."),
        OptionSpec<Self>("precedence", \.precedence, "When the rule is asked."),
      ]
    }

    public static var optionType: OptionType { Fields.optionType }

    /// - Throws: every problem of the rule, each with its place.
    public init(_ node: ConfigNode) throws(OptionProblems) {
      let fields = try Fields(node)
      rule = LabelRule(
        host: fields.host, path: fields.path, segment: fields.segment, fileType: fields.fileType,
        hostPrefix: fields.hostPrefix, heading: fields.heading, hostClass: fields.hostClass,
        category: fields.category, site: fields.site, precedence: fields.precedence)
      if let problem = rule.problem { throw OptionProblems(.invalid(problem), at: node.span) }
    }

    public var optionText: String { rule.id }
  }

  public static let manual = StageManual(
    name: "classify",
    summary: "Labels each link: who serves it, what it is, and by which rule.",
    discussion: """
      The first rule that answers wins: rules of the recipe, the scheme, the work, host and path, the longest host \
      suffix, patterns of the path, the table of universities, the file type, the first label of the host, a word of \
      the heading. Host class and category are found independently. What no rule justifies is `other` and `unknown`.
      """,
    provides: [.labels],
    examples: [
      StageExample(
        "a rule of your own", options: "{rules: [{host: tea.example, host-class: company, category: blog}]}",
        input: "- [Oolong](https://tea.example)\n", output: "- [Oolong](https://tea.example)\n")
    ])

  /// With the recipe's own rules.
  public let labeler: Labeler

  public init(_ options: Options) { labeler = Labeler(overrides: options.rules.map(\.rule)) }

  public func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    let headings = collection.sections.map { collection.heading(around: $0.id) }
    // Other stages want the identities too, and a page key says all that rules ask of a URL.
    collection.identifyAll()
    let list = collection
    var external = 0
    var known = 0
    concurrentBatches(list.links.count, stretch: 512) { range in
      var labels = LabelCollector(labeler)
      let places = list.links[range].map { link in
        Self.place(of: link, in: list, heading: headings[link.section.index], &labels)
      }
      return (labels.distinct, places)
    } take: { range, found in
      let (labels, places) = found
      let numbers = labels.map { collection.internLabels($0) }
      for (link, place) in zip(list.links[range], places) {
        collection.label(link.id, index: numbers[place])
        guard list.isExternal(link) else { continue }
        external += 1
        known += labels[place].category == .unknown ? 0 : 1
      }
    }
    collection.summarize("\(known.grouped) of \(external.pluralized("link has", "links have")) a category")
  }

  private static func place(
    of link: Link, in collection: Collection, heading: String, _ labels: inout LabelCollector
  ) -> Int {
    let isImage = showsImage(link, in: collection)
    let work = collection.workIndex(of: link.id) == nil ? nil : collection.knownIdentity(of: link.id)?.work
    let place = collection.withKnownPage(of: link.id) {
      labels.place(ofKey: $0, work: work, isImage: isImage, heading: heading)
    }
    return place
      ?? collection.withURL(of: link.id) { labels.place(ofURL: $0, isImage: isImage, heading: heading) }
  }

  /// Whether the link is an image itself, and no badge that leads somewhere.
  private static func showsImage(_ link: Link, in collection: Collection) -> Bool {
    guard link.role == .image else { return false }
    let tree = collection[link.document].tree
    guard let tag = tree.htmlTag(link.node) else { return tree.kind(of: link.node) == .image }
    return String(decoding: tree.source[tag.name], as: UTF8.self).lowercased() == "img"
  }
}

extension HostClass: OptionConvertible {}
extension Category: OptionConvertible {}

extension LabelPrecedence: OptionConvertible {
  public static var optionType: OptionType { .choice(allCases.map(\.name)) }

  public init(_ node: ConfigNode) throws(OptionProblems) {
    guard case .scalar(let text, _) = node.content, let value = Self(name: text) else {
      throw OptionProblems(.wrongType(expected: Self.optionType, found: node.found), at: node.span)
    }
    self = value
  }

  public var optionText: String { name }
}
