import CurateCore

/// Reads the options of examples: YAML flow mappings, sequences, and plain or quoted scalars, on one line.
struct FlowText {
  struct Malformed: Error {
    var text: String
    var offset: Int
  }

  private let characters: [Character]
  private var index = 0

  static func parse(_ text: String) throws -> ConfigNode {
    var reader = FlowText(characters: Array(text))
    let node = try reader.value()
    reader.skipSpaces()
    guard reader.index == reader.characters.count else { throw reader.malformed }
    return node
  }

  private init(characters: [Character]) { self.characters = characters }

  private var malformed: Malformed { Malformed(text: String(characters), offset: index) }
  private var next: Character? { index < characters.count ? characters[index] : nil }
  private var span: SourceSpan { SourceSpan(line: 1, column: index + 1) }

  private mutating func skipSpaces() { while next == " " { index += 1 } }

  private mutating func value() throws -> ConfigNode {
    skipSpaces()
    let start = span
    switch next {
    case "{": return ConfigNode(.mapping(try mapping()), at: start)
    case "[": return ConfigNode(.sequence(try sequence()), at: start)
    case "\"", "'": return ConfigNode(.scalar(try quoted(), isPlain: false), at: start)
    default: return ConfigNode(.scalar(try plain(), isPlain: true), at: start)
    }
  }

  private mutating func mapping() throws -> [ConfigNode.Entry] {
    var entries: [ConfigNode.Entry] = []
    try elements(until: "}") { reader in
      let keySpan = reader.span
      let key = reader.next == "\"" || reader.next == "'" ? try reader.quoted() : try reader.plain()
      reader.skipSpaces()
      guard reader.next == ":" else { throw reader.malformed }
      reader.index += 1
      entries.append(ConfigNode.Entry(key: key, keySpan: keySpan, value: try reader.value()))
    }
    return entries
  }

  private mutating func sequence() throws -> [ConfigNode] {
    var nodes: [ConfigNode] = []
    try elements(until: "]") { nodes.append(try $0.value()) }
    return nodes
  }

  private mutating func elements(until close: Character, read: (inout FlowText) throws -> Void) throws {
    index += 1
    skipSpaces()
    while next != close {
      try read(&self)
      skipSpaces()
      guard next == "," || next == close else { throw malformed }
      if next == "," { index += 1 }
      skipSpaces()
    }
    index += 1
  }

  private mutating func quoted() throws -> String {
    let quote = characters[index]
    guard let end = characters[(index + 1)...].firstIndex(of: quote) else { throw malformed }
    defer { index = end + 1 }
    return String(characters[(index + 1)..<end])
  }

  private mutating func plain() throws -> String {
    let start = index
    while let character = next, !",{}[]".contains(character) {
      if character == ":", index + 1 == characters.count || characters[index + 1] == " " { break }
      index += 1
    }
    let text = String(characters[start..<index]).trimmingSpaces
    guard !text.isEmpty else { throw malformed }
    return text
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
  }
}
