public import CurateCore

/// Reports what a maintainer would want to know; changes nothing.
public struct InspectStage: Stage {
  public struct Options: StageOptions {
    public var skip: [InspectRule] = []
    public var style: [InspectRule] = []
    public var groupAfter = 20
    public init() {}

    public static let specs = [
      OptionSpec<Self>("skip", \.skip, "Rules that are not looked for."),
      OptionSpec<Self>("style", \.style, "Rules of taste to look for: alphabetical, full-stop, description-dash."),
      OptionSpec<Self>(
        "group-after", \.groupAfter, "How many findings of a rule stand alone in a document; the rest become one."),
    ]
  }

  let options: Options
  public init(_ options: Options) { self.options = options }

  public func run(on collection: inout Collection, in context: StageContext) {
    let rules = Set(InspectRule.allCases).subtracting(InspectRule.houseStyle).union(options.style)
      .subtracting(options.skip)
    var observations = TitleInspection(rules).observations(in: &collection)
    for document in collection.documents {
      observations += HeadingInspection(document).observations()
      observations += URLInspection(document).observations(in: collection)
      observations += HouseStyle(document, rules).observations(in: collection)
      observations += fileSize(of: document)
    }
    note(observations.filter { rules.contains($0.rule) }, in: &collection)
  }

  /// Beyond this GitHub shows only the beginning of a rendered file.
  static let largestFile = 512 * 1024

  private func fileSize(of document: Document) -> [Observation] {
    guard document.source.count > Self.largestFile else { return [] }
    let kilobytes = document.source.count / 1024
    return [
      Observation(
        .largeFile, document.id, at: 0,
        "the file has \(kilobytes.grouped) KB; GitHub cuts off what it shows beyond 512 KB")
    ]
  }

  /// Notes the first of each kind, and the rest of a kind as one.
  private func note(_ observations: [Observation], in collection: inout Collection) {
    let groups = Dictionary(grouping: observations) { Group(document: $0.document, rule: $0.rule) }
    for document in collection.documents {
      for rule in InspectRule.allCases {
        guard let group = groups[Group(document: document.id, rule: rule)] else { continue }
        let sorted = group.enumerated().sorted { ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset) }
          .map(\.element)
        for observation in sorted.prefix(options.groupAfter) { note(observation, observation.message, in: &collection) }
        let rest = sorted.dropFirst(options.groupAfter)
        if let first = rest.first { note(first, summary(of: Array(rest), in: document), in: &collection) }
      }
    }
  }

  private struct Group: Hashable {
    var document: DocumentID
    var rule: InspectRule
  }

  private func note(_ observation: Observation, _ message: String, in collection: inout Collection) {
    collection.note(
      message, rule: observation.rule.rawValue, severity: observation.rule.severity, in: observation.document,
      at: observation.offset, link: observation.link)
  }

  private func summary(of rest: [Observation], in document: Document) -> String {
    guard rest.count > 1 else { return rest[0].message }
    let lines = rest.prefix(20).map { String(document.line(at: $0.offset)) }.joined(separator: ", ")
    let more = rest.count > 20 ? " …" : ""
    return "\(rest.count.grouped) more places like the \(options.groupAfter) before, in lines \(lines)\(more)"
  }
}

/// Something that was seen, before it is decided how it is told.
struct Observation {
  var rule: InspectRule
  var document: DocumentID
  var offset: Int
  var link: LinkID?
  var message: String

  init(_ rule: InspectRule, _ document: DocumentID, at offset: Int, link: LinkID? = nil, _ message: String) {
    self.rule = rule
    self.document = document
    self.offset = offset
    self.link = link
    self.message = message
  }

  init(_ rule: InspectRule, _ link: Link, _ message: String) {
    self.init(rule, link.document, at: link.range.lowerBound, link: link.id, message)
  }
}
