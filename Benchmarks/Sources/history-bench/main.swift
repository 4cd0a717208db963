import CurateCore
import CurateHistory
import Glibc

// history-bench bulk FOLDER [--links N] [--changes N]: measures how many new links and events one transaction records per
// second.
// history-bench diff DATABASE A B [--rounds N]: measures the comparison of two runs.
// Prints one line of JSON per construct and round. Times are wall times: a transaction ends when it is on disk.

func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func option(_ name: String, _ fallback: Int) -> Int {
  guard let index = CommandLine.arguments.firstIndex(of: name), index + 1 < CommandLine.arguments.count else {
    return fallback
  }
  return Int(CommandLine.arguments[index + 1]) ?? fallback
}

/// Returns a list with sections of ten links, each to a different page.
func list(_ count: Int) -> [UInt8] {
  var text: [UInt8] = []
  for number in 0..<count {
    if number % 10 == 0 { text += Array("\n## Part \(number / 10)\n\n".utf8) }
    text += Array("- [Page number \(number)](https://site\(number % 997).example/some/path/\(number))\n".utf8)
  }
  return text
}

/// Returns the record of a run on `collection`, as the pipeline passes it to the history.
func record(of collection: borrowing Collection) -> RunRecord {
  var record = RunRecord(
    recipePath: "recipe.yaml", recipeName: "bench", recipe: Array("curate: 1\n".utf8), arguments: ["recipe.yaml"],
    curateVersion: "1.0.0", suffixDataVersion: "none", startedAt: 1_700_000_000_000)
  record.resolvedEdits = collection.resolveEdits()
  record.stages = [
    StageRecord(
      id: "clean", uses: "normalize-urls", milliseconds: 1, events: collection.journal.events.count,
      edits: collection.journal.edits.count, merged: 0, removed: 0, findings: 0, summary: "")
  ]
  return record
}

func bulk(folder: String, links: Int, changes: Int) throws {
  var plain = Collection([Input(path: "list.md", bytes: list(links))])
  try plain.parse()
  // A run with `dedupe` computes all identities.
  for number in 0..<links { _ = plain.identity(of: LinkID(number)) }
  plain.begin(stage: "clean")
  let changed = (0..<changes).map { LinkID($0 * (links / max(1, changes))) }
  var rewritten = plain
  for link in changed {
    rewritten.setURL(link, to: rewritten.url(of: link) + "/", rule: "slash", reason: "as the server itself writes it")
  }
  var noted = rewritten
  for link in changed { noted.report("two links have this title", rule: "title", severity: .note, link: link) }

  let store = try HistoryStore(path: folder + "/history.sqlite")
  defer { store.close() }
  func commit(_ construct: String, _ collection: Collection) throws {
    let record = record(of: collection)
    let start = seconds()
    let number = try store.begin(record)
    try store.commit(record, number: number, collection: collection)
    print("{\"construct\":\"\(construct)\",\"links\":\(links),\"seconds\":\(seconds() - start)}")
  }
  try commit("new links, a tenth changed", rewritten)
  try commit("the same again", rewritten)
  try commit("the same, and a note on a tenth", noted)
  try commit("no changes any more", plain)
}

func diff(database: String, from a: Int64, to b: Int64, rounds: Int) throws {
  for round in 1...rounds {
    let start = seconds()
    guard let history = try History(reading: database) else { throw HistoryFailure.foreign(path: database) }
    let diff = try history.diff(from: a, to: b)
    history.close()
    print(
      "{\"construct\":\"diff\",\"round\":\(round),\"seconds\":\(seconds() - start),\"added\":\(diff.added.count),"
        + "\"gone\":\(diff.gone.count),\"changed\":\(diff.changed.count)}")
  }
}

let words = CommandLine.arguments.dropFirst().filter { !$0.hasPrefix("--") }
do {
  if words.first == "bulk", words.count >= 2 {
    try bulk(
      folder: words[1], links: option("--links", 1_000_000), changes: option("--changes", 100_000))
  } else if words.first == "diff", words.count >= 4, let a = Int64(words[2]), let b = Int64(words[3]) {
    try diff(database: words[1], from: a, to: b, rounds: option("--rounds", 11))
  } else {
    print("usage: history-bench bulk FOLDER [--links N] [--changes N] | diff DATABASE A B [--rounds N]")
    exit(2)
  }
} catch {
  print("history-bench: \(error)")
  exit(4)
}
