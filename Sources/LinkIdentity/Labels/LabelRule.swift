/// A label rule of a recipe, which adds to the built-in rules or overrides them.
///
/// The rule applies to a link if all of its conditions that are not empty hold.
public struct LabelRule: Sendable, Equatable {
  /// A host; it matches itself and the hosts below it.
  public var host: String
  /// A prefix of the path on that host, or "". `/` is the front page alone.
  public var path: String
  /// One segment of the path in any case, or "".
  public var segment: String
  /// The text after the last dot of the path in any case, or "".
  public var fileType: String
  /// The first label of the host, or "".
  public var hostPrefix: String
  /// A word of the section heading, or "".
  public var heading: String
  /// The host class of the link; nil if the rule does not decide it.
  public var hostClass: HostClass?
  /// The category of the link; nil if the rule does not decide it.
  public var category: Category?
  /// The display name of the site; nil if the rule does not decide it.
  public var site: String?
  /// The level at which the rule applies, before the built-in rules of that level.
  public var precedence: LabelPrecedence

  /// A rule for a host that overrides all built-in rules.
  public init(
    host: String, path: String = "", hostClass: HostClass? = nil, category: Category? = nil, site: String? = nil
  ) {
    self.init(
      host: host, path: path, segment: "", hostClass: hostClass, category: category, site: site, precedence: .override)
  }

  /// A rule of any precedence.
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

  /// The reason why the rule is invalid, as one clause; nil if the rule is valid.
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

  /// The host as page keys spell it: lower-case A-labels without `www.`. Nil if it is not a host name.
  var normalizedHost: [UInt8]? {
    guard !host.utf8.contains(where: { "/?#@:".utf8.contains($0) }) else { return nil }
    return pageKey(of: host).map { Array($0.utf8) }
  }

  /// The rule id in reports and in `curate explain`.
  public var id: String {
    if !host.isEmpty { return "recipe:\(host)\(path)" }
    if !segment.isEmpty { return "recipe:segment:\(segment)" }
    if !fileType.isEmpty { return "recipe:file-type:\(fileType)" }
    if !hostPrefix.isEmpty { return "recipe:host-prefix:\(hostPrefix)" }
    return "recipe:heading:\(heading)"
  }
}

/// A rule of a recipe, prepared for comparison with page keys.
struct CompiledRule: Sendable {
  let id: String
  let host: [UInt8]
  let path: [UInt8]
  /// Whether the path of the rule is `/`, which is the front page alone.
  let isFrontPage: Bool
  let segment: [UInt8]
  let fileType: [UInt8]
  let hostPrefix: [UInt8]
  let heading: String
  let hostClass: HostClass?
  let category: Category?
  let site: String?
  let precedence: LabelPrecedence

  /// - Returns: nil if the rule is not valid.
  init?(_ rule: LabelRule) {
    guard rule.problem == nil else { return nil }
    id = rule.id
    host = rule.host.isEmpty ? [] : rule.normalizedHost ?? []
    let path = Array(rule.path.utf8)
    isFrontPage = path == [ASCII.slash]
    self.path = path.last == ASCII.slash ? path.dropLast() : path
    segment = Array(rule.segment.utf8)
    fileType = rule.fileType.utf8.map(\.lowered)
    hostPrefix = rule.hostPrefix.utf8.map(\.lowered)
    heading = rule.heading
    hostClass = rule.hostClass
    category = rule.category
    site = rule.site
    precedence = rule.precedence
  }

  func matches(_ subject: LabelSubject) -> Bool {
    if !host.isEmpty, !host.withBytes({ subject.host.isHost(orBelow: $0) }) { return false }
    if isFrontPage, !subject.path.isEmpty { return false }
    if !path.isEmpty, !path.withBytes({ subject.path.hasPathPrefix($0) }) { return false }
    if !segment.isEmpty, !segment.withBytes({ subject.hasSegment($0) }) { return false }
    if !fileType.isEmpty, !fileType.withBytes({ $0.equals(subject.fileType, ignoringCase: true) }) { return false }
    if !hostPrefix.isEmpty, !hostPrefix.withBytes({ subject.firstLabel == $0 }) { return false }
    return heading.isEmpty || subject.headingHasWord(heading)
  }
}

extension Bytes {
  /// Whether this path starts with `prefix` and the next byte, if any, starts a new segment.
  @inline(__always)
  func hasPathPrefix(_ prefix: Bytes) -> Bool {
    guard matches(prefix, at: 0) else { return false }
    return count == prefix.count || start[prefix.count] == ASCII.slash || prefix.last == ASCII.slash
  }

  /// Calls `body` with the bytes in lower case. Does nothing for more than 32 bytes, which no word of a table has.
  @inline(__always)
  func withLowered(_ body: (Bytes) -> Void) {
    guard count <= 32 else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { memory in
      // `count` is at most the capacity.
      for index in 0..<count { memory[index] = start[index].lowered }
      UnsafeBufferPointer(rebasing: memory[..<count]).withBytes(body)
    }
  }

  /// Whether the bytes are equal after ASCII letters are lowered in both.
  func equals(_ other: Bytes, ignoringCase: Bool) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where start[index].lowered != other.start[index].lowered { return false }
    return true
  }
}
