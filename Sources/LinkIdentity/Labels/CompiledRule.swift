/// A recipe's rule, ready to be compared with keys.
struct CompiledRule: Sendable {
  let id: String
  let host: [UInt8]
  let path: [UInt8]
  /// Whether the path is `/`, which is the front page alone.
  let isFrontPage: Bool
  let segment: [UInt8]
  let fileType: [UInt8]
  let hostPrefix: [UInt8]
  let heading: String
  let hostClass: HostClass?
  let category: Category?
  let site: String?
  let precedence: LabelPrecedence

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
    if !host.isEmpty, !host.withBytes({ subject.host.isSuffixHost($0) }) { return false }
    if isFrontPage, !subject.path.isEmpty { return false }
    if !path.isEmpty, !path.withBytes({ subject.path.hasPathPrefix($0) }) { return false }
    if !segment.isEmpty, !segment.withBytes({ subject.hasSegment($0) }) { return false }
    if !fileType.isEmpty, !fileType.withBytes({ $0.equals(subject.fileType, ignoringCase: true) }) { return false }
    if !hostPrefix.isEmpty, !hostPrefix.withBytes({ subject.firstLabel == $0 }) { return false }
    return heading.isEmpty || subject.headingHasWord(heading)
  }
}

extension Bytes {
  /// Whether this host is `domain` or below it.
  @inline(__always)
  func isSuffixHost(_ domain: Bytes) -> Bool {
    guard matches(domain, at: count - domain.count) else { return false }
    return count == domain.count || start[count - domain.count - 1] == ASCII.dot
  }

  /// Whether this path starts with `prefix` and the next byte, if any, starts a new segment.
  @inline(__always)
  func hasPathPrefix(_ prefix: Bytes) -> Bool {
    guard matches(prefix, at: 0) else { return false }
    return count == prefix.count || start[prefix.count] == ASCII.slash || prefix.last == ASCII.slash
  }

  /// Lends the first 32 bytes in lower case; longer texts match no word of a table.
  @inline(__always)
  func withLowered(_ body: (Bytes) -> Void) {
    guard count <= 32 else { return }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { memory in
      // `count` is at most the capacity.
      for index in 0..<count { memory[index] = start[index].lowered }
      UnsafeBufferPointer(rebasing: memory[..<count]).withBytes(body)
    }
  }

  func equals(_ other: Bytes, ignoringCase: Bool) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where start[index].lowered != other.start[index].lowered { return false }
    return true
  }
}
