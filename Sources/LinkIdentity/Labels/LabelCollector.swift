/// Labels many links and converts each distinct result to text once: creating and comparing the four texts of each link
/// took longer than finding its labels.
package struct LabelCollector {
  private let labeler: Labeler
  /// The distinct labels so far. Labels that a rule of a recipe decided may occur more than once.
  package private(set) var distinct: [Labels] = []
  private var places: [LabelDecision.Key: Int] = [:]

  package init(_ labeler: Labeler) { self.labeler = labeler }

  /// Returns the index in `distinct` of the labels of a URL; see `Labeler.labels`.
  package mutating func place(ofURL url: Span<UInt8>, isImage: Bool = false, heading: String = "") -> Int {
    place(
      of: url.withUnsafeBufferPointer { buffer in
        buffer.withBytes { labeler.decide($0, isImage: isImage, heading: heading, recordingAll: false) }
      })
  }

  /// Returns the index in `distinct` of the labels of the URLs with a page key, without parsing a URL again.
  ///
  /// - Parameters:
  ///   - key: the page key; a fragment after it is ignored.
  ///   - work: the work of the page.
  package mutating func place(
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
  /// Equal for equal labels by built-in rules, each of whose texts is at one address in the tables.
  struct Key: Hashable {
    var hostClass: HostClass?
    var category: Category?
    var hostClassRule: UInt
    var categoryRule: UInt
    var site: UInt
    var institution: UInt

    /// Hashes the rules only: they distinguish nearly all labels.
    func hash(into hasher: inout Hasher) {
      hasher.combine(hostClassRule)
      hasher.combine(categoryRule)
    }
  }

  /// Nil if a rule of a recipe decided a label.
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
  /// A number for each built-in rule: its kind in the highest bits, its address or offset in the others.
  fileprivate var code: UInt? {
    switch self {
    case .none: 0
    case .literal(let name): 1 << 60 | UInt(bitPattern: name.utf8Start)
    case .work(let scheme): 2 << 60 | UInt(bitPattern: scheme.utf8Start)
    case .table(let kind, let offset): 3 << 60 | UInt(kind.rawValue) << 32 | UInt(offset)
    case .university(let domain): 4 << 60 | UInt(bitPattern: domain.start)
    case .recipe: nil
    }
  }
}
