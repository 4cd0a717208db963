import CurateCore
import CuratePipeline

/// Changes and findings as a SARIF log (OASIS SARIF 2.1.0) for code scanning services and editors.
struct SARIFLog {
  /// A `reportingDescriptor` (3.49).
  private struct Rule {
    /// `stage/rule`
    var id: String
    var summary: String
    var help: String
    var level: String
  }

  private let notices: [Notice]
  private var rules: [Rule] = []
  private var places: [String: Int] = [:]

  init(_ notices: [Notice], plan: Plan) {
    self.notices = notices
    for step in plan.steps {
      for rule in step.manual.rules { add(rule, of: step.id, uses: step.manual.name) }
    }
    for rule in RecipeRules.all { add(rule, of: RecipeFinding.stage, uses: nil) }
    // A stage may report rules that its manual does not list.
    for notice in notices {
      add(
        RuleManual(notice.rule, notice.ruleName), of: notice.stage, uses: notice.uses,
        level: Self.level(of: notice.kind))
    }
  }

  private mutating func add(_ rule: RuleManual, of stage: String, uses: String?, level: String? = nil) {
    let id = "\(stage)/\(rule.id)"
    guard places[id] == nil else { return }
    places[id] = rules.count
    let advice = uses.map { "See `curate stages \($0)`." } ?? "It concerns the recipe's `ignore:`."
    rules.append(
      Rule(
        id: id, summary: rule.summary, help: "\(rule.summary) \(advice)",
        level: level ?? Self.level(of: rule.severity.map(Notice.Kind.init) ?? .change)))
  }

  var bytes: [UInt8] {
    var json = JSONWriter(.indented)
    json.object { json in
      json.member(
        "$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      json.member("version", "2.1.0")
      json.array("runs") { json in
        json.object { json in
          json.object("tool") { json in
            json.object("driver") { json in
              json.member("name", "curate")
              json.member("version", Curate.version)
              json.array("rules") { json in for rule in rules { write(rule, to: &json) } }
            }
          }
          json.member("columnKind", "unicodeCodePoints")
          writeResults(to: &json)
        }
      }
    }
    json.endLine()
    return json.bytes
  }

  private func write(_ rule: Rule, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", rule.id)
      json.object("shortDescription") { $0.member("text", rule.summary) }
      json.object("help") { $0.member("text", rule.help) }
      json.object("defaultConfiguration") { $0.member("level", rule.level) }
    }
  }

  private func writeResults(to json: inout JSONWriter) {
    /// The number of results so far with the same path and fingerprint.
    var seen: [String: Int] = [:]
    json.array("results") { json in
      for notice in notices {
        let fingerprint = notice.fingerprint
        let key = "\(notice.path)\n\(fingerprint)"
        seen[key, default: 0] += 1
        write(notice, fingerprint: "\(fingerprint):\(seen[key, default: 1])", to: &json)
      }
    }
  }

  private func write(_ notice: Notice, fingerprint: String, to json: inout JSONWriter) {
    json.object { json in
      json.member("ruleId", notice.ruleName)
      json.member("ruleIndex", places[notice.ruleName])
      json.member("level", Self.level(of: notice.kind))
      json.object("message") { $0.member("text", notice.message) }
      json.array("locations") { json in
        json.object { json in
          json.object("physicalLocation") { json in
            json.object("artifactLocation") { $0.member("uri", Self.uri(of: notice.path)) }
            json.object("region") { json in
              json.member("startLine", notice.line)
              json.member("startColumn", notice.column)
              json.member("endLine", notice.end?.line)
              json.member("endColumn", notice.end?.column)
            }
          }
        }
      }
      json.object("partialFingerprints") { $0.member("placeContent/v1", fingerprint) }
    }
  }

  /// A change makes `--check` fail, so its level is warning, not note.
  private static func level(of kind: Notice.Kind) -> String {
    switch kind {
    case .note: "note"
    case .change, .warning: "warning"
    case .error: "error"
    }
  }

  /// Returns a relative reference, or a `file` URI for an absolute path (RFC 3986; SARIF 2.1.0, 3.10).
  static func uri(of path: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var uri: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.append(byte)
      default: uri += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return (path.hasPrefix("/") ? "file://" : "") + String(decoding: uri, as: UTF8.self)
  }
}
