import Platform

/// The changes and findings of a list when the baseline was written, so that only new ones are reported.
///
/// A place is identified by its file, its rule and its text, not by its line, because lines move. If a file has several
/// equal places, they are counted.
///
/// The file is sorted text, one line per place, meant to be committed and read in a diff: path, rule, fingerprint,
/// count and an example of the message, separated by tabs. Paths are relative to the folder of the baseline.
package struct Baseline: Sendable, Equatable {
  struct Place: Hashable, Sendable {
    var path: String
    var rule: String
    var fingerprint: String
  }

  var counts: [Place: Int] = [:]
  private var messages: [Place: String] = [:]
  /// The folder of the baseline file (absolute).
  private let folder: String

  private static let title = "curate baseline 1"

  /// Creates a baseline that contains all `notices`.
  ///
  /// - Parameter path: the path that it will be written to.
  package init(of notices: [Notice], path: String) {
    folder = Path.folder(of: Path.absolute(path))
    for notice in notices {
      let place = place(of: notice)
      counts[place, default: 0] += 1
      if messages[place] == nil { messages[place] = notice.message.foldingControls }
    }
  }

  /// Reads a baseline file.
  package init(contentsOf path: String) throws(BaselineError) {
    folder = Path.folder(of: Path.absolute(path))
    let bytes: [UInt8]
    do throws(SystemError) { bytes = try FileSystem.read(path, limit: 1 << 28) } catch {
      throw .unreadable(path: path, code: error.code)
    }
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
    }
    guard lines.first == Self.title else { throw .notABaseline(path: path) }
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 4, let count = Int(fields[3]), count > 0 else {
        throw .malformed(path: path, line: index + 1)
      }
      counts[Place(path: fields[0], rule: fields[1], fingerprint: fields[2]), default: 0] += count
    }
  }

  /// Returns the new notices in their order, and how many known places of the inputs and the recipe no longer occur.
  package func compare(_ notices: [Notice], of plan: Plan) -> (new: [Notice], fixed: Int) {
    var left = counts
    let new = notices.filter { notice in
      let place = place(of: notice)
      guard let count = left[place], count > 0 else { return true }
      left[place] = count - 1
      return false
    }
    let paths = Set((plan.inputs.map(\.path) + [plan.recipe.path]).map(relative))
    return (new, left.reduce(0) { paths.contains($1.key.path) ? $0 + $1.value : $0 })
  }

  /// The content of the baseline file.
  package var text: String {
    let lines = counts.map { place, count in
      [place.path, place.rule, place.fingerprint, String(count), messages[place] ?? ""].joined(separator: "\t")
    }
    return ([Self.title] + lines.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }).joined(separator: "\n") + "\n"
  }

  private func place(of notice: Notice) -> Place {
    Place(path: relative(notice.path), rule: notice.ruleName, fingerprint: notice.fingerprint)
  }

  private func relative(_ path: String) -> String {
    Path.relative(Path.absolute(path), to: folder).foldingControls
  }
}

/// Why a baseline cannot be used.
package enum BaselineError: Error, Sendable, Equatable {
  /// `code` is an `errno` of the system.
  case unreadable(path: String, code: Int32)
  case notABaseline(path: String)
  case malformed(path: String, line: Int)
}

extension BaselineError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let code):
      "\(path): cannot be read: \(ErrorCode.message(code))"
        + (code == ErrorCode.notFound ? "; create it with --write-baseline \(path)" : "")
    case .notABaseline(let path): "\(path): not a baseline; create one with --write-baseline FILE"
    case .malformed(let path, let line):
      "\(path):\(line): expected path, rule, fingerprint and count, separated by tabs; correct the line, or rewrite "
        + "the baseline with --write-baseline \(path)"
    }
  }

  /// The exit code of the process: 2 usage, 4 files.
  package var exitCode: Int32 { if case .unreadable = self { 4 } else { 2 } }
}

extension String {
  /// The text with a space for each tab, line break and other control character.
  fileprivate var foldingControls: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
