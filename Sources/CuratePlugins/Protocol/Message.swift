import CurateCore
import LinkIdentity

/// A message of a plugin: one line of its output.
enum Message {
  case ready(protocol: String)
  case verdict(n: Int, Verdict)
  case find(n: Int, PluginFinding)
  case add(n: Int, Addition)
  case progress
  case done
  /// An `error` without an item: the plugin gives up.
  case failure(String)

  static let types = ["ready", "keep", "patch", "remove", "merge", "find", "add", "error", "progress", "done"]
}

/// The decision of a plugin about an item.
enum Verdict: Equatable {
  case keep
  case patch(Patch)
  case remove(VerdictReason)
  case merge(into: Int, VerdictReason)
  /// The plugin could not judge the item. The item does not change.
  case error(String)
}

/// The reason that a plugin gives for a change, and the rule it names, if any.
struct VerdictReason: Equatable {
  var text: String
  var rule: RuleID?
}

/// New values for the fields of a link; nil for a field that does not change.
struct Patch: Equatable {
  var url: String?
  var title: String?
  var hostClass: HostClass?
  var category: LinkIdentity.Category?
  var site: String?
  var institution: String?
  var reason: VerdictReason

  var setsLabels: Bool { hostClass != nil || category != nil || site != nil || institution != nil }
}

/// A finding that a plugin reports about an item.
struct PluginFinding: Equatable {
  var severity: Severity
  var message: String
  var rule: RuleID?
  /// A line of the item's document, counted from 1; nil for the item itself.
  var line: Int?
}

/// An entry that a plugin adds to a section.
struct Addition: Equatable {
  var url: String
  var title: String
  var description: String
  var reason: VerdictReason
}

extension Message {
  /// Decodes a line of a plugin's output.
  ///
  /// - Parameter number: the number of the line, counted from 1, for error messages.
  init(_ bytes: UnsafeBufferPointer<UInt8>, line number: Int) throws(PluginFailure) {
    let object: JSONObject
    do throws(JSONObject.Fault) {
      object = try JSONObject(bytes)
    } catch {
      let text = Self.excerpt(bytes)
      switch error {
      case .syntax(let why): throw .notJSON(line: number, text: text, why: why)
      case .encoding: throw .notUTF8(line: number, text: text)
      case .notAnObject: throw .notAnObject(line: number, text: text)
      }
    }
    let decoder = MessageDecoder(members: object.members, line: number)
    self = try decoder.message()
    // Keeps the object alive until here: its members point into it.
    _ = consume object
  }

  private static let excerptLength = 120

  private static func excerpt(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(excerptLength * 4), as: UTF8.self)
    return ErrorTail.shown(Substring(String(text.prefix(excerptLength))))
      + (text.count > excerptLength ? "…" : "")
  }
}

/// Decodes a message from the members of an object. Ignores unknown members.
private struct MessageDecoder {
  let members: JSONObject.Members
  let line: Int

  func message() throws(PluginFailure) -> Message {
    guard let type = members.value("t") else { throw .missingField(line: line, message: nil, field: "t") }
    if type.equals("keep") { return .verdict(n: try number("n", of: "keep"), .keep) }
    guard let name = type.string else { throw wrong("t", of: nil, "a string") }
    switch name {
    case "ready": return .ready(protocol: try version())
    case "patch": return .verdict(n: try number("n", of: name), .patch(try patch()))
    case "remove": return .verdict(n: try number("n", of: name), .remove(try reason(of: name)))
    case "merge":
      let into = try number("into", of: name)
      return .verdict(n: try number("n", of: name), .merge(into: into, try reason(of: name)))
    case "find": return .find(n: try number("n", of: name), try finding())
    case "add": return .add(n: try number("n", of: name), try addition())
    case "progress": return .progress
    case "done": return .done
    case "error":
      let message = try text("message", of: name) ?? "no message"
      if members.value("n") == nil { return .failure(message) }
      return .verdict(n: try number("n", of: name), .error(message))
    default: throw .unknownMessage(line: line, type: String(name.prefix(40)), known: Message.types)
    }
  }

  private func version() throws(PluginFailure) -> String {
    guard let value = members.value("protocol") else {
      throw .missingField(line: line, message: "ready", field: "protocol")
    }
    return value.integer.map(String.init) ?? value.string.map { "'\($0)'" } ?? "(not a number)"
  }

  private func patch() throws(PluginFailure) -> Patch {
    guard let value = members.value("set") else { throw .missingField(line: line, message: "patch", field: "set") }
    guard let set = value.object else { throw wrong("set", of: "patch", "an object") }
    let known = ["url", "title", "host_class", "category", "site", "institution"]
    // Without this check a misspelled field would be ignored silently.
    if let unknown = set.names.first(where: { !known.contains($0) }) {
      throw wrong(
        "set", of: "patch",
        "an object with the fields \(known.joined(separator: ", ")); '\(unknown)' is not one of them")
    }
    return Patch(
      url: try text("url", in: set), title: try text("title", in: set),
      hostClass: try choice("host_class", in: set), category: try choice("category", in: set),
      site: try text("site", in: set), institution: try text("institution", in: set),
      reason: try reason(of: "patch"))
  }

  private func reason(of message: String) throws(PluginFailure) -> VerdictReason {
    guard let text = try text("reason", of: message), !text.isEmpty else {
      throw .missingField(line: line, message: message, field: "reason")
    }
    return VerdictReason(text: text, rule: try rule(of: message))
  }

  private func rule(of message: String) throws(PluginFailure) -> RuleID? {
    guard let rule = try text("rule", of: message) else { return nil }
    guard rule.isRuleID else { throw wrong("rule", of: message, "lower-case words joined by '-'") }
    return rule
  }

  private func finding() throws(PluginFailure) -> PluginFinding {
    guard let message = try text("message", of: "find") else {
      throw .missingField(line: line, message: "find", field: "message")
    }
    let name = try text("severity", of: "find") ?? Severity.warning.rawValue
    guard let severity = Severity(rawValue: name) else { throw wrong("severity", of: "find", "note, warning or error") }
    let value = members.value("line")
    let number = value.flatMap { $0.isNull ? nil : $0.integer }
    if let value, !value.isNull, (number ?? 0) < 1 { throw wrong("line", of: "find", "a whole number from 1") }
    return PluginFinding(severity: severity, message: message, rule: try rule(of: "find"), line: number)
  }

  private func addition() throws(PluginFailure) -> Addition {
    guard let url = try text("url", of: "add") else { throw .missingField(line: line, message: "add", field: "url") }
    return Addition(
      url: url, title: try text("title", of: "add") ?? "", description: try text("description", of: "add") ?? "",
      reason: try reason(of: "add"))
  }

  private func number(_ name: StaticString, of message: String) throws(PluginFailure) -> Int {
    guard let value = members.value(name) else { throw .missingField(line: line, message: message, field: "\(name)") }
    guard let number = value.integer else { throw wrong("\(name)", of: message, "a whole number") }
    return number
  }

  private func text(_ name: StaticString, of message: String) throws(PluginFailure) -> String? {
    guard let value = members.value(name), !value.isNull else { return nil }
    guard let text = value.string else { throw wrong("\(name)", of: message, "a string") }
    return text
  }

  private func text(_ name: StaticString, in set: JSONObject.Members) throws(PluginFailure) -> String? {
    guard let value = set.value(name) else { return nil }
    guard let text = value.string else { throw wrong("set.\(name)", of: "patch", "a string") }
    return text
  }

  private func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: StaticString, in set: JSONObject.Members
  ) throws(PluginFailure) -> Choice? where Choice.RawValue == String {
    guard let text = try text(name, in: set) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw wrong("set.\(name)", of: "patch", "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return choice
  }

  private func wrong(_ field: String, of message: String?, _ expected: String) -> PluginFailure {
    .wrongField(line: line, message: message, field: field, expected: expected)
  }
}

extension String {
  /// Whether the string has only lower-case letters, digits and `-`.
  fileprivate var isRuleID: Bool {
    !isEmpty
      && utf8.allSatisfy {
        ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
          || $0 == UInt8(ascii: "-")
      }
  }
}
