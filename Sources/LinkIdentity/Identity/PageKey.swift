/// The page key of a URL and where its parts stand in it, lent to a closure.
struct PageKey {
  /// `host[:port][path][?query][#!fragment]`
  var bytes: Bytes
  /// The end of the host.
  var hostEnd: Int
  /// The end of the port, where the path starts with a slash unless it is empty.
  var portEnd: Int
  var pathEnd: Int
  var queryEnd: Int
  /// The canonical fragment that is no part of the key.
  var fragment: Bytes
  var hostKind: ScannedURL.HostKind

  var host: Bytes { bytes.upTo(hostEnd) }
  var path: Bytes { bytes[portEnd..<pathEnd] }
  /// Without `?`.
  var query: Bytes { pathEnd < queryEnd ? bytes[pathEnd + 1..<queryEnd] : Bytes("") }
  var hasPort: Bool { portEnd > hostEnd }
}

extension ScannedURL {
  /// Lends the key to `body`, called exactly once; redirectors are unwrapped first.
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

  /// The key holds at most three bytes for each byte of the URL, the canonical host and a port; the fragment the same again.
  func withOwnKey<Result>(steps: PageKeySteps = .all, _ body: (PageKey) -> Result) -> Result {
    let fragmentRoom = 3 * (fragment?.count ?? 0) + 1
    return ByteWriter.withCapacity(3 * bytes.count + host.count + 16) { writer in
      ByteWriter.withCapacity(fragmentRoom) { fragmentWriter in
        body(PageKeyWriter(url: self, steps: steps).write(to: &writer, fragment: &fragmentWriter))
      }
    }
  }
}
