import CurateCore
import LinkIdentity

/// Writes JSON objects, one a line (NDJSON), into a file, block by block. Masks credentials in URLs.
struct JSONLineWriter {
  private let file: any OutputFile
  private var json = JSONWriter()
  private static let blockSize = 1 << 16

  init(_ file: any OutputFile) { self.file = file }

  /// Begins an object; `type` becomes its member `t`.
  mutating func begin(_ type: String) {
    json.beginObject()
    json.member("t", type)
  }

  mutating func member(_ name: String, _ value: String) { json.member(name, maskingCredentials(in: value)) }

  /// Omits the member if the value is nil.
  mutating func member(_ name: String, _ value: Int?) { json.member(name, value) }

  mutating func member(_ name: String, _ value: Bool) { json.member(name, value) }

  mutating func member(_ name: String, _ values: [String]) {
    json.member(name, values.map { maskingCredentials(in: $0) })
  }

  /// Omits the member if the value is nil or empty.
  mutating func optional(_ name: String, _ value: String?) {
    if let value, !value.isEmpty { member(name, value) }
  }

  /// Writes a member whose value is a list of objects.
  mutating func objects<Element>(
    _ name: String, _ elements: [Element], _ write: (inout JSONLineWriter, Element) -> Void
  ) {
    json.name(name)
    json.beginArray()
    for element in elements {
      json.beginObject()
      write(&self, element)
      json.endObject()
    }
    json.endArray()
  }

  mutating func end() throws(StageError) {
    json.endObject()
    json.endLine()
    if json.bytes.count >= Self.blockSize { try file.append(json.drain()) }
  }

  mutating func close() throws(StageError) {
    try file.append(json.drain())
    try file.close()
  }
}
