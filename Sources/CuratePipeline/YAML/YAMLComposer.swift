package import CurateCore

/// Composes a YAML document into a tree of nodes with positions.
///
/// Supports the part of YAML that a recipe needs: texts, lists and mappings. Rejects anchors, aliases, tags and merge
/// keys, so nothing expands and the tree is never larger than the file.
struct YAMLComposer {
  /// The maximum nesting of lists and mappings.
  static let depthLimit = 32
  /// The maximum size of a file (bytes).
  static let sizeLimit = 4 << 20

  private let events: YAMLEvents
  private let text: SourceText
  /// Errors after which the rest could still be read.
  private(set) var errors: [YAMLError] = []

  /// - Throws: the first error after which nothing more can be read.
  static func compose(_ bytes: [UInt8], _ text: SourceText) throws(YAMLError) -> (ConfigNode, [YAMLError]) {
    try YAMLInput.check(bytes, text)
    var composer = YAMLComposer(events: YAMLEvents(bytes), text: text)
    do throws(YAMLError) {
      let node = try composer.document()
      return (node, composer.errors)
    } catch {
      throw YAMLInput.explained(error, text)
    }
  }

  private init(events: YAMLEvents, text: SourceText) {
    self.events = events
    self.text = text
  }

  private mutating func document() throws(YAMLError) -> ConfigNode {
    guard case .documentStart = try events.next() else { throw YAMLError(fault: .empty, line: 1, column: 1) }
    let root = try node(from: try events.next(), depth: 0)
    _ = try events.next()
    guard case .streamEnd = try events.next() else { throw error(.secondDocument, at: events.start) }
    if case .scalar("", isPlain: true) = root.content { throw YAMLError(fault: .empty, line: 1, column: 1) }
    return root
  }

  private mutating func node(from event: YAMLEvents.Event, depth: Int) throws(YAMLError) -> ConfigNode {
    let start = events.start
    switch event {
    case .scalar(let value, let isPlain, let properties):
      refuse(properties, at: start)
      return ConfigNode(.scalar(value, isPlain: isPlain), at: span(from: start))
    case .sequenceStart(let properties):
      refuse(properties, at: start)
      guard depth < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit), at: start) }
      return try sequence(from: start, depth: depth)
    case .mappingStart(let properties):
      refuse(properties, at: start)
      guard depth < Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit), at: start) }
      return try mapping(from: start, depth: depth)
    default:
      note(.alias, from: start)
      return ConfigNode(.scalar("", isPlain: false), at: span(from: start))
    }
  }

  private mutating func sequence(from start: YAMLEvents.Mark, depth: Int) throws(YAMLError) -> ConfigNode {
    var nodes: [ConfigNode] = []
    while true {
      let event = try events.next()
      if case .sequenceEnd = event { break }
      nodes.append(try node(from: event, depth: depth + 1))
    }
    return ConfigNode(.sequence(nodes), at: span(from: start))
  }

  private mutating func mapping(from start: YAMLEvents.Mark, depth: Int) throws(YAMLError) -> ConfigNode {
    var entries: [ConfigNode.Entry] = []
    var lines: [String: Int] = [:]
    while true {
      let event = try events.next()
      if case .mappingEnd = event { break }
      let keyNode = try node(from: event, depth: depth + 1)
      let value = try node(from: try events.next(), depth: depth + 1)
      guard case .scalar(let key, let isPlain) = keyNode.content else {
        errors.append(YAMLError(fault: .keyNotText, at: keyNode.span))
        continue
      }
      if isPlain, key == "<<" {
        errors.append(YAMLError(fault: .mergeKey, at: keyNode.span))
      } else if let first = lines[key] {
        errors.append(YAMLError(fault: .duplicateKey(key, firstLine: first), at: keyNode.span))
      } else {
        lines[key] = keyNode.span.line
        entries.append(ConfigNode.Entry(key: key, keySpan: keyNode.span, value: value))
      }
    }
    return ConfigNode(.mapping(entries), at: span(from: start))
  }

  private mutating func refuse(_ properties: YAMLEvents.Properties, at start: YAMLEvents.Mark) {
    if properties.hasAnchor { note(.anchor, from: start) }
    if let tag = properties.tag { note(.tag(tag), from: start) }
  }

  private mutating func note(_ fault: YAMLFault, from start: YAMLEvents.Mark) {
    errors.append(YAMLError(fault: fault, at: span(from: start)))
  }

  private func error(_ fault: YAMLFault, at mark: YAMLEvents.Mark) -> YAMLError {
    YAMLError(fault: fault, line: mark.line, column: mark.column)
  }

  /// The span from `start` to the end of the last event, or to the end of the first line.
  private func span(from start: YAMLEvents.Mark) -> SourceSpan {
    let end = events.end
    if end.line == start.line {
      return SourceSpan(line: start.line, column: start.column, length: end.column - start.column)
    }
    let line = text.scalars(ofLine: start.line)
    let length = (line.lastIndex { $0 != " " } ?? 0) + 2 - start.column
    return SourceSpan(line: start.line, column: start.column, length: length)
  }
}

extension YAMLError {
  init(fault: YAMLFault, at span: SourceSpan) {
    self.init(fault: fault, line: span.line, column: span.column, length: span.length)
  }

  var span: SourceSpan { SourceSpan(line: line, column: column, length: length) }

  /// Whether the composed tree still represents the file.
  var isRecoverable: Bool {
    if case .duplicateKey = fault { true } else { false }
  }
}

extension ConfigNode {
  /// Reads one YAML document.
  ///
  /// - Parameter path: the path in errors.
  /// - Throws: all YAML errors of the document.
  package init(yaml bytes: [UInt8], path: String) throws(RecipeErrors) {
    let text = SourceText(bytes)
    let (node, errors) = try YAMLComposer.compose(bytes, text, path: path)
    guard errors.isEmpty else { throw RecipeErrors(errors.map(RecipeProblem.init), path: path, text: text) }
    self = node
  }
}

extension YAMLComposer {
  /// - Throws: the first error after which nothing more can be read.
  static func compose(
    _ bytes: [UInt8], _ text: SourceText, path: String
  ) throws(RecipeErrors) -> (ConfigNode, [YAMLError]) {
    do throws(YAMLError) {
      return try compose(bytes, text)
    } catch {
      throw RecipeErrors([RecipeProblem(error)], path: path, text: text)
    }
  }
}

/// A parsed YAML file before validation: its node tree, its text for positions, and the problems so far.
package struct ConfigFile {
  package let root: ConfigNode
  package let text: SourceText
  package let problems: [RecipeProblem]

  /// - Throws: errors after which the file cannot be validated.
  package init(yaml bytes: [UInt8], path: String) throws(RecipeErrors) {
    text = SourceText(bytes)
    let (root, errors) = try YAMLComposer.compose(bytes, text, path: path)
    self.root = root
    problems = errors.map(RecipeProblem.init)
    guard errors.allSatisfy(\.isRecoverable) else { throw RecipeErrors(problems, path: path, text: text) }
  }
}

extension RecipeProblem {
  init(_ error: YAMLError) { self.init(.yaml(error.fault), at: error.span) }
}
