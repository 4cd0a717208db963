// Measures three Markdown parsers side by side: MarkdownSyntax to its full tree, md4c with callbacks that count, cmark-gfm
// to its tree. The parsers take turns in every round, so that other load on the machine affects all of them equally. The
// first round is not counted. Times are processor times of one thread, without freeing the trees.
//
//     swift run -c release --package-path Benchmarks parse-bench [--rounds 15] [--only NAME] [--save FILE] [--require]
//     swift run -c release --package-path Benchmarks parse-bench --pathological | --huge
//
// `--require` exits with 1 unless the first two samples meet the targets: at least as fast as md4c, at least three times as
// fast as cmark-gfm, and at most 3 bytes of tree per byte of source.
import CPeers
import Foundation
import MarkdownSyntax

struct Timing: Codable {
  var parser: String
  var megabytesPerSecond: Double
  var milliseconds: [Double]
}

struct Measurement: Codable {
  var sample: String
  var bytes: Int
  var nodes: Int
  var treeBytesPerSourceByte: Double
  var timings: [Timing]
  var ratioToMD4C: Double
  var ratioToCMark: Double
}

struct Run: Codable {
  var machine: [String: String]
  var method: String
  var measurements: [Measurement]
}

let arguments = CommandLine.arguments
func value(of option: String) -> String? {
  arguments.firstIndex(of: option).flatMap { $0 + 1 < arguments.count ? arguments[$0 + 1] : nil }
}
let rounds = value(of: "--rounds").flatMap(Int.init) ?? 15

func milliseconds(_ work: () -> Void) -> Double {
  var start = timespec()
  var end = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &start)
  work()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end)
  return Double(end.tv_sec - start.tv_sec) * 1e3 + Double(end.tv_nsec - start.tv_nsec) / 1e6
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func measure(_ sample: Sample) -> Measurement {
  let names = ["MarkdownSyntax", "md4c", "cmark-gfm"]
  var times: [[Double]] = [[], [], []]
  var tree: MarkdownTree?
  for round in 0...rounds {
    tree = nil
    var document: UnsafeMutableRawPointer?
    var callbacks = 0
    let round0 = milliseconds { tree = MarkdownTree(parsing: sample.bytes) }
    let (round1, round2) = sample.bytes.withUnsafeBytes { raw in
      let text = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      return (
        milliseconds { callbacks = peer_md4c_parse(text, raw.count) },
        milliseconds { document = peer_cmark_parse(text, raw.count) }
      )
    }
    peer_cmark_free(document)
    precondition(callbacks > 0)
    if round == 0 { continue }
    for (index, time) in [round0, round1, round2].enumerated() { times[index].append(time) }
  }
  let medians = times.map(median)
  return Measurement(
    sample: sample.name, bytes: sample.bytes.count, nodes: tree?.nodes.count ?? 0,
    treeBytesPerSourceByte: Double(tree?.footprint ?? 0) / Double(sample.bytes.count),
    timings: names.indices.map {
      Timing(
        parser: names[$0], megabytesPerSecond: Double(sample.bytes.count) / medians[$0] / 1e3, milliseconds: times[$0])
    },
    ratioToMD4C: medians[1] / medians[0], ratioToCMark: medians[2] / medians[0])
}

func machine() -> [String: String] {
  let cpu = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8))?
    .split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last.map {
      $0.trimmingCharacters(in: .whitespaces)
    }
  return [
    "cpu": cpu ?? "unknown", "cores": "\(ProcessInfo.processInfo.processorCount)",
    "system": ProcessInfo.processInfo.operatingSystemVersionString, "date": Date().ISO8601Format(),
  ]
}

let list = value(of: "--list") ?? "pipelines/inputs/science-of-learning.md"
guard let bytes = FileManager.default.contents(atPath: list) else {
  FileHandle.standardError.write(
    Data("parse-bench: cannot read \(list); run it from the package root, or give --list FILE\n".utf8))
  exit(4)
}

if arguments.contains("--pathological") {
  Pathological.run()
  exit(0)
}
if arguments.contains("--huge") {
  Huge.run(Array(bytes))
  exit(0)
}

func column(_ text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(0, width - text.count)) + text
}
print(
  "sample".padding(toLength: 20, withPad: " ", startingAt: 0)
    + "      MB   ours MB/s   md4c MB/s  cmark MB/s   × md4c  × cmark  tree B/B")
var measurements: [Measurement] = []
let wanted = value(of: "--only") ?? ""
for sample in Sample.all(list: Array(bytes)) where wanted.isEmpty || sample.name.contains(wanted) {
  let result = measure(sample)
  measurements.append(result)
  let rates = result.timings.map { column(String(format: "%.0f", $0.megabytesPerSecond), 12) }.joined()
  print(
    sample.name.padding(toLength: 20, withPad: " ", startingAt: 0)
      + column(String(format: "%.1f", Double(result.bytes) / 1e6), 8) + rates
      + String(format: "%9.2f%9.2f%10.2f", result.ratioToMD4C, result.ratioToCMark, result.treeBytesPerSourceByte))
}
if let file = value(of: "--save") {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
  let run = Run(
    machine: machine(),
    method: "thread CPU time, \(rounds) rounds, parsers in turn, medians; freeing a finished tree not timed",
    measurements: measurements)
  try encoder.encode(run).write(to: URL(filePath: file))
}
if arguments.contains("--require") {
  let hold =
    measurements.prefix(2).allSatisfy { $0.ratioToMD4C >= 1 && $0.ratioToCMark >= 3 }
    && measurements[0].treeBytesPerSourceByte <= 3
  exit(hold ? 0 : 1)
}
