import CurateCore
import LinkIdentity

/// The permissions of a plugin: those in its `may:` that its scope allows.
struct Permissions {
  let scope: PluginManifest.Scope
  let may: Set<PluginManifest.Permission>

  init(_ manifest: PluginManifest) {
    scope = manifest.scope
    may = manifest.may
  }

  /// Throws if the plugin may not return this verdict, or if its URL or survivor is invalid.
  func check(_ verdict: Verdict, on n: Int, _ items: any ItemSource) throws(PluginFailure) {
    switch verdict {
    case .keep, .error: return
    case .patch(let patch):
      if let url = patch.url {
        try require(.set, on: n, "sets 'url'", items)
        guard Self.isURL(url) else { throw .notAURL(item: items.place(of: n), url: url) }
      }
      if patch.title != nil { try require(.set, on: n, "sets 'title'", items) }
      if patch.setsLabels { try require(.label, on: n, "sets labels", items) }
    case .remove: try require(.remove, on: n, "removes the entry", items)
    case .merge(let into, _):
      try require(.remove, on: n, "merges the entry", items)
      guard into >= 0, into < items.count else {
        throw .unknownTarget(item: items.place(of: n), into: into, count: items.count)
      }
    }
  }

  /// Throws if the plugin may not report findings.
  func check(_ finding: PluginFinding, on n: Int, _ items: any ItemSource) throws(PluginFailure) {
    try require(.find, on: n, "reports a finding", items)
  }

  /// Throws if the plugin may not add entries, or if the URL is invalid.
  func check(_ addition: Addition, on n: Int, _ items: any ItemSource) throws(PluginFailure) {
    try require(.add, on: n, "adds an entry", items)
    guard Self.isURL(addition.url) else { throw .notAURL(item: items.place(of: n), url: addition.url) }
  }

  private func require(
    _ permission: PluginManifest.Permission, on n: Int, _ what: String, _ items: any ItemSource
  ) throws(PluginFailure) {
    guard scope.allows(permission) else {
      throw .wrongScope(item: items.place(of: n), what: what, scope: scope.rawValue)
    }
    guard may.contains(permission) else {
      throw .notAllowed(item: items.place(of: n), what: what, permission: permission.rawValue)
    }
  }

  /// Whether a text is a URL that a link can have: an http or https URL, one of another scheme, or a relative reference
  /// without white space.
  static func isURL(_ text: String) -> Bool {
    guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.properties.isWhitespace || $0.value < 0x20 }) else {
      return false
    }
    guard let colon = text.firstIndex(of: ":") else { return true }
    let scheme = text[..<colon].lowercased()
    // A colon after the first '/', '?' or '#' belongs to a relative reference.
    if scheme.contains(where: { "/?#".contains($0) }) { return true }
    guard scheme == "http" || scheme == "https" else {
      let letters = scheme.utf8
      return letters.first.map { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") } == true
        && letters.allSatisfy {
          ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z")) || ($0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9"))
            || "+-.".utf8.contains($0)
        }
    }
    return Identity(of: text) != nil
  }
}
