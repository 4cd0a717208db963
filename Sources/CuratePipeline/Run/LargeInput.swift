import CMalloc

/// What is done otherwise where memory matters more than a millisecond.
enum LargeInput {
  /// Whether inputs of so many bytes in all are large.
  static func isLarge(bytes: Int) -> Bool { bytes > 4 << 20 }

  /// Has blocks of a megabyte and more given back to the system as soon as they are free.
  ///
  /// By itself glibc keeps such blocks after the first that was freed, up to 32 MB each: a run over 100,000 links (14 MB)
  /// took 160 MB at its peak, and takes 129 MB like this. Short runs are faster without.
  static func prepare(bytes: Int) {
    if isLarge(bytes: bytes) { mallopt(M_MMAP_THRESHOLD, 1 << 20) }
  }
}
