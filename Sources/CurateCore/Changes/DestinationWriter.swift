import MarkdownSyntax

/// Writes URLs and link texts as Markdown that parses back to the same value.
enum DestinationWriter {
  /// Returns the bytes for `url` as a link's destination; nil if `url` cannot be a bare or angle-bracketed URL there.
  ///
  /// - Parameter destination: the range of the link's destination in `tree`.
  static func bytes(for url: String, syntax: LinkSyntax, destination: Range<Int>, in tree: MarkdownTree) -> [UInt8]? {
    switch syntax {
    case .bare, .angle:
      return parsesAsAutolink(url, at: destination, in: tree) ? Array(url.utf8) : nil
    case .html:
      return attribute(url)
    case .image, .inline, .reference:
      let start = destination.lowerBound
      let isBracketed = start > 0 && tree.source[start - 1] == UInt8(ascii: "<")
      return isBracketed ? bracketed(url) : inline(url)
    }
  }

  /// Returns an inline destination without angle brackets. Percent-encodes white space; escapes unbalanced parentheses,
  /// backslashes and anything that would parse as an entity (CommonMark 0.31.2, 6.3).
  static func inline(_ url: String) -> [UInt8] {
    let bytes = Array(url.utf8)
    let escapesParentheses = !hasBalancedParentheses(bytes)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0...0x20, 0x7F: out += percent(byte)
      case UInt8(ascii: "<") where index == 0: out += percent(byte)
      case UInt8(ascii: "("), UInt8(ascii: ")"):
        if escapesParentheses { out.append(UInt8(ascii: "\\")) }
        out.append(byte)
      case UInt8(ascii: "\\"): out += [byte, byte]
      case UInt8(ascii: "&") where startsEntity(bytes, at: index): out += Array("&amp;".utf8)
      default: out.append(byte)
      }
    }
    return out
  }

  /// Returns a link text that renders as exactly `title`.
  static func linkText(_ title: String) -> [UInt8] {
    let special = Set("\\[]*_`<>&$~|!".utf8)
    var out: [UInt8] = []
    for byte in title.utf8 {
      if special.contains(byte) { out.append(UInt8(ascii: "\\")) }
      out.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
    return out
  }

  /// Returns a destination for angle brackets.
  private static func bracketed(_ url: String) -> [UInt8] {
    var out: [UInt8] = []
    let bytes = Array(url.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x0A, 0x0D, UInt8(ascii: "<"), UInt8(ascii: ">"): out += percent(byte)
      case UInt8(ascii: "\\"): out += [byte, byte]
      case UInt8(ascii: "&") where startsEntity(bytes, at: index): out += Array("&amp;".utf8)
      default: out.append(byte)
      }
    }
    return out
  }

  /// Returns the value of an HTML attribute.
  private static func attribute(_ url: String) -> [UInt8] {
    var out: [UInt8] = []
    let bytes = Array(url.utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\""): out += Array("&quot;".utf8)
      case UInt8(ascii: "'"): out += Array("&#39;".utf8)
      case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "`"): out += percent(byte)
      case UInt8(ascii: "&") where startsEntity(bytes, at: index): out += Array("&amp;".utf8)
      default: out.append(byte)
      }
    }
    return out
  }

  /// Whether `url` in place of the old destination parses as one autolink of exactly these bytes.
  ///
  /// Parses only the word around the link. The rules for bare URLs do not reach further (GFM 6.9): the text up to the next
  /// space decides where the URL ends.
  private static func parsesAsAutolink(_ url: String, at destination: Range<Int>, in tree: MarkdownTree) -> Bool {
    let source = tree.source
    var start = destination.lowerBound
    while start > 0, !endsWord(source[start - 1]) { start -= 1 }
    var end = destination.upperBound
    while end < source.count, !endsWord(source[end]) { end += 1 }
    let before = destination.lowerBound - start
    let word = source[start..<destination.lowerBound] + Array(url.utf8) + source[destination.upperBound..<end]
    let changed = MarkdownTree(parsing: Array(word))
    return changed.nodes.contains {
      changed.link(NodeID($0))?.destination == before..<before + url.utf8.count
    }
  }

  private static func endsWord(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "|") }

  private static func hasBalancedParentheses(_ bytes: [UInt8]) -> Bool {
    var depth = 0
    for byte in bytes {
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth < 0 || depth > 30 { return false }
    }
    return depth == 0
  }

  /// Whether the ampersand at `index` begins something that parses as an entity (`&copy;`, `&#38;`).
  private static func startsEntity(_ bytes: [UInt8], at index: Int) -> Bool {
    var next = index + 1
    while next < bytes.count, next - index <= 32 {
      switch bytes[next] {
      case UInt8(ascii: ";"): return next > index + 1
      case UInt8(ascii: "#"), 0x30...0x39, 0x41...0x5A, 0x61...0x7A: next += 1
      default: return false
      }
    }
    return false
  }

  /// Returns a byte as `%xx`.
  private static func percent(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
