/// A JSON value (RFC 8259) whose members keep their order.
indirect enum JSONValue: Sendable, Equatable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case null
  case list([JSONValue])
  case object([(name: String, value: JSONValue)])

  static func == (a: Self, b: Self) -> Bool { a.text() == b.text() }

  static func texts(_ texts: [String]) -> Self { .list(texts.map { .text($0) }) }

  /// Indented by two spaces a level; lists of single values stay on one line.
  func text(indent: Int = 0) -> String {
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .text(let text): return Self.quoted(text)
    case .integer(let number): return String(number)
    case .boolean(let value): return value ? "true" : "false"
    case .null: return "null"
    case .list(let items):
      if items.allSatisfy(\.isSingle) { return "[" + items.map { $0.text() }.joined(separator: ", ") + "]" }
      return "[\n" + items.map { inner + $0.text(indent: indent + 2) }.joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      if members.isEmpty { return "{}" }
      let lines = members.map { inner + Self.quoted($0.name) + ": " + $0.value.text(indent: indent + 2) }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private var isSingle: Bool {
    switch self {
    case .list, .object: false
    case .text, .integer, .boolean, .null: true
    }
  }

  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }
}
