import CLibYAML
import CurateCore

/// Reads the events of libyaml as Swift values, with positions from 1.
///
/// The parser stores pointers to itself and to the bytes, so both are allocated separately until `deinit`.
final class YAMLEvents {
  enum Event {
    case scalar(String, isPlain: Bool, Properties)
    case sequenceStart(Properties)
    case sequenceEnd
    case mappingStart(Properties)
    case mappingEnd
    case alias
    case documentStart
    case documentEnd
    case streamEnd
  }

  /// An anchor or tag before a node.
  struct Properties {
    var hasAnchor: Bool
    var tag: String?
  }

  struct Mark: Equatable {
    var line: Int
    var column: Int
  }

  /// The start and end of the last event.
  private(set) var start = Mark(line: 1, column: 1)
  private(set) var end = Mark(line: 1, column: 1)

  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let input: UnsafeMutableBufferPointer<UInt8>

  init(_ bytes: [UInt8]) {
    // With the encoding set, libyaml treats a byte order mark as text.
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    input = .allocate(capacity: max(1, text.count))
    _ = input.initialize(from: text)
    yaml_parser_initialize(parser)
    yaml_parser_set_input_string(parser, input.baseAddress, text.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  func next() throws(YAMLError) -> Event {
    var event = yaml_event_t()
    repeat {
      guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
    } while event.type == YAML_STREAM_START_EVENT
    defer { yaml_event_delete(&event) }
    start = Mark(event.start_mark)
    end = Mark(event.end_mark)
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE
      return .scalar(text, isPlain: isPlain, Properties(anchor: scalar.anchor, tag: scalar.tag))
    case YAML_SEQUENCE_START_EVENT:
      return .sequenceStart(
        Properties(anchor: event.data.sequence_start.anchor, tag: event.data.sequence_start.tag))
    case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      return .mappingStart(Properties(anchor: event.data.mapping_start.anchor, tag: event.data.mapping_start.tag))
    case YAML_MAPPING_END_EVENT: return .mappingEnd
    case YAML_ALIAS_EVENT: return .alias
    case YAML_DOCUMENT_START_EVENT: return .documentStart
    case YAML_DOCUMENT_END_EVENT: return .documentEnd
    default: return .streamEnd
    }
  }

  private func failure() -> YAMLError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "unreadable"
    let context = parser.pointee.context.map { String(cString: $0) } ?? ""
    let mark = Mark(parser.pointee.problem_mark)
    let contextMark = Mark(parser.pointee.context_mark)
    return YAMLError.translated(problem, context: context, at: mark, contextMark: contextMark)
  }
}

extension YAMLEvents.Mark {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: Int(clamping: mark.line) + 1, column: Int(clamping: mark.column) + 1)
  }
}

extension YAMLEvents.Properties {
  fileprivate init(anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?) {
    hasAnchor = anchor != nil
    self.tag = tag.map { String(cString: $0) }
  }
}

extension YAMLError {
  /// Converts a message of libyaml to a fault.
  ///
  /// An unclosed element is reported at its start, any other fault where libyaml detected it.
  static func translated(
    _ problem: String, context: String, at mark: YAMLEvents.Mark, contextMark: YAMLEvents.Mark
  ) -> YAMLError {
    func at(_ place: YAMLEvents.Mark, _ fault: YAMLFault) -> YAMLError {
      YAMLError(fault: fault, line: place.line, column: place.column)
    }
    if context.contains("quoted scalar") {
      if problem.contains("escape") || problem.contains("hexdecimal") || problem.contains("Unicode character code") {
        return at(mark, .unknownEscape)
      }
      return at(contextMark, .unclosedQuote)
    }
    if problem.contains("',' or ']'") { return at(contextMark, .unclosedFlow(missing: "]")) }
    if problem.contains("',' or '}'") { return at(contextMark, .unclosedFlow(missing: "}")) }
    if context.contains("scanning an alias") { return at(contextMark, .mustBeQuoted("*")) }
    if context.contains("scanning an anchor") { return at(contextMark, .mustBeQuoted("&")) }
    if context.contains("scanning a tag") || context.contains("parsing a tag") || problem.contains("tag handle") {
      return at(contextMark, .mustBeQuoted("!"))
    }
    if context.contains("scanning a directive") { return at(contextMark, .mustBeQuoted("%")) }
    if problem.contains("mapping values are not allowed") { return at(mark, .colonInText) }
    if problem.contains("could not find expected ':'") { return at(contextMark, .missingColon) }
    if problem.contains("tab character") || problem.contains("'\\t") { return at(mark, .tab) }
    if problem.contains("expected key") || problem.contains("'-' indicator") || problem.contains("not allowed in this")
    {
      return at(mark, .badIndentation)
    }
    if problem.contains("nesting") || problem.contains("depth") { return at(mark, .tooDeep(limit: 1000)) }
    return at(mark, .other(problem))
  }
}
