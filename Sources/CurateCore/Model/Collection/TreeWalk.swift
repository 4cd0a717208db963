public import MarkdownSyntax

extension MarkdownTree {
  /// The direct children of a node, in order.
  public func children(of node: NodeID) -> [NodeID] {
    var nodes: [NodeID] = []
    var next = firstChild(of: node)
    while let child = next {
      nodes.append(child)
      next = nextSibling(of: child)
    }
    return nodes
  }

  /// The lines that a node stands on, from 1.
  public func lineRange(of node: NodeID) -> ClosedRange<Int> {
    let range = range(of: node)
    let first = lines.line(at: range.lowerBound)
    return first...max(first, lines.line(at: max(range.lowerBound, range.upperBound - 1)))
  }
}
