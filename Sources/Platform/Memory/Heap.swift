internal import CPlatform

/// Tunes the allocator of the C library (`mallopt(3)`) to the size of a run.
package enum Heap {
  /// Whether inputs of this total size (in bytes) are large, so that curate saves memory instead of time. The limit is
  /// 4 MiB.
  package static func isLarge(bytes: Int) -> Bool { bytes > 4 << 20 }

  /// Prepares the heap for inputs of this total size (in bytes).
  ///
  /// For large inputs, blocks of a megabyte and more return to the system as soon as they are freed. By default glibc
  /// keeps such blocks after the first one was freed, up to 32 MB each: the peak of a run over 100,000 links (14 MB) was
  /// 160 MB by default, and is 129 MB with this setting. Short runs are faster without it. 4 MB of free heap stay (128 KB
  /// by default): returning and requesting them again caused a fifth of all page faults.
  ///
  /// The heap of a short run grows by a megabyte at a time: growing by 128 KB took 90 system calls, 0.2 of 11 ms.
  package static func prepare(bytes: Int) {
    if isLarge(bytes: bytes) {
      mallopt(M_MMAP_THRESHOLD, 1 << 20)
      mallopt(M_TRIM_THRESHOLD, 4 << 20)
    } else {
      mallopt(M_TOP_PAD, 1 << 20)
      mallopt(M_MMAP_THRESHOLD, 4 << 20)
    }
  }

  /// Returns free memory to the system.
  package static func releaseFreeMemory() { malloc_trim(0) }
}
