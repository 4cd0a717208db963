package import MarkdownSyntax

extension MarkdownTree {
  /// Returns the direct children of a node, in order.
  package func children(of node: NodeID) -> [NodeID] {
    var nodes: [NodeID] = []
    var next = firstChild(of: node)
    while let child = next {
      nodes.append(child)
      next = nextSibling(of: child)
    }
    return nodes
  }

  /// Returns the first and last line (from 1) of a node.
  package func lineRange(of node: NodeID) -> ClosedRange<Int> {
    let range = range(of: node)
    let first = lines.line(at: range.lowerBound)
    return first...max(first, lines.line(at: max(range.lowerBound, range.upperBound - 1)))
  }

  /// Whether an HTML tag has a name, given in lower case.
  func isNamed(_ tag: HTMLTagInfo, _ name: StaticString) -> Bool { matches(tag.name, name) }

  /// Returns the range of an attribute value, by the name of the attribute in lower case.
  func value(of name: StaticString, in tag: HTMLTagInfo) -> Range<Int>? {
    tag.attributes.first { matches($0.name, name) }?.value
  }

  /// Compares ASCII text case-insensitively; `name` is in lower case.
  private func matches(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { wanted in
      zip(source[range], wanted).allSatisfy { byte, want in
        (byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte) == want
      }
    }
  }
}
