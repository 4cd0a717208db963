import CurateCore

/// What a plugin is asked about, as lines: the links of a collection, or what a record has kept.
protocol ItemSource: Sendable {
  var count: Int { get }
  /// How errors name an item.
  func place(of n: Int) -> String
  /// Appends items as lines, at least one, until there are `limit` bytes.
  ///
  /// - Parameter next: the first item to be written; moved on past the last.
  mutating func write(from next: inout Int, upTo limit: Int, to bytes: inout [UInt8])
}

extension ItemWriter: ItemSource {
  var count: Int { items.count }
  func place(of n: Int) -> String { items.place(of: n) }

  mutating func write(from next: inout Int, upTo limit: Int, to bytes: inout [UInt8]) {
    var json = JSONWriter()
    while next < items.count, json.bytes.count < limit {
      write(next, to: &json)
      next += 1
    }
    bytes += json.bytes
  }
}

/// Items as they once were sent.
struct RecordedItems: ItemSource {
  /// Each with its LF.
  let lines: [[UInt8]]

  var count: Int { lines.count }
  func place(of n: Int) -> String { "item \(n)" }

  mutating func write(from next: inout Int, upTo limit: Int, to bytes: inout [UInt8]) {
    while next < lines.count, bytes.count < limit {
      bytes += lines[next]
      next += 1
    }
  }
}

/// Hears what goes through the pipes of a plugin, piece by piece.
protocol ExchangeObserver: AnyObject, Sendable {
  func sent(_ bytes: UnsafeBufferPointer<UInt8>)
  func received(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Why it cannot do its work; the talk then fails.
  var failure: PluginFailure? { get }
}
