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
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }
  public var description: String { "\(scheme.rawValue):\(value)" }

  public init(scheme: Scheme, value: String, attributes: [Attribute] = []) {
    self.scheme = scheme
    self.value = value
    self.attributes = attributes
  }

  /// Whether both name the same work, whatever version or moment of it.
  public func isSameWork(as other: WorkID) -> Bool { scheme == other.scheme && value == other.value }
}
