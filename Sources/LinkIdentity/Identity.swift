/// What a URL is the same as. Never printed as a link.
public struct Identity: Sendable, Equatable {
  /// The page key (comparison only), for example `example.org/a?b=1`.
  public var key: String
  /// The fragment that names another part of the same page; empty if none counts.
  public var fragment: String
  public var work: WorkID?
  /// Works that this page only mirrors or reads (reported, never merged).
  public var related: [WorkID]

  /// - Returns: nil for what is not an http or https URL or does not parse.
  public init?(of url: String) { return nil }
}

/// A work that several pages lead to: `arxiv:1905.13405`, `doi:10.1000/182`, `github:owner/repo`.
public struct WorkID: Sendable, Hashable, CustomStringConvertible {
  public enum Scheme: String, Sendable, CaseIterable {
    case arxiv, doi, openreview, acl, pmlr, cvf, nips, pmc, pmid, ssrn, github, youtube, wikipedia
  }
  public var scheme: Scheme
  public var value: String
  /// What distinguishes two pages of one work and is no part of its identity: `version` → `2`, `t` → `90`.
  public var attributes: [Attribute]
  public struct Attribute: Sendable, Hashable {
    public var name: String
    public var value: String
  }
  public var description: String { "\(scheme.rawValue):\(value)" }
}

/// The steps from a URL to its output form and key, for people.
public struct Explanation: Sendable {
  public struct Step: Sendable, Equatable {
    public var rule: String
    public var before: String
    public var after: String
  }
  public var output: [Step]
  public var key: [Step]
  public var work: [Step]
}

/// The rules that fired for a URL, in order, with what each of them changed.
public func explain(_ url: String, policy: OutputPolicy = OutputPolicy()) -> Explanation {
  Explanation(output: [], key: [], work: [])
}
