import Platform

/// curate's side of the protocol: validates each message of a plugin and collects its response.
struct ProtocolState {
  enum Phase {
    /// Waits for `ready`.
    case greeting
    /// Waits for verdicts, then `done`.
    case judging
    case done
  }

  private(set) var phase = Phase.greeting
  private(set) var response: PluginResponse
  /// The number of lines that were read.
  private(set) var lines = 0
  let items: any ItemSource
  let permissions: Permissions

  init(_ items: any ItemSource, permissions: Permissions) {
    self.items = items
    self.permissions = permissions
    response = PluginResponse(itemCount: items.count)
  }

  /// Decodes and validates one line of the plugin's output, without its line feed.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(PluginFailure) {
    lines += 1
    // Some languages write an empty line at the end.
    if bytes.isEmpty { return }
    let message = try Message(bytes, line: lines)
    if phase == .done { throw .afterDone(line: lines) }
    switch message {
    case .failure(let text): throw .reportedError(text)
    case .progress: return
    case .ready(let version):
      guard version == "1" else { throw .unknownProtocol(line: lines, found: version) }
      guard phase == .greeting else { throw .secondReady(line: lines) }
      phase = .judging
    case .done:
      try requireReady("done")
      phase = .done
    case .verdict(let n, let verdict):
      try requireItem(n, "verdict")
      try permissions.check(verdict, on: n, items)
      guard response.record(verdict, on: n) else { throw .secondVerdict(line: lines, item: items.place(of: n)) }
    case .find(let n, let finding):
      try requireItem(n, "find")
      try permissions.check(finding, on: n, items)
      response.record(finding, on: n)
    case .add(let n, let addition):
      try requireItem(n, "add")
      try permissions.check(addition, on: n, items)
      response.record(addition, on: n)
    }
  }

  private func requireReady(_ message: String) throws(PluginFailure) {
    if phase == .greeting { throw .tooEarly(line: lines, message: message) }
  }

  private func requireItem(_ n: Int, _ message: String) throws(PluginFailure) {
    try requireReady(message)
    guard response.contains(n) else { throw .unknownItem(line: lines, n: n, count: response.itemCount) }
  }

  /// Validates the response of a plugin that has exited with status 0.
  ///
  /// - Parameter remainder: what follows the last line feed of the output.
  func checkComplete(remainder: [UInt8]) throws(PluginFailure) {
    if phase == .greeting { throw .endedBeforeReady(.exited(0)) }
    guard phase == .done else {
      if !remainder.isEmpty {
        throw .endedInLine(ErrorTail.shown(Substring(String(decoding: remainder.prefix(120), as: UTF8.self))))
      }
      throw .endedWithoutDone(verdicts: response.verdictCount, of: response.itemCount)
    }
    if !remainder.isEmpty { throw .afterDone(line: lines + 1) }
    let missing = response.itemCount - response.verdictCount
    if missing > 0 {
      throw .missingVerdicts(response.itemsWithoutVerdict(limit: 5).map { items.place(of: $0) }, count: missing)
    }
    try checkMerges()
  }

  /// Checks that no chain of merges leads back to its start.
  private func checkMerges() throws(PluginFailure) {
    let targets = response.mergeTargets
    var checked: Set<Int> = []
    for start in response.decisions.lazy.map(\.n) where targets[start] != nil && !checked.contains(start) {
      var path: [Int] = []
      var seen: Set<Int> = []
      var next: Int? = start
      while let n = next, !checked.contains(n) {
        if !seen.insert(n).inserted {
          let cycle = path.drop { $0 != n } + [n]
          throw .mergeCycle(cycle.map { items.place(of: $0) })
        }
        path.append(n)
        next = targets[n]
      }
      checked.formUnion(path)
    }
  }
}
