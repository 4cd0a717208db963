import CuratePipeline
import Platform

/// What `--record` kept of one talk between curate and a plugin.
public struct RecordedExchange: Sendable {
  /// The first line that the plugin was sent, with its LF.
  let hello: [UInt8]
  let items: [[UInt8]]
  /// The lines that came back.
  public let received: [String]

  private static let sizeLimit = 1 << 30
  static let heading = "# curate exchange 1"

  public enum Fault: Error, Sendable, Equatable {
    case unreadable(code: Int32)
    case noRecord
    /// No talk with that plugin; `known` are those that it keeps.
    case noTalk(known: [String])
  }

  /// - Parameter stage: whose first talk is wanted.
  public init(path: String, stage: String) throws(Fault) {
    let bytes: [UInt8]
    do throws(SystemError) { bytes = try FileSystem.read(path, limit: Self.sizeLimit) } catch {
      throw .unreadable(code: error.code)
    }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    guard let first = lines.first, first.elementsEqual(Self.heading.utf8) else { throw .noRecord }
    var known: [String] = []
    var isWanted = false
    var hello: [UInt8] = []
    var received: [String] = []
    var items: [[UInt8]] = []
    for line in lines.dropFirst() {
      if line.starts(with: "# stage ".utf8) {
        let name = String(decoding: line.dropFirst(8), as: UTF8.self).split(separator: " ").first.map(String.init) ?? ""
        isWanted = name == stage && !known.contains(name)
        known.append(name)
      } else if isWanted, line.starts(with: "> ".utf8) {
        if hello.isEmpty { hello = line.dropFirst(2) + [0x0A] }
        if line.starts(with: #"> {"t":"item""#.utf8) { items.append(line.dropFirst(2) + [0x0A]) }
      } else if isWanted, line.starts(with: "< ".utf8) {
        received.append(String(decoding: line.dropFirst(2), as: UTF8.self))
      }
    }
    guard known.contains(stage) else { throw .noTalk(known: known) }
    self.hello = hello
    self.items = items
    self.received = received
  }
}
