import Glibc
import LinkIdentity
import SampleLists

// url-bench [--count N] [--rounds N] [--write FILE]: measures how many URLs per second one core processes. Prints one line
// of JSON per construct and round. Times are processor times, so that other load on the machine does not count.

func seconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func option(_ name: String) -> String? {
  guard let index = CommandLine.arguments.firstIndex(of: name), index + 1 < CommandLine.arguments.count else {
    return nil
  }
  return CommandLine.arguments[index + 1]
}

let count = option("--count").flatMap(Int.init) ?? 120_000
let rounds = option("--rounds").flatMap(Int.init) ?? 5
let urls = LikelyURLs.make(count: count, seed: 20_261_123)

if let path = option("--write") {
  guard let file = fopen(path, "w") else {
    print("url-bench: cannot write \(path)")
    exit(4)
  }
  for url in urls { fputs(url + "\n", file) }
  fclose(file)
}

/// Runs `body` on every URL and prints the rate. The results are summed so that the compiler cannot remove the calls.
func measure(_ construct: String, _ round: Int, _ body: (String) -> Int) {
  let start = seconds()
  var sum = 0
  for url in urls { sum &+= body(url) }
  let time = seconds() - start
  print(
    "{\"construct\":\"\(construct)\",\"round\":\(round),\"urls\":\(urls.count),\"seconds\":\(time),"
      + "\"perSecond\":\(Int(Double(urls.count) / time)),\"check\":\(sum)}")
}

let normalizer = URLNormalizer()
let labeler = Labeler()
let analyzer = LinkAnalyzer()

for round in 1...rounds {
  measure("output form", round) { normalizer.outputForm(of: $0).rules.count }
  measure("key and work id", round) { Identity(of: $0)?.key.utf8.count ?? 0 }
  measure("labels", round) { labeler.labels(of: $0).categoryRule.utf8.count }
  measure("output form, key, work id and labels", round) {
    let facts = analyzer.analysis(of: $0)
    return (facts.identity?.key.utf8.count ?? 0) &+ facts.labels.categoryRule.utf8.count
  }
}
