/// The targets that fragments can name in one document: headings, `id`s and named anchors.
public struct AnchorTable: Sendable {
  /// A target of a fragment.
  public enum Target: Sendable, Equatable {
    /// A heading, by its index in `Document.headings`.
    case heading(Int)
    /// An HTML tag with `id` or `name`, by its byte offset.
    case tag(Int)
    /// The page itself: `#`, `#top`, `#readme`.
    case page
  }

  private var targets: [String: Target] = [:]
  /// All anchors in document order, for suggestions.
  package private(set) var names: [String] = []

  /// Adds an anchor. The first target with a name keeps it.
  mutating func add(_ name: String, _ target: Target) {
    guard !name.isEmpty, targets[name] == nil else { return }
    targets[name] = target
    names.append(name)
  }

  /// Returns the target of a fragment (without `#`); nil if there is none.
  ///
  /// Tries the fragment as written, then percent-decoded, then in lower case, then without the prefix `user-content-` that
  /// GitHub adds to all anchors of a page: browsers on GitHub accept all of these.
  public func target(of fragment: String) -> Target? {
    if let target = targets[fragment] { return target }
    let decoded = Self.percentDecoded(fragment)
    if let target = targets[decoded] ?? targets[decoded.lowercased()] { return target }
    let prefix = "user-content-"
    if decoded.hasPrefix(prefix), let target = targets[String(decoded.dropFirst(prefix.count))] { return target }
    return ["", "top", "readme"].contains(decoded.lowercased()) ? .page : nil
  }

  /// Returns a text with `%xx` decoded. Bytes that are not UTF-8 become U+FFFD.
  static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var out: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let high = Character(Unicode.Scalar(bytes[index + 1])).hexDigitValue,
        let low = Character(Unicode.Scalar(bytes[index + 2])).hexDigitValue
      {
        out.append(UInt8(high << 4 | low))
        index += 3
      } else {
        out.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
