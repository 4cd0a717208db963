import CurateCore
import LinkIdentity

extension Message {
  /// Reads a line of a plugin's output.
  ///
  /// - Parameter number: of the line, from 1, for errors.
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
    // The members live as long as the object, which nothing else would keep until here.
    _ = consume object
  }

  private static let excerptLength = 120

  private static func excerpt(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(excerptLength * 4), as: UTF8.self)
    return ErrorTail.shown(Substring(String(text.prefix(excerptLength))))
      + (text.count > excerptLength ? "…" : "")
  }
}

/// Makes a message of the members of an object; those it does not know it ignores.
private struct MessageDecoder {
  let members: JSONObject.Members
  let line: Int

  func message() throws(PluginFailure) -> Message {
    guard let type = members.value("t") else { throw .missingField(line: line, message: "message", field: "t") }
    if type.equals("keep") { return .verdict(n: try number("n", of: "keep"), .keep) }
    guard let name = type.string else { throw wrong("t", of: "message", "a text") }
    switch name {
    case "ready": return .ready(protocol: try version())
    case "patch": return .verdict(n: try number("n", of: name), .patch(try patch()))
    case "remove": return .verdict(n: try number("n", of: name), .remove(try grounds(of: name)))
    case "merge":
      let into = try number("into", of: name)
      return .verdict(n: try number("n", of: name), .merge(into: into, try grounds(of: name)))
    case "find": return .find(n: try number("n", of: name), try remark())
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
    return value.integer.map(String.init) ?? value.string.map { "'\($0)'" } ?? "of another kind than a number"
  }

  private func patch() throws(PluginFailure) -> Patch {
    guard let value = members.value("set") else { throw .missingField(line: line, message: "patch", field: "set") }
    guard let set = value.object else { throw wrong("set", of: "patch", "an object") }
    let known = ["url", "title", "host_class", "category", "site", "institution"]
    // A misspelt field would be a change that silently does not happen.
    if let stray = set.names.first(where: { !known.contains($0) }) {
      throw wrong("set", of: "patch", "an object of \(known.joined(separator: ", ")); '\(stray)' is none of them")
    }
    return Patch(
      url: try text("url", in: set), title: try text("title", in: set),
      hostClass: try choice("host_class", in: set), category: try choice("category", in: set),
      site: try text("site", in: set), institution: try text("institution", in: set),
      grounds: try grounds(of: "patch"))
  }

  private func grounds(of message: String) throws(PluginFailure) -> Grounds {
    guard let reason = try text("reason", of: message), !reason.isEmpty else {
      throw .missingField(line: line, message: message, field: "reason")
    }
    return Grounds(reason: reason, rule: try rule(of: message))
  }

  private func rule(of message: String) throws(PluginFailure) -> RuleID? {
    guard let rule = try text("rule", of: message) else { return nil }
    guard rule.wholeMatchesRuleID else { throw wrong("rule", of: message, "lower-case words joined by '-'") }
    return rule
  }

  private func remark() throws(PluginFailure) -> Remark {
    guard let message = try text("message", of: "find") else {
      throw .missingField(line: line, message: "find", field: "message")
    }
    let name = try text("severity", of: "find") ?? Severity.warning.rawValue
    guard let severity = Severity(rawValue: name) else { throw wrong("severity", of: "find", "note, warning or error") }
    let place = members.value("line")
    let number = place.flatMap { $0.isNull ? nil : $0.integer }
    if let place, !place.isNull, (number ?? 0) < 1 { throw wrong("line", of: "find", "a number from 1") }
    return Remark(severity: severity, message: message, rule: try rule(of: "find"), line: number)
  }

  private func addition() throws(PluginFailure) -> Addition {
    guard let url = try text("url", of: "add") else { throw .missingField(line: line, message: "add", field: "url") }
    return Addition(
      url: url, title: try text("title", of: "add") ?? "", description: try text("description", of: "add") ?? "",
      grounds: try grounds(of: "add"))
  }

  private func number(_ name: StaticString, of message: String) throws(PluginFailure) -> Int {
    guard let value = members.value(name) else { throw .missingField(line: line, message: message, field: "\(name)") }
    guard let number = value.integer else { throw wrong("\(name)", of: message, "a whole number") }
    return number
  }

  private func text(_ name: StaticString, of message: String) throws(PluginFailure) -> String? {
    guard let value = members.value(name), !value.isNull else { return nil }
    guard let text = value.string else { throw wrong("\(name)", of: message, "a text") }
    return text
  }

  private func text(_ name: StaticString, in set: JSONObject.Members) throws(PluginFailure) -> String? {
    guard let value = set.value(name) else { return nil }
    guard let text = value.string else { throw wrong("set.\(name)", of: "patch", "a text") }
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

  private func wrong(_ field: String, of message: String, _ expected: String) -> PluginFailure {
    .wrongField(line: line, message: message, field: field, expected: expected)
  }
}

extension String {
  /// Lower-case words and digits joined by `-`.
  fileprivate var wholeMatchesRuleID: Bool {
    !isEmpty
      && utf8.allSatisfy {
        ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
          || $0 == UInt8(ascii: "-")
      }
  }
}
