import MarkdownSyntax

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
    utf8Span.span.hasBytes(of: other.utf8Span.span)
  }
}
