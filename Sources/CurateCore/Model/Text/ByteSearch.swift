extension Span<UInt8> {
  /// Whether any byte satisfies `isWanted`, which is called with sixteen bytes at a time. The last call is padded with
  /// zeros.
  ///
  /// Link texts are too short for the loops that the compiler vectorizes itself; its scalar code takes eight instructions
  /// a byte.
  @inlinable
  package func holds(_ isWanted: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> Bool {
    withUnsafeBytes { bytes in
      var found = SIMDMask<SIMD16<Int8>>(repeating: false)
      // Bounds: `index + 16` is at most the count, and the rest has fewer than sixteen bytes.
      var index = 0
      while index + 16 <= bytes.count {
        found .|= isWanted(bytes.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self))
        index += 16
      }
      if index < bytes.count {
        var rest = SIMD16<UInt8>(repeating: 0)
        withUnsafeMutableBytes(of: &rest) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[index...])) }
        found .|= isWanted(rest)
      }
      let halves = unsafeBitCast(found, to: SIMD2<UInt64>.self)
      return halves[0] | halves[1] != 0
    }
  }
}

extension Span<UInt8> {
  /// Returns the index of the first byte beyond ASCII, from `start` on; nil if there is none.
  package func firstBeyondASCII(from start: Int) -> Int? {
    withUnsafeBytes { bytes in
      var index = start
      // Bounds: `index + 8` is at most the count.
      while index + 8 <= bytes.count,
        bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      while index < bytes.count, bytes[index] < 0x80 { index += 1 }
      return index < bytes.count ? index : nil
    }
  }
}

extension SIMD16<UInt8> {
  /// Returns which bytes equal `byte`. The operator for a vector and a scalar would compare lane by lane.
  @inlinable
  package func areEqual(to byte: UInt8) -> SIMDMask<SIMD16<Int8>> { self .== SIMD16(repeating: byte) }
}
