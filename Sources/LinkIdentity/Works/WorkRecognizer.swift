/// Recognizes the works that the pages of one site lead to.
///
/// Each site is one file of this folder and one line of `WorkRecognizers.builtIn`; nothing else needs to know its works.
struct WorkRecognizer: Sendable {
  /// The schemes that this recognizer declares.
  var schemes: [WorkID.Scheme] = []
  /// The hosts of the site as page keys spell them: lower-case ASCII without `www.` and `m.`. A host that starts with a dot
  /// means all hosts below it (`.wikipedia.org`) and has at least eight bytes.
  var hosts: [StaticString]
  /// Whether a DOI in the path (`/doi/10.…`) counts for nothing on these hosts.
  var ignoresDOIs = false
  /// URLs and what is recognized in them, all checked by a test: the id of the work with its attributes
  /// (`youtube:dQw4w9WgXcQ t=90`), `related` and the id of a work, `copy of` and a page key, or `none`.
  var examples: KeyValuePairs<String, String>
  /// Returns the work that a page shows or belongs to. Called only on default ports.
  var work: (@Sendable (PageKey) -> WorkID?)?
  /// Returns the work that a page only mirrors, reads or is built from (reported, never merged). Called on default ports if
  /// `work` returns nil.
  var related: (@Sendable (PageKey) -> WorkID?)?
  /// Returns the URL of the page that a page is a copy of. Called if `work` returns nil.
  var original: (@Sendable (PageKey) -> String?)?
}

/// Recognizers by host.
///
/// A host is found by a hash of its last eight bytes, so that a host which no recognizer names costs one multiplication
/// and one load, however many recognizers there are.
struct WorkRecognizers: Sendable {
  /// All recognizers of this module; the first one that names a host recognizes its pages.
  static let builtIn = WorkRecognizers([
    .arxiv,
    .arxivReaders,
    .semanticScholar,
    .doi,
    .springer,
    .nature,
    .openReview,
    .aclAnthology,
    .pmlr,
    .cvf,
    .neurIPS,
    .pubMed,
    .ssrn,
    .github,
    .githubPages,
    .youtube,
    .wikipedia,
    .webArchive,
  ])

  let all: [WorkRecognizer]
  let schemes: [WorkID.Scheme]
  /// For each hash the place of its first host in `hosts`, counted from 1; 0 for none.
  private var slots = [UInt8](repeating: 0, count: 256)
  private var hosts: [Host] = []

  /// - Parameter all: recognizers that name at most 255 hosts together.
  init(_ all: [WorkRecognizer]) {
    self.all = all
    schemes = all.flatMap(\.schemes)
    // In reverse, because each host is put before the others of its hash.
    for (index, recognizer) in all.enumerated().reversed() {
      for name in recognizer.hosts {
        let slot = Self.slot(of: Bytes(name))
        hosts.append(Host(name: name, recognizer: index, next: slots[slot]))
        slots[slot] = UInt8(hosts.count)
      }
    }
  }

  /// A host that a recognizer names.
  private struct Host {
    let name: StaticString
    /// The index of its recognizer.
    let recognizer: Int
    /// The place of the next host with the same hash, counted from 1; 0 for none.
    let next: UInt8

    func matches(_ host: Bytes) -> Bool {
      let name = Bytes(name)
      return name.first == ASCII.dot ? host.matches(name, at: host.count - name.count) : host == name
    }
  }

  /// - Returns: the index in `all` of the recognizer for a host of a page key; nil if there is none.
  @inline(__always)
  func index(of host: Bytes) -> Int? {
    var place = slots[Self.slot(of: host)]
    while place > 0 {
      let entry = hosts[Int(place) - 1]
      if entry.matches(host) { return entry.recognizer }
      place = entry.next
    }
    return nil
  }

  /// A hash of the last eight bytes, from 0 to 255.
  @inline(__always)
  private static func slot(of host: Bytes) -> Int {
    var tail: UInt64 = 0
    if host.count >= 8 {
      // Bounds: the eight bytes before the end of at least eight.
      tail = UnsafeRawPointer(host.start + (host.count - 8)).loadUnaligned(as: UInt64.self)
    } else {
      for index in 0..<host.count { tail = tail << 8 | UInt64(host[index]) }
    }
    return Int(truncatingIfNeeded: (tail &* 0x9e37_79b9_7f4a_7c15) >> 56)
  }

  /// The work that a page shows or belongs to.
  func work(of key: PageKey) -> WorkID? { work(of: key, recognizer: index(of: key.host)) }

  /// Returns the work that a page shows or belongs to; `recognizer` is the result of `index(of:)` for its host.
  @inline(__always)
  func work(of key: PageKey, recognizer: Int?) -> WorkID? {
    guard !key.hasPort, key.hostKind == .domain else { return nil }
    if let recognizer {
      if let work = all[recognizer].work?(key) { return work }
      if all[recognizer].ignoresDOIs { return nil }
    }
    return DOI.work(inPathOf: key)
  }

  /// Returns the works that a page without a work of its own mirrors, reads or copies, and the key of the original page.
  func relations(of key: PageKey, recognizer: Int) -> (works: [WorkID], keys: [String]) {
    var works: [WorkID] = []
    if !key.hasPort, let work = all[recognizer].related?(key) { works.append(work) }
    guard let original = all[recognizer].original?(key) else { return (works, []) }
    return original.withBytes { bytes in
      bytes.scanURL { scan in
        guard case .web(let parts) = scan else { return (works, []) }
        return parts.withKey { key in
          // The original of a copy of a copy is that copy only.
          if let work = work(of: key) { works.append(work) }
          return (works, [key.bytes.string])
        }
      }
    }
  }
}
