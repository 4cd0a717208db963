/// What a URL is the same as. Never printed as a link.
public struct Identity: Sendable, Equatable {
  /// The page key (comparison only), for example `example.org/a?b=1`.
  public var key: String
  /// The fragment that names another part of the same page; empty if none counts.
  public var fragment: String
  public var work: WorkID?
  /// Works that this page only mirrors or reads (reported, never merged).
  public var related: [WorkID]
  /// Keys of pages that this page only copies: the original of a snapshot on web.archive.org (reported, never merged).
  public var relatedKeys: [String]

  /// - Returns: nil for what is not an http or https URL or does not parse.
  public init?(of url: String) {
    guard let identity = url.withBytes({ Identity.make($0) }) else { return nil }
    self = identity
  }

  /// The identity of a URL in UTF-8 bytes.
  ///
  /// - Returns: nil for what is not an http or https URL or does not parse.
  public init?(ofUTF8 url: UnsafeBufferPointer<UInt8>) {
    guard let identity = url.withBytes({ Identity.make($0) }) else { return nil }
    self = identity
  }

  /// The identity of a URL in UTF-8 bytes.
  ///
  /// - Returns: nil for what is not an http or https URL or does not parse.
  public init?(ofUTF8 url: Span<UInt8>) {
    guard let identity = url.withUnsafeBufferPointer({ Identity(ofUTF8: $0) }) else { return nil }
    self = identity
  }

  static func make(_ url: Bytes) -> Identity? {
    url.scanURL { scan in
      guard case .web(let parts) = scan else { return nil }
      return parts.withKey { Identity($0) }
    }
  }

  /// The identity of a page that is no work, has no relatives, and is meant as a whole.
  ///
  /// - Parameter key: a page key, as another identity had it.
  public init(key: String) {
    self.key = key
    fragment = ""
    work = nil
    related = []
    relatedKeys = []
  }

  /// Whether the key says it all.
  public var isPlain: Bool { fragment.isEmpty && work == nil && related.isEmpty && relatedKeys.isEmpty }

  init(_ view: PageKey) {
    key = view.bytes.string
    fragment = view.fragment.isEmpty ? "" : view.fragment.string
    let recognizer = WorkRecognizer(view)
    work = recognizer.ownWork
    let original = work == nil ? recognizer.original : nil
    related = work == nil ? recognizer.relatedWorks + [original?.work].compactMap { $0 } : []
    relatedKeys = [original?.key].compactMap { $0 }
  }
}

/// The page key of a URL, or of a page key: `pageKey(of: pageKey(of: u)) == pageKey(of: u)`.
///
/// A text without `http:` or `https:` counts as a host with a path, so do not pass relative links.
/// - Returns: nil for what does not parse.
public func pageKey(of text: String) -> String? {
  let hasScheme = text.withBytes { $0.startsWithWebScheme }
  let url = hasScheme ? text : "https://" + text
  return url.withBytes { bytes in
    bytes.scanURL { scan in
      guard case .web(let parts) = scan else { return nil }
      return parts.withKey { $0.bytes.string }
    }
  }
}

extension Bytes {
  /// Whether the text starts with `http:` or `https:`; `http:8080/…` is the key of a host named "http".
  fileprivate var startsWithWebScheme: Bool {
    guard let colon = firstIndex(of: ASCII.colon) else { return false }
    let scheme = upTo(colon)
    guard scheme.equalsIgnoringCase("http") || scheme.equalsIgnoringCase("https") else { return false }
    return colon + 1 == count || !start[colon + 1].isDigit
  }
}
