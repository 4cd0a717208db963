import CZstd

/// Zstandard frames (RFC 8878), compressed with another file's bytes as prefix where there is one: what both share
/// costs next to nothing.
enum Compression {
  /// The largest window that any decoder accepts without being asked: 128 MiB.
  private static let largestWindow = 27

  /// - Returns: nil if memory is short.
  static func compress(_ bytes: [UInt8], prefix: [UInt8] = []) -> [UInt8]? {
    guard let context = ZSTD_createCCtx() else { return nil }
    defer { ZSTD_freeCCtx(context) }
    var frame = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let count = prefix.withUnsafeBytes { shared in
      // The prefix must stay in place until the frame is complete, hence the closure around both calls.
      if !shared.isEmpty {
        ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, Int32(window(for: bytes.count + shared.count)))
        if shared.count > 1 << 20 { ZSTD_CCtx_setParameter(context, ZSTD_c_enableLongDistanceMatching, 1) }
        ZSTD_CCtx_refPrefix(context, shared.baseAddress, shared.count)
      }
      return ZSTD_compress2(context, &frame, frame.count, bytes, bytes.count)
    }
    guard ZSTD_isError(count) == 0 else { return nil }
    frame.removeLast(frame.count - count)
    return frame
  }

  /// - Parameter size: how many bytes the frame holds.
  /// - Returns: nil if the frame is damaged, or not of that size, or made with another prefix.
  static func decompress(_ frame: [UInt8], size: Int, prefix: [UInt8] = []) -> [UInt8]? {
    guard let context = ZSTD_createDCtx() else { return nil }
    defer { ZSTD_freeDCtx(context) }
    var bytes = [UInt8](repeating: 0, count: size)
    let count = prefix.withUnsafeBytes { shared in
      if !shared.isEmpty { ZSTD_DCtx_refPrefix(context, shared.baseAddress, shared.count) }
      return ZSTD_decompressDCtx(context, &bytes, size, frame, frame.count)
    }
    return ZSTD_isError(count) == 0 && count == size ? bytes : nil
  }

  private static func window(for size: Int) -> Int {
    var log = 10
    while log < largestWindow, 1 << log < size { log += 1 }
    return log
  }
}
