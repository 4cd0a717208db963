public import CurateCore

/// Reports what a maintainer would want to know; changes nothing.
public struct InspectStage: Stage {
  public struct Options: StageOptions {
    public var skip: [InspectRule] = []
    public var style: [InspectRule] = []
    public init() {}

    public static let specs = [
      OptionSpec<Self>("skip", \.skip, "Rules that are not looked for."),
      OptionSpec<Self>("style", \.style, "Rules of taste to look for: alphabetical, full-stop, description-dash."),
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

  /// Document by document, rule by rule, in the order of places.
  private func note(_ observations: [Observation], in collection: inout Collection) {
    let order = Dictionary(uniqueKeysWithValues: InspectRule.allCases.enumerated().map { ($1, $0) })
    let keys = observations.enumerated().map { index, seen in
      (seen.document, order[seen.rule] ?? 0, seen.offset, index)
    }
    for (_, _, _, index) in keys.sorted(by: <) {
      let seen = observations[index]
      collection.report(
        seen.message, rule: seen.rule.rawValue, severity: seen.rule.severity, in: seen.document, at: seen.offset,
        link: seen.link)
    }
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
