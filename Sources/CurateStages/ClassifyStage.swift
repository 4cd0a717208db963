public import CurateCore
public import LinkIdentity
import MarkdownSyntax
import Platform

/// Labels each link with a host class and a category.
package struct ClassifyStage: Stage {
  package struct Options: StageOptions {
    package var rules: [Rule] = []
    package init() {}

    package static let specs = [
      OptionSpec<Self>(
        "rules", \.rules,
        "Label rules of the recipe, checked before the built-in rules. Each has at least one condition and one label.")
    ]
  }

  /// A label rule of a recipe: its conditions, and the labels that it sets.
  package struct Rule: OptionConvertible {
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
        OptionSpec<Self>("host", \.host, "Condition: the host, or a domain above it."),
        OptionSpec<Self>("path", \.path, "Condition: the beginning of the path."),
        OptionSpec<Self>("segment", \.segment, "Condition: one whole segment of the path."),
        OptionSpec<Self>("file-type", \.fileType, "Condition: the file extension of the path, without the dot."),
        OptionSpec<Self>("host-prefix", \.hostPrefix, "Condition: the first label of the host, such as `docs`."),
        OptionSpec<Self>("heading", \.heading, "Condition: a word of the heading above the link."),
        OptionSpec<Self>("host-class", \.hostClass, "Label: who serves the link."),
        OptionSpec<Self>("category", \.category, "Label: what the link is."),
        OptionSpec<Self>("site", \.site, "Label: the display name of the site."),
        OptionSpec<Self>(
          "precedence", \.precedence,
          "When the rule is checked: before all built-in rules (`override`), or with the built-in rules of that kind."
        ),
      ]
    }

    package static var optionType: OptionType { Fields.optionType }

    /// - Throws: every problem of the rule, each with its place.
    package init(_ node: ConfigNode) throws(OptionProblems) {
      let fields = try Fields(node)
      rule = LabelRule(
        host: fields.host, path: fields.path, segment: fields.segment, fileType: fields.fileType,
        hostPrefix: fields.hostPrefix, heading: fields.heading, hostClass: fields.hostClass,
        category: fields.category, site: fields.site, precedence: fields.precedence)
      if let problem = rule.problem { throw OptionProblems(.invalid(problem), at: node.span) }
    }

    package var optionText: String { rule.id }
  }

  package static let manual = StageManual(
    name: "classify",
    summary: "Labels each link: host class, category, site, institution, and the rules that set them.",
    discussion: """
      The first rule that matches sets a label. Rules are checked in this order: rules of the recipe, scheme, work, host \
      with path, longest host suffix, patterns in the path, table of universities, file type, first label of the host, \
      words of the heading. Host class and category are set independently. If no rule matches, the host class is `other` \
      and the category is `unknown`.

      Labels are shown in reports and used by other stages; they do not change the documents.
      """,
    provides: [.labels],
    examples: [
      StageExample(
        "a label rule of the recipe", options: "{rules: [{host: tea.example, host-class: company, category: blog}]}",
        input: "- [Oolong](https://tea.example)\n", output: "- [Oolong](https://tea.example)\n")
    ])

  /// The built-in rules with those of the recipe.
  package let labeler: Labeler

  package init(_ options: Options) { labeler = Labeler(overrides: options.rules.map(\.rule)) }

  package func run(on collection: inout Collection, in context: StageContext) throws(StageError) {
    let headings = collection.sections.map { collection.heading(around: $0.id) }
    // Other stages need the identities as well, and a page key has everything that label rules read from a URL.
    collection.identifyAll()
    let list = collection
    var external = 0
    var known = 0
    concurrentBatches(list.links.count, stretch: 512) { range in
      var labels = LabelCollector(labeler)
      let indices = list.links[range].map { link in
        Self.labelIndex(of: link, in: list, heading: headings[link.section.index], &labels)
      }
      return (labels.distinct, indices)
    } take: { range, found in
      let (labels, indices) = found
      let numbers = labels.map { collection.internLabels($0) }
      for (link, index) in zip(list.links[range], indices) {
        collection.label(link.id, index: numbers[index])
        guard list.isExternal(link) else { continue }
        external += 1
        known += labels[index].category == .unknown ? 0 : 1
      }
    }
    collection.summarize("\(known.grouped) of \(external.pluralized("link has", "links have")) a category")
  }

  /// Returns the index of a link's labels among those that the collector holds.
  private static func labelIndex(
    of link: Link, in collection: Collection, heading: String, _ labels: inout LabelCollector
  ) -> Int {
    let isImage = isImageElement(link, in: collection)
    let work = collection.workIndex(of: link.id) == nil ? nil : collection.knownIdentity(of: link.id)?.work
    let index = collection.withKnownPage(of: link.id) {
      labels.place(ofKey: $0, work: work, isImage: isImage, heading: heading)
    }
    return index
      ?? collection.withURL(of: link.id) { labels.place(ofURL: $0, isImage: isImage, heading: heading) }
  }

  /// Whether the link is an image itself, not a badge that links to a page.
  private static func isImageElement(_ link: Link, in collection: Collection) -> Bool {
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
