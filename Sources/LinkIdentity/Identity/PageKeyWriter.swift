/// The steps from a URL without scheme and user information to its page key.
struct PageKeySteps: OptionSet {
  let rawValue: UInt8
  static let host = PageKeySteps(rawValue: 1)
  static let decode = PageKeySteps(rawValue: 2)
  static let session = PageKeySteps(rawValue: 4)
  static let slashes = PageKeySteps(rawValue: 8)
  static let index = PageKeySteps(rawValue: 16)
  static let tracking = PageKeySteps(rawValue: 32)
  static let sort = PageKeySteps(rawValue: 64)
  static let fragment = PageKeySteps(rawValue: 128)
  static let all = PageKeySteps(rawValue: 255)

  /// The steps with the names that an explanation shows, in the order in which they apply.
  static let rules: [(PageKeySteps, String)] = [
    (.host, "strip-device-prefix"), (.decode, "decode-unreserved"), (.session, "drop-session-segment"),
    (.slashes, "collapse-slashes"), (.index, "drop-index-page"), (.tracking, "drop-tracking-parameters"),
    (.sort, "sort-query"), (.fragment, "drop-fragment"),
  ]
}

/// Writes the page key of a URL. A key is only compared, so it drops more than the output form may.
struct PageKeyWriter {
  let url: ScannedURL
  var steps = PageKeySteps.all

  func write(to writer: inout ByteWriter, fragment fragmentWriter: inout ByteWriter) -> PageKey {
    writer.append(keyHost)
    let hostEnd = writer.count
    if let port = url.port, port != 80, port != 443 {
      writer.append(ASCII.colon)
      writer.append(decimal: port)
    }
    let portEnd = writer.count
    appendPath(to: &writer)
    let pathEnd = writer.count
    appendQuery(to: &writer)
    let queryEnd = writer.count
    appendFragment(to: &fragmentWriter)
    if !steps.contains(.fragment) ? url.fragment != nil : Self.isPageFragment(fragmentWriter.written) {
      writer.append(ASCII.hash)
      writer.append(fragmentWriter.written)
      fragmentWriter.truncate(to: 0)
    }
    return PageKey(
      bytes: writer.written, hostEnd: hostEnd, portEnd: portEnd, pathEnd: pathEnd, queryEnd: queryEnd,
      fragment: fragmentWriter.written, hostKind: url.hostKind)
  }

  // MARK: Host

  /// The host without the root dot, and without `www.`, `www2.`, `m.` and `mobile.` as long as a registrable domain remains.
  private var keyHost: Bytes {
    var host = url.host
    guard url.hostKind == .domain, steps.contains(.host) else { return host }
    if host.count > 1, host.last == ASCII.dot, host[host.count - 2] != ASCII.dot { host = host.upTo(host.count - 1) }
    while let shorter = host.withoutDevicePrefix, PublicSuffix.hasRegistrableDomain(shorter) { host = shorter }
    return host
  }

  // MARK: Path

  private func appendPath(to writer: inout ByteWriter) {
    let start = writer.count
    let path = url.bytes[url.path]
    if !url.marks.contains(.dotSegment), path.isPlainPath {
      writer.append(path)
    } else {
      writer.append(path: path, style: steps.contains(.decode) ? .canonical : .preserving)
      if steps.contains(.session) { dropSessionSegments(from: start, in: &writer) }
      if steps.contains(.slashes) { collapseSlashes(from: start, in: &writer) }
    }
    while steps.contains(.index) {
      let path = writer.written.from(start)
      if path.last == ASCII.slash {
        writer.truncate(to: writer.count - 1)
      } else if let slash = path.lastIndex(of: ASCII.slash), path.from(slash + 1).isIndexPage {
        writer.truncate(to: start + slash)
      } else {
        return
      }
    }
  }

  /// Drops `;jsessionid=…` up to the next slash, unless a dot segment would remain.
  private func dropSessionSegments(from start: Int, in writer: inout ByteWriter) {
    guard writer.written.from(start).firstIndex(of: ASCII.semicolon) != nil else { return }
    var target = start
    var segmentStart = start
    var index = start
    while index < writer.count {
      if writer[index] == ASCII.slash { segmentStart = target + 1 }
      if writer[index] == ASCII.semicolon, writer.written.from(index + 1).hasPrefixIgnoringCase("jsessionid="),
        writer.written[segmentStart..<target].dotCount == nil
      {
        while index < writer.count, writer[index] != ASCII.slash { index += 1 }
        continue
      }
      writer[target] = writer[index]
      target += 1
      index += 1
    }
    writer.truncate(to: target)
  }

  /// Replaces runs of slashes by one slash, unless the path contains a URL.
  private func collapseSlashes(from start: Int, in writer: inout ByteWriter) {
    var hasDouble = false
    var previous: UInt8 = 0
    for index in start..<writer.count {
      let byte = writer[index]
      if byte == ASCII.slash, previous == ASCII.slash { hasDouble = true }
      previous = byte
    }
    guard hasDouble, !writer.written.from(start).embedsURL else { return }
    var target = start
    for index in start..<writer.count {
      let byte = writer[index]
      if byte == ASCII.slash, target > start, writer[target - 1] == ASCII.slash { continue }
      writer[target] = byte
      target += 1
    }
    writer.truncate(to: target)
  }

  // MARK: Query

  private func appendQuery(to writer: inout ByteWriter) {
    guard let query = url.query, !query.isEmpty else { return }
    let start = writer.count
    if url.host.isHost("href.li") {
      // The query is one URL: the parameters belong to that URL.
      writer.append(ASCII.question)
      return writer.append(
        url.bytes[query], encoding: .query, style: steps.contains(.decode) ? .canonical : .preserving)
    }
    let onYouTube = url.host.isYouTube
    var pieces = 0
    var isSorted = true
    var previousName = 0..<0
    url.bytes[query].forEachParameter { piece, _ in
      let separatorAt = writer.count
      writer.append(pieces == 0 ? ASCII.question : ASCII.ampersand)
      writer.append(piece, encoding: .query, style: steps.contains(.decode) ? .canonical : .preserving)
      let canonical = writer.written.from(separatorAt + 1)
      let name = canonical.upTo(canonical.firstIndex(of: ASCII.equals) ?? canonical.count)
      if steps.contains(.tracking), canonical.isEmpty || QueryParameter.isTracking(name, onYouTube: onYouTube) {
        return writer.truncate(to: separatorAt)
      }
      let nameRange = separatorAt + 1..<separatorAt + 1 + name.count
      if pieces > 0, name.precedes(writer.written[previousName]) { isSorted = false }
      previousName = nameRange
      pieces += 1
    }
    if !isSorted, steps.contains(.sort) { sortQuery(from: start + 1, in: &writer) }
  }

  /// Sorts the parameters by name; parameters of one name keep their order.
  private func sortQuery(from start: Int, in writer: inout ByteWriter) {
    let copy = Array(writer.written.from(start).buffer)
    copy.withBytes { query in
      var pieces: [(piece: Bytes, name: Bytes, order: Int)] = []
      query.forEachParameter { pieces.append(($0, $1, pieces.count)) }
      pieces.sort { $0.name.precedes($1.name) || (!$1.name.precedes($0.name) && $0.order < $1.order) }
      writer.truncate(to: start)
      for (index, entry) in pieces.enumerated() {
        if index > 0 { writer.append(ASCII.ampersand) }
        writer.append(entry.piece)
      }
    }
  }

  // MARK: Fragment

  /// Appends the canonical fragment without its text directive. Appends nothing for `#readme`.
  private func appendFragment(to writer: inout ByteWriter) {
    guard let fragment = url.fragment, !fragment.isEmpty else { return }
    writer.append(url.bytes[fragment], encoding: .fragment, style: steps.contains(.decode) ? .canonical : .preserving)
    guard steps.contains(.fragment) else { return }
    if let directive = writer.written.firstIndex(of: Bytes(":~:")) { writer.truncate(to: directive) }
    if writer.written.equalsIgnoringCase("readme") { writer.truncate(to: 0) }
  }

  /// Whether the fragment names a page of its own (`#!…`, `#/…`).
  private static func isPageFragment(_ fragment: Bytes) -> Bool {
    fragment.first == ASCII.bang || fragment.first == ASCII.slash
  }
}

extension Bytes {
  /// Whether a key takes the path as written, except for its end: no escapes, no session, no two slashes in a row. Nearly
  /// all paths are like that, and copying them takes a fifth of the instructions.
  fileprivate var isPlainPath: Bool {
    guard first == ASCII.slash else { return false }
    var previous: UInt8 = 0
    for index in 0..<count {
      let byte = start[index]
      guard ASCIISet.unreserved.contains(byte) || (byte == ASCII.slash && previous != byte) else { return false }
      previous = byte
    }
    return true
  }

  /// Without `www.`, `www1.`, `m.` or `mobile.`; nil if the host starts with none of them.
  fileprivate var withoutDevicePrefix: Bytes? {
    switch first {
    case UInt8(ascii: "w"):
      guard hasPrefix("www") else { return nil }
      if count > 4, start[3] == ASCII.dot { return from(4) }
      if count > 5, start[3].isDigit, start[4] == ASCII.dot { return from(5) }
      return nil
    case UInt8(ascii: "m"):
      if count > 2, start[1] == ASCII.dot { return from(2) }
      return hasPrefix("mobile.") && count > 7 ? from(7) : nil
    default: return nil
    }
  }

  /// Whether the segment is `index.html`, `default.aspx` or a similar name of an index page.
  fileprivate var isIndexPage: Bool {
    guard count >= 8, count <= 12, let dot = firstIndex(of: ASCII.dot) else { return false }
    let name = upTo(dot)
    guard name.equalsIgnoringCase("index") || name.equalsIgnoringCase("default") else { return false }
    let kind = from(dot + 1)
    return kind.equalsIgnoringCase("html") || kind.equalsIgnoringCase("htm") || kind.equalsIgnoringCase("php")
      || kind.equalsIgnoringCase("asp") || kind.equalsIgnoringCase("aspx") || kind.equalsIgnoringCase("jsp")
  }

  /// Whether the path contains `http:` or `https:`.
  fileprivate var embedsURL: Bool {
    guard count >= 5 else { return false }
    for index in 0..<count where start[index] == ASCII.colon {
      let before = upTo(index)
      if before.endsIgnoringCase("http") || before.endsIgnoringCase("https") { return true }
    }
    return false
  }

  private func endsIgnoringCase(_ literal: StaticString) -> Bool {
    let length = Bytes(literal).count
    return count >= length && from(count - length).equalsIgnoringCase(literal)
  }

  /// Whether the bytes come before `other` in byte order.
  fileprivate func precedes(_ other: Bytes) -> Bool {
    for index in 0..<min(count, other.count) where start[index] != other.start[index] {
      return start[index] < other.start[index]
    }
    return count < other.count
  }
}
