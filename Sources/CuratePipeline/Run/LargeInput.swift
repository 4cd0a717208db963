import CMalloc

/// What is done otherwise where memory matters more than a millisecond.
enum LargeInput {
  /// Whether inputs of so many bytes in all are large.
  static func isLarge(bytes: Int) -> Bool { bytes > 4 << 20 }

  /// Has blocks of a megabyte and more given back to the system as soon as they are free.
  ///
  /// By itself glibc keeps such blocks after the first that was freed, up to 32 MB each: a run over 100,000 links (14 MB)
  /// took 160 MB at its peak, and takes 129 MB like this. Short runs are faster without. Of its heap it keeps 4 MB that are
  /// free, 128 KB by itself: to give back and take again cost a fifth of all page faults.
  ///
  /// The heap of a short run grows by a megabyte at a time: by 128 KB it asked the system 90 times, 0.2 of 11 ms.
  static func prepare(bytes: Int) {
    if isLarge(bytes: bytes) {
      mallopt(M_MMAP_THRESHOLD, 1 << 20)
      mallopt(M_TRIM_THRESHOLD, 4 << 20)
    } else {
      mallopt(M_TOP_PAD, 1 << 20)
      mallopt(M_MMAP_THRESHOLD, 4 << 20)
    }
  }
}
