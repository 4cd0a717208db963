/// A text that is equal to another only byte for byte; `String` takes canonically equivalent texts for equal.
package struct ByteString: Hashable {
  package let text: String
  package init(_ text: String) { self.text = text }

  package static func == (a: Self, b: Self) -> Bool { a.text.hasBytes(of: b.text) }
  /// Texts that differ only in their normal form share a hash, which costs nothing but a comparison.
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension String {
  /// Whether both are equal byte for byte.
  package func hasBytes(of other: String) -> Bool {
    let (a, b) = (utf8Span.span, other.utf8Span.span)
    guard a.count == b.count else { return false }
    // The views of a string compare byte by byte through their iterators, at ten times the price.
    return a.withUnsafeBytes { a in b.withUnsafeBytes { b in a.elementsEqual(b) } }
  }
}
