/// The identity by which URLs are compared: the key of the page, and the work that the page leads to.
///
/// A key is never written as a link.
public struct Identity: Sendable, Equatable {
  /// The page key, for example `example.org/a?b=1`.
  public var key: String
  /// The fragment that names another part of the same page; empty if the fragment does not count.
  public var fragment: String
  /// The work that the page shows or belongs to.
  public var work: WorkID?
  /// Works that this page only mirrors, reads or is built from (reported, never merged).
  public var related: [WorkID]
  /// Keys of pages that this page only copies: the original of a snapshot on web.archive.org (reported, never merged).
  public var relatedKeys: [String]

  /// The identity of a URL.
  ///
  /// - Returns: nil if the text is not an http or https URL or does not parse.
  public init?(of url: String) {
    guard let identity = url.withBytes({ Identity.make($0) }) else { return nil }
    self = identity
  }

  /// The identity of a URL in UTF-8 bytes.
  ///
  /// - Returns: nil if the text is not an http or https URL or does not parse.
  public init?(ofUTF8 url: UnsafeBufferPointer<UInt8>) {
    guard let identity = url.withBytes({ Identity.make($0) }) else { return nil }
    self = identity
  }

  /// The identity of a URL in UTF-8 bytes.
  ///
  /// - Returns: nil if the text is not an http or https URL or does not parse.
  public init?(ofUTF8 url: Span<UInt8>) {
    guard let identity = url.withUnsafeBufferPointer({ Identity(ofUTF8: $0) }) else { return nil }
    self = identity
  }

  private static func make(_ url: Bytes) -> Identity? {
    url.scanURL { scan in
      guard case .web(let parts) = scan else { return nil }
      return parts.withKey { Identity($0) }
    }
  }

  /// The identity of a page without a work, a counting fragment or related pages.
  ///
  /// - Parameter key: a page key, as another identity has it.
  package init(key: String) {
    self.key = key
    fragment = ""
    work = nil
    related = []
    relatedKeys = []
  }

  /// Whether the identity is the page key alone.
  package var isPlain: Bool { fragment.isEmpty && work == nil && related.isEmpty && relatedKeys.isEmpty }

  init(_ page: PageKey) {
    key = page.bytes.string
    fragment = page.fragment.isEmpty ? "" : page.fragment.string
    let recognizer = WorkRecognizers.builtIn.index(of: page.host)
    work = WorkRecognizers.builtIn.work(of: page, recognizer: recognizer)
    related = []
    relatedKeys = []
    if work == nil, let recognizer {
      (related, relatedKeys) = WorkRecognizers.builtIn.relations(of: page, recognizer: recognizer)
    }
  }
}

/// Returns the page key of a URL or of a page key: `pageKey(of: pageKey(of: u)) == pageKey(of: u)`.
///
/// A text without `http:` or `https:` counts as a host with a path, so do not pass relative links.
/// - Returns: nil if the text does not parse.
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
  /// Whether the text starts with `http:` or `https:`. `http:8080/…` is the key of a host named "http".
  fileprivate var startsWithWebScheme: Bool {
    guard let colon = firstIndex(of: ASCII.colon) else { return false }
    let scheme = upTo(colon)
    guard scheme.equalsIgnoringCase("http") || scheme.equalsIgnoringCase("https") else { return false }
    return colon + 1 == count || !start[colon + 1].isDigit
  }
}
