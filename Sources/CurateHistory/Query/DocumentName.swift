/// Documents by other names: a history names them below the common folder of their run's inputs.
public enum DocumentName {
  /// The document that `path` leads to: one of the two is the end of the other, part by part.
  ///
  /// - Returns: the longest that fits; nil if none does, or if `path` is too short to tell which.
  public static func find(_ path: String, among documents: [String]) -> String? {
    let parts = Self.parts(of: path)
    let inside = documents.filter { parts.ends(with: Self.parts(of: $0)) }
    if let longest = inside.max(by: { $0.utf8.count < $1.utf8.count }) { return longest }
    let around = documents.filter { Self.parts(of: $0).ends(with: parts) }
    return around.count == 1 ? around.first : nil
  }

  private static func parts(of path: String) -> [Substring] {
    path.split(separator: "/").filter { $0 != "." && $0 != ".." }
  }
}

extension Array where Element: Equatable {
  fileprivate func ends(with end: [Element]) -> Bool { !end.isEmpty && suffix(end.count).elementsEqual(end) }
}
