/// Resolves relative links to paths below the common folder of all inputs.
public enum DocumentPath {
  /// Returns the path of a relative reference (RFC 3986, 4.2 and 5.2.4); nil for any other URL, for a query or fragment
  /// alone, and for a path outside the common folder.
  ///
  /// Decodes `%xx`; drops the query and fragment. A leading `/` means the common folder, as in a repository.
  ///
  /// - Parameter base: the path of the file that contains the reference.
  public static func resolve(_ url: String, from base: String) -> String? {
    let reference = url.prefix { $0 != "?" && $0 != "#" }
    guard !reference.isEmpty, !reference.hasPrefix("//"), !reference.prefix(while: { $0 != "/" }).contains(":")
    else { return nil }
    var parts = reference.hasPrefix("/") ? [] : base.split(separator: "/").dropLast().map(String.init)
    for part in reference.split(separator: "/") {
      switch AnchorTable.percentDecoded(String(part)) {
      case ".": continue
      case "..":
        guard parts.popLast() != nil else { return nil }
      case let name: parts.append(name)
      }
    }
    return parts.joined(separator: "/")
  }
}
