/// A list's marker and spacing (CommonMark section 5.3).
public struct ListInfo: Sendable, Equatable {
  /// `-`, `*`, `+` for bullet lists; `.` or `)` for ordered ones.
  public var delimiter: UInt8
  /// The first number of an ordered list, else nil.
  public var start: Int?
  public var isTight: Bool
}

/// A list item's marker and task box.
public struct ItemInfo: Sendable, Equatable {
  /// The list marker without the white space around it: `-`, `12.`.
  public var marker: Range<Int>
  /// Where the content begins (equal to the marker's end, or the line's end, if the item is empty).
  public var contentStart: Int
  /// The `[ ]` or `[x]` of a task item, and whether it is ticked.
  public var checkBox: Range<Int>?
  public var isChecked: Bool
}

/// The parts of a link, image or autolink.
public struct LinkInfo: Sendable, Equatable {
  public enum Form: UInt8, Sendable { case inline, full, collapsed, shortcut, angle, bare }
  public var form: Form
  /// What stands between `[` and `]`; for autolinks the destination itself.
  public var text: Range<Int>
  /// The destination without angle brackets; for a reference link it lies in the definition. Empty for `[a]()`.
  public var destination: Range<Int>
  /// The title without its quotes, if there is one.
  public var title: Range<Int>?
  /// The `linkDefinition` node that a reference link uses.
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

  /// What a renderer puts before the destination: `http://` for `www.…`, `mailto:` for mail addresses, else "".
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
  /// What stands between `[` and `]:`.
  public var label: Range<Int>
  /// The destination without angle brackets.
  public var destination: Range<Int>
  /// The title without its quotes, if there is one.
  public var title: Range<Int>?
}

/// How the cells of a table column are aligned.
public enum ColumnAlignment: UInt8, Sendable { case none, left, right, center }

/// The name and attributes of an HTML open or closing tag.
public struct HTMLTagInfo: Sendable, Equatable {
  /// The tag's name as written.
  public var name: Range<Int>
  public struct Attribute: Sendable, Equatable {
    public var name: Range<Int>
    /// Without quotes; nil for an attribute without a value.
    public var value: Range<Int>?
  }
  public var attributes: [Attribute]
}
