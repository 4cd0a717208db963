import CJansson

/// A JSON object (RFC 8259), parsed strictly: valid UTF-8, no duplicate names, nothing after the object.
struct JSONObject: ~Copyable {
  private let root: UnsafeMutablePointer<json_t>

  private static let flags = Int(JSON_REJECT_DUPLICATES | JSON_DECODE_ANY)

  enum Fault: Error, Equatable {
    case syntax(String)
    case encoding
    case notAnObject
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    var error = json_error_t()
    let loaded = bytes.withMemoryRebound(to: CChar.self) {
      json_loadb($0.baseAddress, $0.count, Self.flags, &error)
    }
    guard let loaded else {
      let why = Self.text(of: &error)
      throw Self.isUTF8(bytes) ? .syntax(why) : .encoding
    }
    guard loaded.pointee.type == JSON_OBJECT else {
      json_decref(loaded)
      throw .notAnObject
    }
    root = loaded
  }

  deinit { json_decref(root) }

  var members: Members { Members(root) }

  private static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil
  }

  private static func text(of error: inout json_error_t) -> String {
    withUnsafeBytes(of: &error.text) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}

extension JSONObject {
  /// The members of an object. They must not outlive the `JSONObject`.
  struct Members {
    private let object: UnsafeMutablePointer<json_t>

    init(_ object: UnsafeMutablePointer<json_t>) { self.object = object }

    func value(_ name: StaticString) -> Value? {
      name.withUTF8Buffer { buffer in
        buffer.withMemoryRebound(to: CChar.self) { json_object_getn(object, $0.baseAddress, $0.count) }
      }.map(Value.init)
    }

    var names: [String] {
      var names: [String] = []
      var next = json_object_iter(object)
      while let member = next {
        names.append(String(cString: json_object_iter_key(member)))
        next = json_object_iter_next(object, member)
      }
      return names
    }
  }

  /// The value of a member.
  struct Value {
    private let json: UnsafeMutablePointer<json_t>

    init(_ json: UnsafeMutablePointer<json_t>) { self.json = json }

    var integer: Int? { json.pointee.type == JSON_INTEGER ? Int(json_integer_value(json)) : nil }
    var isNull: Bool { json.pointee.type == JSON_NULL }
    var object: Members? { json.pointee.type == JSON_OBJECT ? Members(json) : nil }
    var string: String? {
      guard json.pointee.type == JSON_STRING, let start = json_string_value(json) else { return nil }
      let bytes = UnsafeRawBufferPointer(start: start, count: json_string_length(json))
      return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the value is this string. Compares without creating a `String`.
    func equals(_ text: StaticString) -> Bool {
      guard json.pointee.type == JSON_STRING, json_string_length(json) == text.utf8CodeUnitCount,
        let start = json_string_value(json)
      else { return false }
      return text.withUTF8Buffer { $0.elementsEqual(UnsafeRawBufferPointer(start: start, count: $0.count)) }
    }
  }
}
