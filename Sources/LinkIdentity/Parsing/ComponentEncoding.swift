/// The encoding of the bytes of a component.
enum EncodingStyle {
  /// As the WHATWG serializer writes them.
  case standard
  /// For page keys: unreserved `%xx` decoded, other escapes in upper case, a `%` without two digits escaped.
  case canonical
  /// For the output form: as written, with `%xx` in upper case and ASCII escaped where the standard escapes it.
  case preserving
}

extension ByteWriter {
  /// Appends the bytes of one component, at most three bytes for each.
  @inline(__always)
  mutating func append(_ bytes: Bytes, encoding set: ASCIISet, style: EncodingStyle) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == ASCII.percent, style != .standard {
        if let value = bytes.escapedByte(at: index) {
          if style == .canonical, ASCIISet.unreserved.contains(value) {
            append(value)
          } else {
            appendEscaped(value)
          }
          index += 3
          continue
        }
        if style == .canonical { appendEscaped(byte) } else { append(byte) }
      } else if byte >= 0x80 ? style != .preserving : set.contains(byte) {
        appendEscaped(byte)
      } else {
        append(byte)
      }
      index += 1
    }
  }

  /// Appends the path of an http or https URL with its dot segments resolved; an empty path becomes `/`.
  mutating func append(path: Bytes, style: EncodingStyle) {
    let start = count
    var index = 0
    repeat {
      // `index` is that of a slash, or the end of an empty path.
      let lower = min(index + 1, path.count)
      var end = lower
      while end < path.count, !path[end].isSlash { end += 1 }
      let segment = path[lower..<end]
      let isLast = end == path.count
      switch segment.dotCount {
      case nil:
        append(ASCII.slash)
        append(segment, encoding: .path, style: style)
      case 1:
        if isLast { append(ASCII.slash) }
      default:
        dropLastSegment(from: start)
        if isLast { append(ASCII.slash) }
      }
      index = end
    } while index < path.count
  }

  private mutating func dropLastSegment(from start: Int) {
    guard count > start else { return }
    var index = count - 1
    while index > start, self[index] != ASCII.slash { index -= 1 }
    truncate(to: index)
  }
}

extension ScannedURL {
  /// The URL as the WHATWG serializer writes it.
  var serialized: String {
    ByteWriter.withCapacity(3 * bytes.count + host.count + 16) { writer in
      writer.append(isHTTPS ? "https://" : "http://")
      appendUserinfo(to: &writer)
      writer.append(host)
      if let port {
        writer.append(ASCII.colon)
        writer.append(decimal: port)
      }
      writer.append(path: bytes[path], style: .standard)
      if let query {
        writer.append(ASCII.question)
        writer.append(bytes[query], encoding: .query, style: .standard)
      }
      if let fragment {
        writer.append(ASCII.hash)
        writer.append(bytes[fragment], encoding: .fragment, style: .standard)
      }
      return writer.written.string
    }
  }

  private func appendUserinfo(to writer: inout ByteWriter) {
    let info = bytes[userinfo]
    let colon = info.firstIndex(of: ASCII.colon)
    let name = info.upTo(colon ?? info.count)
    let password = info.from(colon.map { $0 + 1 } ?? info.count)
    guard !name.isEmpty || !password.isEmpty else { return }
    writer.append(name, encoding: .userinfo, style: .standard)
    if !password.isEmpty {
      writer.append(ASCII.colon)
      writer.append(password, encoding: .userinfo, style: .standard)
    }
    writer.append(ASCII.at)
  }
}
