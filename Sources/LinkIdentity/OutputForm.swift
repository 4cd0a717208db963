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

  /// - Parameter url: the URL as UTF-8, Markdown escapes and entities already decoded.
  public func outputForm(of url: String) -> OutputForm { OutputForm(outcome: .unchanged, rules: []) }
}
