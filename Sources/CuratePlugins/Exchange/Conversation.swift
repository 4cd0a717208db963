import Platform

/// The host's side of the protocol: what a plugin may say when, and what it has said.
struct Conversation {
  enum Phase { case greeting, judging, done }

  private(set) var phase = Phase.greeting
  private(set) var ledger: Ledger
  /// Lines that were read.
  private(set) var lines = 0
  let items: any ItemSource
  let rights: Rights

  init(_ items: any ItemSource, rights: Rights) {
    self.items = items
    self.rights = rights
    ledger = Ledger(count: items.count)
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(PluginFailure) {
    lines += 1
    // An empty line says nothing, and some languages write one at the end.
    if bytes.isEmpty { return }
    let message = try Message(bytes, line: lines)
    if phase == .done { throw .afterDone(line: lines) }
    switch message {
    case .failure(let why): throw .saidError(why)
    case .progress: return
    case .ready(let version):
      guard version == "1" else { throw .unknownProtocol(line: lines, said: version) }
      guard phase == .greeting else {
        throw .wrongField(line: lines, message: "ready", field: "t", expected: "said once")
      }
      phase = .judging
    case .done:
      try requireReady("done")
      phase = .done
    case .verdict(let n, let verdict):
      try admit(n, "verdict")
      try rights.check(verdict, on: n, items)
      guard ledger.judge(n, verdict) else { throw .secondVerdict(line: lines, item: items.place(of: n)) }
    case .find(let n, let remark):
      try admit(n, "find")
      try rights.check(remark, on: n, items)
      ledger.add(n, remark)
    case .add(let n, let addition):
      try admit(n, "add")
      try rights.check(addition, on: n, items)
      ledger.add(n, addition)
    }
  }

  private func requireReady(_ message: String) throws(PluginFailure) {
    if phase == .greeting { throw .tooEarly(line: lines, message: message) }
  }

  private func admit(_ n: Int, _ message: String) throws(PluginFailure) {
    try requireReady(message)
    guard ledger.contains(n) else { throw .unknownItem(line: lines, n: n, count: ledger.count) }
  }

  /// What is wrong although the plugin ended well.
  func checkComplete(remainder: [UInt8]) throws(PluginFailure) {
    if phase == .greeting { throw .endedBeforeReady(.exited(0)) }
    guard phase == .done else {
      if !remainder.isEmpty {
        throw .endedInLine(ErrorTail.shown(Substring(String(decoding: remainder.prefix(120), as: UTF8.self))))
      }
      throw .endedWithoutDone(verdicts: ledger.verdicts, of: ledger.count)
    }
    if !remainder.isEmpty { throw .afterDone(line: lines + 1) }
    let missing = ledger.count - ledger.verdicts
    if missing > 0 {
      throw .missingVerdicts(ledger.missing(most: 5).map { items.place(of: $0) }, count: missing)
    }
    try checkMerges()
  }

  /// Looks for entries that are to stand for each other.
  private func checkMerges() throws(PluginFailure) {
    let targets = ledger.mergeTargets
    var sound: Set<Int> = []
    for start in ledger.decisions.lazy.map(\.n) where targets[start] != nil && !sound.contains(start) {
      var path: [Int] = []
      var seen: Set<Int> = []
      var next: Int? = start
      while let n = next, !sound.contains(n) {
        if !seen.insert(n).inserted {
          let circle = path.drop { $0 != n } + [n]
          throw .mergeCircle(circle.map { items.place(of: $0) })
        }
        path.append(n)
        next = targets[n]
      }
      sound.formUnion(path)
    }
  }
}

extension Ledger {
  /// For each item that is to be merged: into which.
  var mergeTargets: [Int: Int] {
    var targets: [Int: Int] = [:]
    for case (let n, .merge(let into, _)) in decisions { targets[n] = into }
    return targets
  }
}
