import CurateCore
import LinkIdentity

/// What a plugin says in a line of its output.
enum Message {
  case ready(protocol: String)
  case verdict(n: Int, Verdict)
  case find(n: Int, Remark)
  case add(n: Int, Addition)
  case progress
  case done
  /// It gives up as a whole.
  case failure(String)

  static let types = ["ready", "keep", "patch", "remove", "merge", "find", "add", "error", "progress", "done"]
}

/// What a plugin decides about an item.
enum Verdict: Equatable {
  case keep
  case patch(Patch)
  case remove(Grounds)
  case merge(into: Int, Grounds)
  /// It could not judge the item, which stays as it is.
  case error(String)
}

/// Why a plugin decides something, and the rule that it gives for it.
struct Grounds: Equatable {
  var reason: String
  var rule: RuleID?
}

/// New values of a link's fields; nil where a field stays.
struct Patch: Equatable {
  var url: String?
  var title: String?
  var hostClass: HostClass?
  var category: LinkIdentity.Category?
  var site: String?
  var institution: String?
  var grounds: Grounds

  var setsLabels: Bool { hostClass != nil || category != nil || site != nil || institution != nil }
}

/// Something that a plugin tells people about an item.
struct Remark: Equatable {
  var severity: Severity
  var message: String
  var rule: RuleID?
  /// In the item's document, from 1; nil for the item itself.
  var line: Int?
}

/// An entry that a plugin wants in a section.
struct Addition: Equatable {
  var url: String
  var title: String
  var description: String
  var grounds: Grounds
}
