/// Labels many links, and makes each different answer into text once: making and comparing the four texts of each link took
/// longer than finding its labels.
public struct LabelCollector {
  private let labeler: Labeler
  /// The different labels so far; labels by rules of a recipe may stand here more than once.
  public private(set) var distinct: [Labels] = []
  private var places: [LabelDecision.Key: Int] = [:]

  public init(_ labeler: Labeler) { self.labeler = labeler }

  /// The place among `distinct` of a URL's labels, see `Labeler.labels`.
  public mutating func place(ofURL url: Span<UInt8>, isImage: Bool = false, heading: String = "") -> Int {
    place(
      of: url.withUnsafeBufferPointer { buffer in
        buffer.withBytes { labeler.decide($0, isImage: isImage, heading: heading, recordingAll: false) }
      })
  }

  /// The place among `distinct` of the labels of the URLs with a page key, without looking at one of them again.
  ///
  /// - Parameters:
  ///   - key: the key; a fragment behind it does not count.
  ///   - work: the work that the URL leads to.
  public mutating func place(
    ofKey key: Span<UInt8>, work: WorkID?, isImage: Bool = false, heading: String = ""
  ) -> Int {
    place(
      of: key.withUnsafeBufferPointer { buffer in
        buffer.withBytes { key in
          labeler.decide(
            LabelSubject(key: key, heading: heading), work: work, isImage: isImage, recordingAll: false)
        }
      })
  }

  private mutating func place(of decision: LabelDecision) -> Int {
    let key = decision.key
    if let key, let place = places[key] { return place }
    distinct.append(decision.labels)
    if let key { places[key] = distinct.count - 1 }
    return distinct.count - 1
  }
}

extension LabelDecision {
  /// Equal for equal labels of the built-in rules, whose texts stand at one place of the tables each.
  struct Key: Hashable {
    var hostClass: HostClass?
    var category: Category?
    var hostClassRule: UInt
    var categoryRule: UInt
    var site: UInt
    var institution: UInt

    /// The rules tell nearly all apart.
    func hash(into hasher: inout Hasher) {
      hasher.combine(hostClassRule)
      hasher.combine(categoryRule)
    }
  }

  /// Nil if a recipe's own rule has a part in it.
  var key: Key? {
    guard recipeSite == nil, let hostClassRule = hostClassRule.code, let categoryRule = categoryRule.code else {
      return nil
    }
    return Key(
      hostClass: hostClass, category: category, hostClassRule: hostClassRule, categoryRule: categoryRule,
      site: site.isEmpty ? 0 : UInt(bitPattern: site.start),
      institution: institution.isEmpty ? 0 : UInt(bitPattern: institution.start))
  }
}

extension RuleName {
  /// A number for each rule of the tables: what kind it is in the highest bits, where it stands in the others.
  fileprivate var code: UInt? {
    switch self {
    case .none: 0
    case .literal(let name): 1 << 60 | UInt(bitPattern: name.utf8Start)
    case .work(let scheme): 2 << 60 | UInt(bitPattern: scheme.name.start)
    case .table(let kind, let offset): 3 << 60 | UInt(kind.rawValue) << 32 | UInt(offset)
    case .university(let domain): 4 << 60 | UInt(bitPattern: domain.start)
    case .recipe: nil
    }
  }
}
