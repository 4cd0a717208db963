/// The place of a value in its collection's array, typed by what it names.
public struct ID<Value>: Hashable, Comparable, Sendable {
  let position: UInt32

  public init(_ index: Int) { position = UInt32(truncatingIfNeeded: index) }
  public var index: Int { Int(position) }
  public static func < (a: Self, b: Self) -> Bool { a.position < b.position }
}

public typealias DocumentID = ID<Document>
public typealias SectionID = ID<Section>
public typealias LinkID = ID<Link>

/// A stretch of a document's bytes, in the eight bytes that a million links can afford. Documents end at 4 GiB.
public struct ByteRange: Hashable, Sendable {
  let start: UInt32
  let end: UInt32

  public init(_ range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }

  public var range: Range<Int> { Int(start)..<Int(end) }
  public var lowerBound: Int { Int(start) }
  public var upperBound: Int { Int(end) }
}
