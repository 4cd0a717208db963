extension URLNormalizer {
  /// Returns the changes that apply to a URL. Writes and allocates nothing.
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
    // The parameters belong to the URL in the query.
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

  /// Returns the URL with `changes`, which are not empty.
  func rewritten(_ url: ScannedURL, _ changes: OutputChanges) -> OutputForm {
    if changes.contains(.unwrap), let target = Redirector.finalTarget(of: url) {
      return target.withBytes { bytes in
        bytes.scanURL { scan in
          guard case .web(let parts) = scan else { return OutputForm(outcome: .unchanged, rules: []) }
          return stableForm(parts, outputChanges(of: parts).union(.unwrap))
        }
      }
    }
    return stableForm(url, changes)
  }

  /// Returns the URL with `changes`, and with further optional changes that apply after dot segments are resolved.
  private func stableForm(_ url: ScannedURL, _ changes: OutputChanges) -> OutputForm {
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
  /// Returns the URL with exactly these changes.
  func text(with changes: OutputChanges) -> String {
    ByteWriter.withCapacity(3 * bytes.count + 64) { writer in
      append(to: &writer, changes: changes)
      return writer.written.string
    }
  }

  /// Bounds: writes at most three bytes for each byte of the URL, and 64 for literals.
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

  /// Appends the host as written, or in lower case if that is one of the changes; escapes are kept in upper case.
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

  /// The index of `:~:` in the fragment.
  fileprivate var textDirective: Int? {
    guard let fragment, let offset = bytes[fragment].firstIndex(of: Bytes(":~:")) else { return nil }
    return fragment.lowerBound + offset
  }

  fileprivate var hasLoweredInternationalHost: Bool {
    guard let lowered = loweredInternationalHost else { return false }
    return !lowered.withBytes { $0 == bytes[writtenHost] }
  }

  /// The host as written with upper-case letters lowered; nil if it has escapes, which are left as they are.
  private var loweredInternationalHost: [UInt8]? {
    let host = bytes[writtenHost]
    return host.firstIndex(of: ASCII.percent) == nil ? InternationalDomain.lowered(host) : nil
  }
}
