/// The form of a URL that `normalize-urls` writes. It has only changes that cannot break the link.
public struct OutputForm: Sendable, Equatable {
  /// The result of normalizing a URL.
  public enum Outcome: Sendable, Equatable {
    /// The URL needs no change.
    case unchanged
    /// The URL to write instead.
    case changed(String)
    /// The URL is not http or https (mail, relative, fragment, another scheme) and is left unchanged.
    case notWeb
    /// An http or https URL that does not parse. It is left unchanged and reported; the text is the reason.
    case invalid(String)
  }
  /// The URL to write, or why the URL is left unchanged.
  public var outcome: Outcome
  /// The rules that changed the URL, in order (`lower-case-host`, `drop-default-port` …).
  public var rules: [String]
}

/// The optional changes of the output form. All are off by default.
public struct OutputPolicy: Sendable, Equatable {
  /// The hosts whose http URLs become https: none, those on the HSTS preload list of browsers, those known to serve https,
  /// or all with a dot in their name.
  public enum HTTPS: String, Sendable, CaseIterable { case none, preloaded, known, all }
  /// Drops the campaign parameters `utm_…`.
  public var stripUTM = false
  /// Replaces http by https on these hosts.
  public var https = HTTPS.none
  /// Replaces a redirector by its target.
  public var unwrapRedirectors = false
  /// Replaces an arXiv PDF by its abstract page.
  public var arxivAbstracts = false
  /// Replaces `youtu.be/…` by `www.youtube.com/watch?v=…`.
  public var youtubeWatch = false
  /// Replaces `dx.doi.org` by `doi.org`.
  public var doiResolver = false
  /// Drops the text directive (`:~:text=…`) of the fragment.
  public var dropTextFragments = false
  /// A policy without optional changes.
  public init() {}
}

/// Normalizes URLs for output under one policy.
public struct URLNormalizer: Sendable {
  /// The optional changes.
  public let policy: OutputPolicy

  /// A normalizer with optional changes (none by default).
  public init(_ policy: OutputPolicy = OutputPolicy()) { self.policy = policy }

  /// Returns the output form of a URL.
  ///
  /// - Parameter url: the URL with Markdown escapes and entities decoded.
  public func outputForm(of url: String) -> OutputForm { url.withBytes { outputForm(of: $0) } }

  /// Returns the output form of a URL in UTF-8 bytes. Bytes that are not UTF-8 are written as U+FFFD.
  public func outputForm(ofUTF8 url: UnsafeBufferPointer<UInt8>) -> OutputForm { url.withBytes { outputForm(of: $0) } }

  /// Returns the output form of a URL in UTF-8 bytes. Bytes that are not UTF-8 are written as U+FFFD.
  public func outputForm(ofUTF8 url: Span<UInt8>) -> OutputForm {
    url.withUnsafeBufferPointer { outputForm(ofUTF8: $0) }
  }

  @inline(__always)
  func outputForm(of url: Bytes) -> OutputForm {
    url.scanURL { scan in
      switch scan {
      case .web(let parts): outputForm(of: parts)
      case .notWeb: OutputForm(outcome: .notWeb, rules: [])
      case .invalid(let failure): OutputForm(outcome: .invalid(failure.reason), rules: [])
      }
    }
  }

  @inline(__always)
  func outputForm(of parts: ScannedURL) -> OutputForm {
    let changes = outputChanges(of: parts)
    guard !changes.isEmpty else { return OutputForm(outcome: .unchanged, rules: []) }
    return rewritten(parts, changes)
  }
}

/// The changes of the output form, in the order in which they are reported.
struct OutputChanges: OptionSet {
  let rawValue: UInt16
  static let unwrap = OutputChanges(rawValue: 1)
  static let scheme = OutputChanges(rawValue: 2)
  static let host = OutputChanges(rawValue: 4)
  static let port = OutputChanges(rawValue: 8)
  static let dots = OutputChanges(rawValue: 16)
  static let clickIDs = OutputChanges(rawValue: 32)
  static let utm = OutputChanges(rawValue: 64)
  static let https = OutputChanges(rawValue: 128)
  static let doiResolver = OutputChanges(rawValue: 256)
  static let arxivAbstract = OutputChanges(rawValue: 512)
  static let youtubeWatch = OutputChanges(rawValue: 1024)
  static let textFragment = OutputChanges(rawValue: 2048)
  /// Cleanup of escapes, slashes and an empty path, made only together with another change.
  static let tidy = OutputChanges(rawValue: 4096)

  /// The rule of each change, in order.
  static let rules: [(OutputChanges, String)] = [
    (.unwrap, "unwrap-redirector"), (.scheme, "lower-case-scheme"), (.host, "lower-case-host"),
    (.port, "drop-default-port"), (.dots, "resolve-dot-segments"), (.clickIDs, "strip-click-id"),
    (.utm, "strip-utm"), (.https, "upgrade-to-https"), (.doiResolver, "doi-resolver"),
    (.arxivAbstract, "arxiv-abstract"), (.youtubeWatch, "youtube-watch"), (.textFragment, "drop-text-fragment"),
    (.tidy, "tidy-escapes"),
  ]

  /// The names of the rules. Cleanup is not a reason to change a URL, so it is not named.
  var ruleNames: [String] { Self.rules.filter { $0.0 != .tidy && contains($0.0) }.map(\.1) }
}
