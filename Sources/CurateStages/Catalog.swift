public import CurateCore

extension StageCatalog {
  /// The built-in stages, in the order of the manual.
  public static let builtIn = StageCatalog([
    Entry(ParseStage.self),
    Entry(TidyStage.self),
    Entry(NormalizeURLsStage.self),
    Entry(DedupeStage.self),
    Entry(ClassifyStage.self),
    Entry(TocStage.self),
    Entry(InspectStage.self),
    Entry(EmitMarkdownStage.self),
    Entry(EmitCSVStage.self),
    Entry(EmitJSONStage.self),
  ])
}
