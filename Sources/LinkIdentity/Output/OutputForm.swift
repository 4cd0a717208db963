/// What `normalize-urls` writes for a URL: only changes that cannot break it.
public struct OutputForm: Sendable, Equatable {
  public enum Outcome: Sendable, Equatable {
    /// The URL stands as it is.
    case unchanged
    case changed(String)
    /// Not an http or https URL (mail, relative, fragment, another scheme): left alone.
    case notWeb
    /// An http or https URL that no parser accepts: left alone, and a finding. The text says why.
    case invalid(String)
  }
  public var outcome: Outcome
  /// The rules that fired, in order (`lower-case-host`, `drop-default-port` …).
  public var rules: [String]
}

/// The opt-in changes of the output form; the defaults are always safe.
public struct OutputPolicy: Sendable, Equatable {
  public enum HTTPS: String, Sendable, CaseIterable { case none, preloaded, known, all }
  public var stripUTM = false
  public var https = HTTPS.none
  public var unwrapRedirectors = false
  public var arxivAbstracts = false
  public var youtubeWatch = false
  public var doiResolver = false
  public var dropTextFragments = false
  public init() {}
}

/// Gives the output form of URLs under one policy.
public struct URLNormalizer: Sendable {
  public let policy: OutputPolicy
  public init(_ policy: OutputPolicy = OutputPolicy()) { self.policy = policy }

  /// The form of a URL that is written out.
  ///
  /// - Parameter url: the URL as UTF-8, Markdown escapes and entities already decoded.
  public func outputForm(of url: String) -> OutputForm { url.withBytes { outputForm(of: $0) } }

  /// The form of a URL that is written out, from UTF-8 bytes; bytes that are not UTF-8 come back as U+FFFD.
  public func outputForm(ofUTF8 url: UnsafeBufferPointer<UInt8>) -> OutputForm { url.withBytes { outputForm(of: $0) } }

  /// The form of a URL that is written out, from UTF-8 bytes; bytes that are not UTF-8 come back as U+FFFD.
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

/// What the output form changes, in the order in which the changes are reported.
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
  /// What is put right only because something else changes: escapes, slashes, an empty path.
  static let tidy = OutputChanges(rawValue: 4096)

  /// The rule of each change, in order.
  static let rules: [(OutputChanges, String)] = [
    (.unwrap, "unwrap-redirector"), (.scheme, "lower-case-scheme"), (.host, "lower-case-host"),
    (.port, "drop-default-port"), (.dots, "resolve-dot-segments"), (.clickIDs, "strip-click-id"),
    (.utm, "strip-utm"), (.https, "upgrade-to-https"), (.doiResolver, "doi-resolver"),
    (.arxivAbstract, "arxiv-abstract"), (.youtubeWatch, "youtube-watch"), (.textFragment, "drop-text-fragment"),
    (.tidy, "tidy-escapes"),
  ]

  /// The rules that fired. Tidying is no reason of its own, so it is not named.
  var ruleNames: [String] { Self.rules.filter { $0.0 != .tidy && contains($0.0) }.map(\.1) }
}
