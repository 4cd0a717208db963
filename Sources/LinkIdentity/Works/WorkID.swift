/// The id of a work that several pages lead to: `arxiv:1905.13405`, `doi:10.1000/182`, `github:owner/repo`.
public struct WorkID: Sendable, Hashable, CustomStringConvertible {
  /// The numbering that the id belongs to.
  public var scheme: Scheme
  /// The id within the scheme.
  public var value: String
  /// Properties that distinguish two pages of one work and are not part of its identity: `version` → `2`, `t` → `90`.
  public var attributes: [Attribute]

  /// A property of a page that shows a work, such as the version of a paper.
  public struct Attribute: Sendable, Hashable {
    /// The name, for example `version`.
    public var name: String
    /// The value as the URL spells it.
    public var value: String

    /// An attribute of a page.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The id of a work; attributes are empty by default.
  public init(scheme: Scheme, value: String, attributes: [Attribute] = []) {
    self.scheme = scheme
    self.value = value
    self.attributes = attributes
  }

  /// The scheme and the value, without attributes: `arxiv:1905.13405`.
  public var description: String { "\(scheme.rawValue):\(value)" }

  /// The category of the work: that of its scheme, except for books with a DOI.
  var category: Category { scheme == .doi && DOI.isBook(value) ? .book : scheme.category }

  /// Whether both ids name the same work, regardless of their attributes.
  public func isSameWork(as other: WorkID) -> Bool { scheme == other.scheme && value == other.value }
}

extension WorkID {
  /// A numbering of works, for example `arxiv`, and the category of the works that it numbers.
  ///
  /// A scheme is declared next to the recognizer of its sites, as one static constant: label decisions are compared by the
  /// address of its name.
  public struct Scheme: Sendable, Hashable, RawRepresentable, CaseIterable, CustomStringConvertible {
    /// The part of an id before the colon.
    let name: StaticString
    /// The category of works with this scheme.
    let category: Category

    init(_ name: StaticString, category: Category) {
      self.name = name
      self.category = category
    }

    /// - Returns: nil if no recognizer declares a scheme of this name.
    public init?(rawValue: String) {
      let scheme = rawValue.withBytes { name in WorkRecognizers.builtIn.schemes.first { name == $0.name } }
      guard let scheme else { return nil }
      self = scheme
    }

    /// The name.
    public var rawValue: String { Bytes(name).string }
    /// The name.
    public var description: String { rawValue }

    /// The schemes of all recognizers, in the order of the recognizers.
    public static var allCases: [Scheme] { WorkRecognizers.builtIn.schemes }

    public static func == (left: Scheme, right: Scheme) -> Bool { Bytes(left.name) == right.name }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(bytes: UnsafeRawBufferPointer(Bytes(name).buffer))
    }
  }
}
