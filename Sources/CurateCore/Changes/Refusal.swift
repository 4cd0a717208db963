/// Why a link was left as it is although a stage asked for a change.
public enum Refusal: Error, Sendable, Equatable {
  case alreadyRemoved
  /// Only entries of lists and tables are ever removed.
  case notAnEntry(Role)
  case doesNotOpenItem
  case hasChildren
  /// Removing an item would renumber the others.
  case orderedList
  /// Nothing would be left of its list; `parent` is the text of the item around that list, if there is one.
  case lastOfItsList(parent: String)
  /// Two lists around its own would become one, and tight items loose.
  case betweenLists
  case otherLinksInItem
  /// The item has text besides the link that the survivor lacks; `line` is the survivor's.
  case descriptionDiffers(line: Int)
  case cellsDiffer(line: Int)
  /// Something else stands on the item's first line.
  case sharesLine
  case suppressed(line: Int)
  /// `line` is the recipe's.
  case ignored(line: Int)
  /// The block around it was written anew by another change.
  case blockReplaced
  /// Several links use one definition and do not agree on its destination.
  case definitionShared
  /// A change that this kind of link cannot carry.
  case unsupported(String)

  /// Whether somebody asked for it, so that there is nothing to tell.
  public var isRequestedByUser: Bool {
    switch self {
    case .suppressed, .ignored: true
    default: false
    }
  }

  /// The reason as reports give it.
  public var reason: String {
    switch self {
    case .alreadyRemoved: "it is already removed"
    case .notAnEntry(let role): "a \(role.rawValue) link is never removed"
    case .doesNotOpenItem: "the link does not open its item"
    case .hasChildren: "the item has items of its own"
    case .orderedList: "the list is numbered"
    case .lastOfItsList(let parent):
      parent.isEmpty ? "it would leave its list empty" : "it would leave '\(parent)' empty"
    case .betweenLists: "the lists around it would run together"
    case .otherLinksInItem: "the item holds other links"
    case .descriptionDiffers(let line): "its description differs from that on line \(line)"
    case .cellsDiffer(let line): "its other cells differ from those on line \(line)"
    case .sharesLine: "another item begins on the same line"
    case .suppressed(let line): "it is shielded by a comment on line \(line)"
    case .ignored(let line): "the recipe ignores it in line \(line)"
    case .blockReplaced: "its block was rewritten"
    case .definitionShared: "other links use the same definition"
    case .unsupported(let why): why
    }
  }
}
