import CZstd

/// Zstandard frames (RFC 8878), compressed with another file's bytes as prefix where there is one: what both share
/// costs next to nothing.
enum Compression {
  /// The largest window of the format on 64-bit machines, 2 GiB. A prefix counts as long as the content before a byte fits
  /// into the window: with 128 MiB, most of a larger output shared nothing with its input. Frames are read in one go, for
  /// which a window takes no memory.
  private static let largestWindow = 31

  /// - Returns: nil if memory is short.
  static func compress(_ bytes: [UInt8], prefix: [UInt8] = []) -> [UInt8]? {
    guard let context = ZSTD_createCCtx() else { return nil }
    defer { ZSTD_freeCCtx(context) }
    let frame = prefix.withUnsafeBytes { shared in
      // The prefix must stay in place until the frame is complete, hence the closure around both calls.
      if !shared.isEmpty {
        ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, Int32(window(for: bytes.count)))
        if shared.count > 1 << 20 { ZSTD_CCtx_setParameter(context, ZSTD_c_enableLongDistanceMatching, 1) }
        ZSTD_CCtx_refPrefix(context, shared.baseAddress, shared.count)
      }
      return array(upTo: ZSTD_compressBound(bytes.count)) {
        ZSTD_compress2(context, $0, $1, bytes, bytes.count)
      }
    }
    return frame
  }

  /// - Parameter size: how many bytes the frame holds.
  /// - Returns: nil if the frame is damaged, or not of that size, or made with another prefix.
  static func decompress(_ frame: [UInt8], size: Int, prefix: [UInt8] = []) -> [UInt8]? {
    guard let context = ZSTD_createDCtx() else { return nil }
    defer { ZSTD_freeDCtx(context) }
    let bytes = prefix.withUnsafeBytes { shared in
      if !shared.isEmpty { ZSTD_DCtx_refPrefix(context, shared.baseAddress, shared.count) }
      return array(upTo: size) { ZSTD_decompressDCtx(context, $0, $1, frame, frame.count) }
    }
    return bytes?.count == size ? bytes : nil
  }

  /// The bytes that `write` puts into room for so many. What it leaves of that never comes into memory.
  ///
  /// - Parameter write: gives their number, or an error of zstd.
  /// - Returns: nil after an error.
  private static func array(upTo capacity: Int, write: (UnsafeMutablePointer<UInt8>?, Int) -> Int) -> [UInt8]? {
    var hasFailed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { room, count in
      let written = write(room.baseAddress, room.count)
      hasFailed = ZSTD_isError(written) != 0
      count = hasFailed ? 0 : written
    }
    return hasFailed ? nil : bytes
  }

  private static func window(for size: Int) -> Int {
    var log = 10
    while log < largestWindow, 1 << log < size { log += 1 }
    return log
  }
}
