import CurateCore
import CuratePipeline

/// Changes and findings for programs: an array of objects.
enum NoticeJSON {
  static func bytes(of notices: [Notice]) -> [UInt8] {
    var json = JSONWriter(.indented)
    json.array { json in
      for notice in notices {
        json.object { json in
          json.member("kind", notice.kind.rawValue)
          json.member("path", notice.path)
          json.member("line", notice.line)
          json.member("column", notice.column)
          // Behind the last character; absent if it is about no more than a place.
          json.member("endLine", notice.end?.line)
          json.member("endColumn", notice.end?.column)
          json.member("stage", notice.stage)
          json.member("rule", notice.rule)
          json.member("message", notice.message)
          json.member("fingerprint", notice.fingerprint)
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}
