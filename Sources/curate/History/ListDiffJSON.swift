import CurateCore
import CurateHistory
import Platform

/// A difference for programs: the two states, and an array for each kind of change.
enum ListDiffJSON {
  static func print(_ diff: ListDiff) {
    var json = JSONWriter(.indented)
    json.object { json in
      write("from", diff.from, to: &json)
      write("to", diff.to, to: &json)
      for kind in ListDiff.Kind.allCases {
        json.array(kind.rawValue) { json in
          for entry in diff.entries(of: kind) { write(entry, to: &json) }
        }
      }
      json.member("leftOut", diff.leftOut)
    }
    json.endLine()
    Terminal.write(json.bytes, to: .output)
  }

  private static func write(_ name: String, _ side: ListDiff.Side, to json: inout JSONWriter) {
    json.object(name) { json in
      switch side {
      case .run(let run):
        json.member("run", run.number)
        json.member("started", LocalTime.utc(run.startedAt))
      // Without a run: the files as they are now.
      case .workingFiles(let recipe): json.member("recipe", recipe)
      }
    }
  }

  private static func write(_ entry: ListDiff.Entry, to json: inout JSONWriter) {
    guard let link = entry.link else { return }
    json.object { json in
      json.member("link", link.link)
      write("before", entry.before, to: &json)
      write("after", entry.after, to: &json)
      json.member("survivor", entry.survivor?.link)
    }
  }

  private static func write(_ name: String, _ link: LinkSnapshot?, to json: inout JSONWriter) {
    guard let link else { return }
    json.object(name) { json in
      json.member("document", link.document)
      json.member("line", link.line)
      json.member("section", link.section)
      json.member("role", link.role)
      json.member("syntax", link.syntax)
      json.member("title", link.title)
      json.member("url", link.url)
      json.member("originalUrl", link.originalURL)
      json.member("hostClass", link.hostClass)
      json.member("category", link.category)
      json.member("site", link.site)
      json.member("institution", link.institution)
      json.member("fate", link.fate)
    }
  }
}
