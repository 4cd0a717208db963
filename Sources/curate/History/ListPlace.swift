import CurateCore
import LinkIdentity

/// A link as it stands in a list, without regard to any run.
struct ListPlace {
  var document: String
  var line: Int
  var column: Int
  /// Headings and parent items from the outside in, joined by ` > `.
  var section: String
  /// The title of the innermost heading: a hint for the category.
  var heading: String
  var role: String
  var syntax: String
  var title: String
  /// As the list has it.
  var url: String

  init(_ link: Link, in collection: Collection) {
    document = collection[link.document].path
    (line, column) = collection.position(of: link.id)
    section = collection.path(of: link.section).joined(separator: " > ")
    heading = collection.heading(around: link.section)
    (role, syntax) = (link.role.rawValue, link.syntax.rawValue)
    title = collection.title(of: link.id)
    url = collection.sourceURL(of: link.id)
  }

  /// All links of a list, in order; none if it is not UTF-8.
  static func all(in input: Input) -> [Self] {
    var collection = Collection([input])
    do throws(StageError) { try collection.parse() } catch { return [] }
    return collection.links.map { Self($0, in: collection) }
  }
}
