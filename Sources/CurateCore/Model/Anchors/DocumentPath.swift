/// Paths that links name, below the common folder of all inputs.
public enum DocumentPath {
  /// The path that a relative reference names (RFC 3986, 4.2 and 5.2.4); nil for any other URL, for a bare query or
  /// fragment, and for what leads above the common folder.
  ///
  /// `%xx` is decoded; query and fragment are left out. A leading `/` stands for the common folder, as in a repository.
  ///
  /// - Parameter base: the path of the file in which the reference stands.
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
