import MarkdownSyntax

/// A string that is compared byte for byte. `String` treats canonically equivalent strings as equal.
package struct ByteString: Hashable {
  /// The string.
  package let text: String
  /// Wraps a string.
  package init(_ text: String) { self.text = text }

  /// Whether both have the same bytes.
  package static func == (a: Self, b: Self) -> Bool { a.text.hasBytes(of: b.text) }
  /// Hashes the string. Canonically equivalent strings share a hash, which costs one more comparison.
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension String {
  /// Whether both strings have the same bytes.
  package func hasBytes(of other: String) -> Bool {
    utf8Span.span.hasBytes(of: other.utf8Span.span)
  }
}
