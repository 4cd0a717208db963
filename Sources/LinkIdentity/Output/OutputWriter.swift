extension URLNormalizer {
  /// Which changes apply to a URL. Nothing is written or allocated.
  @inline(__always)
  func outputChanges(of url: ScannedURL) -> OutputChanges {
    var changes: OutputChanges = []
    if url.marks.contains(.upperScheme) { changes.insert(.scheme) }
    if url.marks.contains(.upperHost) { changes.insert(.host) }
    if url.marks.contains(.internationalHost), url.hasLoweredInternationalHost { changes.insert(.host) }
    if url.writtenPort != nil, url.port == nil { changes.insert(.port) }
    if url.marks.contains(.dotSegment) { changes.insert(.dots) }
    if let query = url.query { noteParameters(of: url.bytes[query], host: url.host, in: &changes) }
    if !isDefault { noteOptIns(of: url, in: &changes) }
    return changes
  }

  private var isDefault: Bool {
    policy.https == .none && !policy.unwrapRedirectors && !policy.arxivAbstracts && !policy.youtubeWatch
      && !policy.doiResolver && !policy.dropTextFragments
  }

  @inline(__always)
  private func noteParameters(of query: Bytes, host: Bytes, in changes: inout OutputChanges) {
    // There the parameters are those of another URL.
    if host.isHost("href.li") { return }
    let onYouTube = host.isYouTube
    query.forEachParameter { _, name in
      if QueryParameter.isClickID(name, onYouTube: onYouTube) { changes.insert(.clickIDs) }
      if policy.stripUTM, QueryParameter.isUTM(name) { changes.insert(.utm) }
    }
  }

  private func noteOptIns(of url: ScannedURL, in changes: inout OutputChanges) {
    if policy.unwrapRedirectors, Redirector.finalTarget(of: url) != nil { changes.insert(.unwrap) }
    if policy.https != .none, !url.isHTTPS, url.port == nil, servesHTTPS(url) { changes.insert(.https) }
    if policy.doiResolver, url.host == "dx.doi.org", url.port == nil { changes.insert(.doiResolver) }
    if policy.arxivAbstracts, url.arxivPDFIdentifier != nil { changes.insert(.arxivAbstract) }
    if policy.youtubeWatch, url.shortYouTubeVideo != nil { changes.insert(.youtubeWatch) }
    if policy.dropTextFragments, url.textDirective != nil { changes.insert(.textFragment) }
  }

  private func servesHTTPS(_ url: ScannedURL) -> Bool {
    guard url.hostKind == .domain else { return false }
    return switch policy.https {
    case .none: false
    case .preloaded: SecureHosts.isPreloaded(url.host)
    case .known: SecureHosts.isKnown(url.host)
    case .all: url.host.firstIndex(of: ASCII.dot) != nil
    }
  }

  /// Writes the URL with `changes`, which are not empty.
  func rewritten(_ url: ScannedURL, _ changes: OutputChanges) -> OutputForm {
    if changes.contains(.unwrap), let target = Redirector.finalTarget(of: url) {
      return target.withBytes { bytes in
        bytes.scanURL { scan in
          guard case .web(let parts) = scan else { return OutputForm(outcome: .unchanged, rules: []) }
          return settled(parts, outputChanges(of: parts).union(.unwrap))
        }
      }
    }
    return settled(url, changes)
  }

  /// Writes the URL, and once more if resolved dot segments let another opt-in apply.
  private func settled(_ url: ScannedURL, _ changes: OutputChanges) -> OutputForm {
    let form = write(url, changes)
    guard !isDefault, changes.contains(.dots), case .changed(let text) = form.outcome else { return form }
    let again = outputForm(of: text)
    guard case .changed = again.outcome else { return form }
    return OutputForm(outcome: again.outcome, rules: form.rules + again.rules)
  }

  private func write(_ url: ScannedURL, _ changes: OutputChanges) -> OutputForm {
    OutputForm(outcome: .changed(url.text(with: changes.union(.tidy))), rules: changes.ruleNames)
  }
}

extension ScannedURL {
  /// The URL with these changes and no others.
  func text(with changes: OutputChanges) -> String {
    ByteWriter.withCapacity(3 * bytes.count + 64) { writer in
      append(to: &writer, changes: changes)
      return writer.written.string
    }
  }

  /// At most three bytes for each of the URL's own and 64 more: every literal here is shorter.
  private func append(to writer: inout ByteWriter, changes: OutputChanges) {
    appendScheme(to: &writer, changes: changes)
    if marks.contains(.credentials) {
      append(userinfo, encoding: .fragment, to: &writer, changes: changes)
      writer.append(ASCII.at)
    }
    appendAuthority(to: &writer, changes: changes)
    appendPath(to: &writer, changes: changes)
    appendQuery(to: &writer, changes: changes)
    guard let fragment else { return }
    let kept = changes.contains(.textFragment) ? textDirective.map { fragment.lowerBound..<$0 } : fragment
    if let kept, !(changes.contains(.textFragment) && kept.isEmpty) {
      writer.append(ASCII.hash)
      writer.append(bytes[kept])
    }
  }

  private func append(
    _ range: Range<Int>, encoding set: ASCIISet, to writer: inout ByteWriter, changes: OutputChanges
  ) {
    if changes.contains(.tidy) {
      writer.append(bytes[range], encoding: set, style: .preserving)
    } else {
      writer.append(bytes[range])
    }
  }

  private func appendScheme(to writer: inout ByteWriter, changes: OutputChanges) {
    if !changes.isDisjoint(with: [.https, .doiResolver, .youtubeWatch]) {
      writer.append("https")
    } else if changes.contains(.scheme) {
      writer.append(isHTTPS ? "https" : "http")
    } else {
      writer.append(bytes.upTo(isHTTPS ? 5 : 4))
    }
    writer.append("://")
  }

  private func appendAuthority(to writer: inout ByteWriter, changes: OutputChanges) {
    if changes.contains(.doiResolver) { return writer.append("doi.org") }
    if changes.contains(.youtubeWatch) { return writer.append("www.youtube.com") }
    appendWrittenHost(to: &writer, changes: changes)
    if let writtenPort, port != nil || !changes.contains(.port) {
      writer.append(ASCII.colon)
      writer.append(bytes[writtenPort])
    }
  }

  /// The host as written, in lower case if that is a change; escapes stay, in upper case.
  private func appendWrittenHost(to writer: inout ByteWriter, changes: OutputChanges) {
    let host = bytes[writtenHost]
    guard changes.contains(.host) else { return writer.append(host) }
    if marks.contains(.internationalHost), let lowered = loweredInternationalHost {
      return lowered.withBytes { writer.append($0) }
    }
    var index = 0
    while index < host.count {
      if let byte = host.escapedByte(at: index) {
        writer.appendEscaped(byte)
        index += 3
      } else {
        writer.append(host[index].lowered)
        index += 1
      }
    }
  }

  private func appendPath(to writer: inout ByteWriter, changes: OutputChanges) {
    if changes.contains(.arxivAbstract), let identifier = arxivPDFIdentifier {
      writer.append("/abs/")
      writer.append(identifier)
    } else if changes.contains(.youtubeWatch), let video = shortYouTubeVideo {
      writer.append("/watch?v=")
      writer.append(video)
    } else if changes.contains(.dots) || changes.contains(.tidy) {
      writer.append(path: bytes[path], style: .preserving)
    } else {
      writer.append(bytes[path])
    }
  }

  private func appendQuery(to writer: inout ByteWriter, changes: OutputChanges) {
    guard let query else { return }
    let onYouTube = host.isYouTube
    var separator = changes.contains(.youtubeWatch) ? ASCII.ampersand : ASCII.question
    let strips = !changes.isDisjoint(with: [.clickIDs, .utm])
    if !strips {
      writer.append(separator)
      return append(query, encoding: .query, to: &writer, changes: changes)
    }
    bytes[query].forEachParameter { piece, name in
      if changes.contains(.clickIDs), QueryParameter.isClickID(name, onYouTube: onYouTube) { return }
      if changes.contains(.utm), QueryParameter.isUTM(name) { return }
      writer.append(separator)
      writer.append(piece, encoding: .query, style: .preserving)
      separator = ASCII.ampersand
    }
  }

  /// Where `:~:` starts in the fragment.
  fileprivate var textDirective: Int? {
    guard let fragment, let offset = bytes[fragment].firstIndex(of: Bytes(":~:")) else { return nil }
    return fragment.lowerBound + offset
  }

  /// What follows `/pdf/`, without `.pdf`, if the URL is an arXiv PDF without query and fragment.
  fileprivate var arxivPDFIdentifier: Bytes? {
    guard host.withoutWWW == "arxiv.org", port == nil, query == nil, fragment == nil else { return nil }
    let path = bytes[path]
    guard path.hasPrefix("/pdf/") else { return nil }
    let name = path.from(5)
    let identifier = name.hasSuffix(".pdf") ? name.upTo(name.count - 4) : name
    return ArxivIdentifier(identifier) == nil ? nil : identifier
  }

  /// The video that a `youtu.be` link names.
  fileprivate var shortYouTubeVideo: Bytes? {
    guard host == "youtu.be", port == nil else { return nil }
    let path = bytes[path]
    guard path.count == 12, path.first == ASCII.slash, path.from(1).isYouTubeVideo else { return nil }
    return path.from(1)
  }

  fileprivate var hasLoweredInternationalHost: Bool {
    guard let lowered = loweredInternationalHost else { return false }
    return !lowered.withBytes { $0 == bytes[writtenHost] }
  }

  /// The host as written with upper-case letters lowered; nil if it has escapes, which stay as they are.
  private var loweredInternationalHost: [UInt8]? {
    let host = bytes[writtenHost]
    return host.firstIndex(of: ASCII.percent) == nil ? InternationalDomain.lowered(host) : nil
  }
}

extension Bytes {
  /// Calls `body` with each piece between `&` and the name in it.
  @inline(__always)
  func forEachParameter(_ body: (_ piece: Bytes, _ name: Bytes) -> Void) {
    var lower = 0
    while lower <= count {
      let upper = firstIndex(of: ASCII.ampersand, from: lower) ?? count
      let piece = self[lower..<upper]
      body(piece, piece.upTo(piece.firstIndex(of: ASCII.equals) ?? piece.count))
      lower = upper + 1
    }
  }
}
