/// The places that fragments can lead to in one document: headings, `id`s and named anchors.
public struct AnchorTable: Sendable {
  public enum Target: Sendable, Equatable {
    /// A heading, by its place in `Document.headings`.
    case heading(Int)
    /// The offset of an HTML tag with `id` or `name`.
    case tag(Int)
    /// `#`, `#top`, `#readme`: always the page itself.
    case page
  }

  private var targets: [String: Target] = [:]
  /// Every anchor in document order, for suggestions.
  public private(set) var names: [String] = []

  /// The first place with a name keeps it.
  mutating func add(_ name: String, _ target: Target) {
    guard !name.isEmpty, targets[name] == nil else { return }
    targets[name] = target
    names.append(name)
  }

  /// Where a fragment (without `#`) leads.
  ///
  /// Percent-encoded fragments are decoded, case is ignored if nothing matches exactly, and the prefix that GitHub
  /// gives to all anchors of a page may be written out, as browsers on GitHub do.
  public func target(of fragment: String) -> Target? {
    if let target = targets[fragment] { return target }
    let decoded = Self.percentDecoded(fragment)
    if let target = targets[decoded] ?? targets[decoded.lowercased()] { return target }
    let prefix = "user-content-"
    if decoded.hasPrefix(prefix), let target = targets[String(decoded.dropFirst(prefix.count))] { return target }
    return ["", "top", "readme"].contains(decoded.lowercased()) ? .page : nil
  }

  /// A text with its `%xx` decoded; bytes that are not UTF-8 become U+FFFD.
  public static func percentDecoded(_ text: String) -> String {
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
