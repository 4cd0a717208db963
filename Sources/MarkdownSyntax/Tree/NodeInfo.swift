/// The marker and the spacing of a list (CommonMark section 5.3).
public struct ListInfo: Sendable, Equatable {
  /// `-`, `*` or `+` for a bullet list; `.` or `)` for an ordered list.
  public var delimiter: UInt8
  /// The first number of an ordered list; nil for a bullet list.
  public var start: Int?
  /// Whether the list is tight: no blank lines separate its items or their children.
  public var isTight: Bool
}

/// The marker and the check box of a list item.
public struct ItemInfo: Sendable, Equatable {
  /// The list marker without surrounding white space: `-`, `12.`.
  public var marker: Range<Int>
  /// The offset of the content. For an empty item, the end of the marker or of the line.
  public var contentStart: Int
  /// The `[ ]` or `[x]` of a task item; nil for other items.
  public var checkBox: Range<Int>?
  /// Whether the check box is checked.
  public var isChecked: Bool
}

/// The parts of a link, image or autolink.
public struct LinkInfo: Sendable, Equatable {
  /// The syntax of a link: `[text](destination)`, the three forms of reference links, `<destination>`, or a bare URL or
  /// mail address.
  public enum Form: UInt8, Sendable { case inline, full, collapsed, shortcut, angle, bare }
  /// The syntax of the link.
  public var form: Form
  /// The text between `[` and `]`; for autolinks the destination.
  public var text: Range<Int>
  /// The destination without angle brackets. For a reference link, it is in the definition. Empty for `[a]()`.
  public var destination: Range<Int>
  /// The title without its quotes, if there is one.
  public var title: Range<Int>?
  /// The `linkDefinition` node of a reference link.
  public var definition: NodeID?
  var prefix = Prefix.none

  enum Prefix: UInt8, Sendable { case none, http, mailto }

  init(
    form: Form, text: Range<Int>, destination: Range<Int>, title: Range<Int>? = nil, definition: NodeID? = nil,
    prefix: Prefix = .none
  ) {
    self.form = form
    self.text = text
    self.destination = destination
    self.title = title
    self.definition = definition
    self.prefix = prefix
  }

  /// The text that a renderer adds before the destination: `http://` for `www.…`, `mailto:` for mail addresses,
  /// otherwise "".
  public var impliedPrefix: StaticString {
    switch prefix {
    case .none: ""
    case .http: "http://"
    case .mailto: "mailto:"
    }
  }
}

/// The parts of a link reference definition (CommonMark section 4.7).
public struct DefinitionInfo: Sendable, Equatable {
  /// The text between `[` and `]:`.
  public var label: Range<Int>
  /// The destination without angle brackets.
  public var destination: Range<Int>
  /// The title without its quotes, if there is one.
  public var title: Range<Int>?
}

/// The alignment of the cells of a table column.
public enum ColumnAlignment: UInt8, Sendable { case none, left, right, center }

/// Properties that only some kinds of nodes have.
extension MarkdownTree {
  /// Returns the level of a `heading` or `setextHeading` (1 to 6); 0 for other nodes.
  public func headingLevel(of node: NodeID) -> Int {
    switch self[node].kind {
    case .heading, .setextHeading: Int(self[node].aux)
    default: 0
    }
  }

  /// Returns the marker and the spacing of a list; nil for other nodes.
  public func list(_ node: NodeID) -> ListInfo? {
    let record = self[node]
    guard record.kind == .list else { return nil }
    let delimiter = UInt8(truncatingIfNeeded: record.extra)
    let isOrdered = delimiter == 0x2E || delimiter == 0x29
    return ListInfo(
      delimiter: delimiter, start: isOrdered ? Int(record.aux) : nil, isTight: !record.flags.contains(.loose))
  }

  /// Returns the marker and the check box of an item; nil for other nodes.
  public func item(_ node: NodeID) -> ItemInfo? {
    let record = self[node]
    guard record.kind == .item else { return nil }
    let start = Int(record.start)
    let content = Int(record.aux)
    return ItemInfo(
      marker: start..<(start + Int(record.extra)), contentStart: content,
      checkBox: record.flags.contains(.hasCheckBox) ? content..<(content + 3) : nil,
      isChecked: record.flags.contains(.isChecked))
  }

  /// Returns the parts of a link, image or autolink; nil for other nodes.
  public func link(_ node: NodeID) -> LinkInfo? {
    let record = self[node]
    let start = Int(record.start)
    let end = Int(record.end)
    switch record.kind {
    case .link, .image:
      let link = links[Int(record.aux)]
      let definition = link.definition == LinkRecord.none ? nil : NodeID(Int(definitionNodes[Int(link.definition)]))
      return LinkInfo(
        form: LinkInfo.Form(rawValue: record.flags.rawValue) ?? .inline, text: Int(link.textStart)..<Int(link.textEnd),
        destination: Int(link.destinationStart)..<Int(link.destinationEnd), title: link.title, definition: definition)
    case .autolink:
      return LinkInfo(
        form: .angle, text: (start + 1)..<(end - 1), destination: (start + 1)..<(end - 1),
        prefix: record.flags.contains(.mailto) ? .mailto : .none)
    case .extendedAutolink:
      return LinkInfo(
        form: .bare, text: start..<end, destination: start..<end,
        prefix: record.flags.contains(.mailto) ? .mailto : record.flags.contains(.http) ? .http : .none)
    default: return nil
    }
  }

  /// Returns the parts of a link reference definition; nil for other nodes.
  public func definition(_ node: NodeID) -> DefinitionInfo? {
    guard self[node].kind == .linkDefinition else { return nil }
    let record = definitions[Int(self[node].aux)]
    return DefinitionInfo(
      label: Int(record.textStart)..<Int(record.textEnd),
      destination: Int(record.destinationStart)..<Int(record.destinationEnd), title: record.title)
  }

  /// Returns the label of a footnote reference or definition, without `[^` and `]`; nil for other nodes.
  public func footnoteLabel(of node: NodeID) -> Range<Int>? {
    let range = range(of: node)
    switch self[node].kind {
    case .footnoteReference: return (range.lowerBound + 2)..<(range.upperBound - 1)
    case .footnoteDefinition:
      let start = range.lowerBound + 2
      return start..<(source[start..<range.upperBound].firstIndex(of: 0x5D) ?? start)
    default: return nil
    }
  }

  /// Returns the definition of a footnote reference; nil for other nodes.
  public func footnoteDefinition(of node: NodeID) -> NodeID? {
    guard self[node].kind == .footnoteReference else { return nil }
    return NodeID(Int(footnoteNodes[Int(self[node].aux)]))
  }

  /// Whether a node is the header row of a table.
  public func isHeaderRow(_ node: NodeID) -> Bool {
    self[node].kind == .tableRow && self[node].flags.contains(.isHeader)
  }

  /// Returns the alignment of each column of a table; nil for other nodes.
  public func columnAlignments(of node: NodeID) -> [ColumnAlignment]? {
    guard self[node].kind == .table else { return nil }
    let first = Int(self[node].aux)
    return alignments[first..<(first + Int(self[node].extra))].map { ColumnAlignment(rawValue: $0) ?? .none }
  }
}

extension LinkRecord {
  var title: Range<Int>? { titleStart == LinkRecord.none ? nil : Int(titleStart)..<Int(titleEnd) }
}
