import CurateCore

/// The files that a run is publishing. Written and flushed before the first rename, deleted after the last.
///
/// A text of lines of words. The last line is the SHA-256 of all lines before it, which detects an incomplete record.
/// The record contains its own inode, so that a copy (a cloned repository, a backup) moves no files.
struct PublishRecord: Equatable {
  struct File: Equatable {
    /// In lower-case hexadecimal.
    var sha256: String
    /// Relative to the publication folder, or absolute.
    var staged: String
    var target: String
  }

  /// A file to delete when the others are published.
  struct Removal: Equatable {
    /// The expected content, in lower-case hexadecimal. A file with other content is kept.
    var sha256: String
    /// Relative to the publication folder, or absolute.
    var target: String
  }

  /// The number in the history. Nil if the run has no history; then the record itself commits the run.
  var run: Int64?
  var files: [File]
  var removals: [Removal]

  private static let header = "curate-publish 1"

  func bytes(inode: UInt) -> [UInt8] {
    var text = "\(Self.header)\ninode \(inode)\nrun \(run.map { "\($0)" } ?? "none")\n"
    for file in files { text += "file \(file.sha256) \(Self.escaped(file.staged)) \(Self.escaped(file.target))\n" }
    for removal in removals { text += "remove \(removal.sha256) \(Self.escaped(removal.target))\n" }
    text += "sum \(SHA256.hex(of: Array(text.utf8)))\n"
    return Array(text.utf8)
  }

  /// Returns nil unless the bytes are a complete record of the file with this inode.
  init?(_ bytes: [UInt8], inode: UInt) {
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard let sum = lines.last, lines.count >= 4, lines[0] == Self.header, lines[1] == "inode \(inode)",
      sum == "sum \(SHA256.hex(of: Array(text.utf8.prefix(text.utf8.count - sum.utf8.count - 1))))"
    else { return nil }
    run = Int64(lines[2].dropFirst("run ".count))
    files = []
    removals = []
    for line in lines[3..<(lines.count - 1)] {
      let words = line.split(separator: " ")
      switch (words.first, words.count) {
      case ("file", 4):
        guard let staged = Self.plain(words[2]), let target = Self.plain(words[3]) else { return nil }
        files.append(File(sha256: String(words[1]), staged: staged, target: target))
      case ("remove", 3):
        guard let target = Self.plain(words[2]) else { return nil }
        removals.append(Removal(sha256: String(words[1]), target: target))
      default: return nil
      }
    }
  }

  init(run: Int64?, files: [File], removals: [Removal] = []) {
    self.run = run
    self.files = files
    self.removals = removals
  }

  /// Replaces spaces, control characters and `%` by `%xx`.
  private static func escaped(_ path: String) -> String {
    var out: [UInt8] = []
    for byte in path.utf8 {
      if byte <= 0x20 || byte == 0x7F || byte == UInt8(ascii: "%") {
        let hex = String(byte, radix: 16)
        out += Array("%\(hex.count == 1 ? "0" : "")\(hex)".utf8)
      } else {
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  private static func plain(_ text: Substring) -> String? {
    var out: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        out.append(byte)
        continue
      }
      guard bytes.count >= 2, let value = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16) else {
        return nil
      }
      out.append(value)
      bytes = bytes.dropFirst(2)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
