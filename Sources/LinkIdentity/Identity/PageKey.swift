/// The page key of a URL and the positions of its parts: `host[:port][path][?query][#!fragment]`.
///
/// Valid only inside the closure that receives it.
struct PageKey {
  /// The whole key.
  var bytes: Bytes
  /// The end of the host.
  var hostEnd: Int
  /// The end of the port, where the path starts.
  var portEnd: Int
  var pathEnd: Int
  var queryEnd: Int
  /// The canonical fragment that is not part of the key.
  var fragment: Bytes
  var hostKind: ScannedURL.HostKind

  var host: Bytes { bytes.upTo(hostEnd) }
  /// The path with its first slash; empty for the root.
  var path: Bytes { bytes[portEnd..<pathEnd] }
  /// The path without its first slash.
  var relativePath: Bytes { portEnd < pathEnd ? bytes[portEnd + 1..<pathEnd] : Bytes("") }
  /// The query without `?`.
  var query: Bytes { pathEnd < queryEnd ? bytes[pathEnd + 1..<queryEnd] : Bytes("") }
  /// Whether the port is not the default one of http or https.
  var hasPort: Bool { portEnd > hostEnd }
}

extension ScannedURL {
  /// Calls `body` exactly once with the key of the page that the URL leads to; redirectors are unwrapped first.
  func withKey<Result>(_ body: (PageKey) -> Result) -> Result {
    withOwnKey { key in
      guard key.pathEnd < key.queryEnd, let target = Redirector.finalTarget(of: self, key: key) else {
        return body(key)
      }
      return target.withBytes { bytes in
        bytes.scanURL { scan in
          if case .web(let parts) = scan { parts.withOwnKey(body) } else { body(key) }
        }
      }
    }
  }

  /// Calls `body` with the key of the URL itself, also if it is a redirector.
  ///
  /// Bounds: the key has at most three bytes for each byte of the URL, the canonical host and a port; the fragment at most
  /// three for each of its bytes.
  func withOwnKey<Result>(steps: PageKeySteps = .all, _ body: (PageKey) -> Result) -> Result {
    let fragmentRoom = 3 * (fragment?.count ?? 0) + 1
    return ByteWriter.withCapacity(3 * bytes.count + host.count + 16) { writer in
      ByteWriter.withCapacity(fragmentRoom) { fragmentWriter in
        body(PageKeyWriter(url: self, steps: steps).write(to: &writer, fragment: &fragmentWriter))
      }
    }
  }
}
