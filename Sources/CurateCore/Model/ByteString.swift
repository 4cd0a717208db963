/// A text that is equal to another only byte for byte; `String` takes canonically equivalent texts for equal.
package struct ByteString: Hashable {
  package let text: String
  package init(_ text: String) { self.text = text }

  package static func == (a: Self, b: Self) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }
  /// Texts that differ only in their normal form share a hash, which costs nothing but a comparison.
  package func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
