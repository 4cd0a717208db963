import Platform

/// What a list was known to have wrong when the baseline was written, so that only what is new is told.
///
/// A place is known by its file, its rule and what it reads, not by its line: it may move. Where a file has several such
/// places, as many are known as there were.
///
/// The file is text, one line a place, sorted, made to be committed and to be read in a diff: path, rule, fingerprint,
/// count and an example of the message, with tabs between them. Paths are relative to the baseline's own folder.
package struct Baseline: Sendable, Equatable {
  struct Place: Hashable, Sendable {
    var path: String
    var rule: String
    var fingerprint: String
  }

  var counts: [Place: Int] = [:]
  private var messages: [Place: String] = [:]
  /// The absolute folder of its file.
  private let folder: String

  private static let title = "curate baseline 1"

  /// Knows all of `notices`.
  ///
  /// - Parameter path: of the file that it will be written to.
  package init(of notices: [Notice], path: String) {
    folder = Path.folder(of: Path.absolute(path))
    for notice in notices {
      let place = place(of: notice)
      counts[place, default: 0] += 1
      if messages[place] == nil { messages[place] = notice.message.foldingControls }
    }
  }

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

  /// The notices that are new, in their order, and how many places of the files that were looked at are no more.
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

  /// The text of its file.
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
  /// `code` is the system's `errno`.
  case unreadable(path: String, code: Int32)
  case notABaseline(path: String)
  case malformed(path: String, line: Int)
}

extension BaselineError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let path, let code):
      "\(path): cannot be read: \(ErrorCode.message(code))"
        + (code == ErrorCode.notFound ? "; --write-baseline \(path) writes it" : "")
    case .notABaseline(let path): "\(path): not a baseline; --write-baseline FILE writes one"
    case .malformed(let path, let line):
      "\(path):\(line): path, rule, fingerprint and count should stand here, with tabs between them; mend the line, or "
        + "write the baseline anew with --write-baseline \(path)"
    }
  }

  /// Of the process: 2 usage, 4 files.
  package var exitCode: Int32 { if case .unreadable = self { 4 } else { 2 } }
}

extension String {
  /// With a space for each tab, line break and other control character.
  fileprivate var foldingControls: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
  }
}
