/// A rule of a recipe that adds to the built-in table, or overrides it.
///
/// All conditions that are not empty must hold.
public struct LabelRule: Sendable, Equatable {
  /// A host or host suffix, matched on label boundaries.
  public var host: String
  /// A path prefix on that host, or "".
  public var path: String
  /// One segment of the path, or "".
  public var segment: String
  /// What follows the last dot of the path, or "".
  public var fileType: String
  /// The first label of the host, or "".
  public var hostPrefix: String
  /// A word of the section heading, or "".
  public var heading: String
  public var hostClass: HostClass?
  public var category: Category?
  public var site: String?
  /// When the rule is asked: before the built-in rules of the same precedence.
  public var precedence: LabelPrecedence

  public init(
    host: String, path: String = "", hostClass: HostClass? = nil, category: Category? = nil, site: String? = nil
  ) {
    self.init(
      host: host, path: path, segment: "", hostClass: hostClass, category: category, site: site, precedence: .override)
  }

  public init(
    host: String = "", path: String = "", segment: String = "", fileType: String = "", hostPrefix: String = "",
    heading: String = "", hostClass: HostClass? = nil, category: Category? = nil, site: String? = nil,
    precedence: LabelPrecedence
  ) {
    self.host = host
    self.path = path
    self.segment = segment
    self.fileType = fileType
    self.hostPrefix = hostPrefix
    self.heading = heading
    self.hostClass = hostClass
    self.category = category
    self.site = site
    self.precedence = precedence
  }

  /// What is wrong with the rule, as one clause for people; nil if it can be used.
  public var problem: String? {
    if [host, segment, fileType, hostPrefix, heading].allSatisfy(\.isEmpty) {
      return "a rule needs one of host, segment, file-type, host-prefix and heading"
    }
    if hostClass == nil, category == nil, site == nil {
      return "a rule needs one of host-class, category and site"
    }
    if !path.isEmpty, host.isEmpty { return "a path needs a host" }
    if !path.isEmpty, !path.hasPrefix("/") { return "a path starts with '/': '\(path)'" }
    if !host.isEmpty, normalizedHost == nil { return "'\(host)' is not a host name" }
    if segment.contains("/") { return "a segment has no '/': '\(segment)'" }
    if fileType.hasPrefix(".") { return "a file type has no dot: '\(fileType)'" }
    if heading.contains(" ") { return "a heading is one word: '\(heading)'" }
    return nil
  }

  /// The host as keys have it: lower-case A-labels without `www.`.
  var normalizedHost: [UInt8]? {
    guard !host.utf8.contains(where: { "/?#@:".utf8.contains($0) }) else { return nil }
    return pageKey(of: host).map { Array($0.utf8) }
  }

  /// The id that reports and `explain` show.
  public var id: String {
    if !host.isEmpty { return "recipe:\(host)\(path)" }
    if !segment.isEmpty { return "recipe:segment:\(segment)" }
    if !fileType.isEmpty { return "recipe:file-type:\(fileType)" }
    if !hostPrefix.isEmpty { return "recipe:host-prefix:\(hostPrefix)" }
    return "recipe:heading:\(heading)"
  }
}
