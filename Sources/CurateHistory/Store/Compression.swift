import CZstd

/// Compresses bytes to Zstandard frames (RFC 8878), optionally with the bytes of another file as prefix: parts that
/// both have in common take almost no space.
enum Compression {
  /// The base-2 logarithm of the largest window of the format on 64-bit machines (2 GiB). Matches with the prefix are
  /// found only within the window: with 128 MiB, most of a larger output shared nothing with its input. Frames are
  /// decompressed in one call, for which the window takes no memory.
  private static let largestWindowLog = 31

  /// Compresses `bytes`.
  ///
  /// - Returns: nil if memory runs out.
  static func compress(_ bytes: [UInt8], prefix: [UInt8] = []) -> [UInt8]? {
    guard let context = ZSTD_createCCtx() else { return nil }
    defer { ZSTD_freeCCtx(context) }
    let frame = prefix.withUnsafeBytes { shared in
      // The prefix must stay in place until the frame is complete, hence the closure around both calls.
      if !shared.isEmpty {
        ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, Int32(windowLog(for: bytes.count)))
        if shared.count > 1 << 20 { ZSTD_CCtx_setParameter(context, ZSTD_c_enableLongDistanceMatching, 1) }
        ZSTD_CCtx_refPrefix(context, shared.baseAddress, shared.count)
      }
      return array(upTo: ZSTD_compressBound(bytes.count)) {
        ZSTD_compress2(context, $0, $1, bytes, bytes.count)
      }
    }
    return frame
  }

  /// Decompresses a frame.
  ///
  /// - Parameter size: the number of decompressed bytes.
  /// - Returns: nil if the frame is damaged, has another size, or was compressed with another prefix.
  static func decompress(_ frame: [UInt8], size: Int, prefix: [UInt8] = []) -> [UInt8]? {
    guard let context = ZSTD_createDCtx() else { return nil }
    defer { ZSTD_freeDCtx(context) }
    let bytes = prefix.withUnsafeBytes { shared in
      if !shared.isEmpty { ZSTD_DCtx_refPrefix(context, shared.baseAddress, shared.count) }
      return array(upTo: size) { ZSTD_decompressDCtx(context, $0, $1, frame, frame.count) }
    }
    return bytes?.count == size ? bytes : nil
  }

  /// Returns the bytes that `write` stores in a buffer of `capacity` bytes. Pages of the buffer that it does not touch
  /// take no memory.
  ///
  /// - Parameter write: returns the number of bytes, or an error code of zstd.
  /// - Returns: nil after an error.
  private static func array(upTo capacity: Int, write: (UnsafeMutablePointer<UInt8>?, Int) -> Int) -> [UInt8]? {
    var hasFailed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      let written = write(buffer.baseAddress, buffer.count)
      hasFailed = ZSTD_isError(written) != 0
      count = hasFailed ? 0 : written
    }
    return hasFailed ? nil : bytes
  }

  /// Returns the base-2 logarithm of the smallest window that holds `size` bytes.
  private static func windowLog(for size: Int) -> Int {
    var log = 10
    while log < largestWindowLog, 1 << log < size { log += 1 }
    return log
  }
}
