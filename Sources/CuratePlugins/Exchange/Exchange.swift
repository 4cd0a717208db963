import CurateCore
import Platform

/// One talk with a plugin, from start to end, on one thread: `poll` says which pipe is ready.
///
/// Reading and writing take turns as the pipes allow, so a plugin may answer at once, late, or all at the end.
struct Exchange {
  private let child: ChildProcess
  private let limits: TimeLimits
  private let isCancelled: @Sendable () -> Bool
  private let record: (any ExchangeObserver)?
  private var outbox: Outbox
  private var conversation: Conversation
  private var splitter = LineSplitter(limit: Exchange.lineLimit)
  private var errors = ErrorTail()
  private var hasOutput = true
  private var hasErrors = true
  /// It closed its standard input before all was written.
  private var stoppedReading = false
  private let start = MonotonicTime.now
  /// When the plugin last said or read something.
  private var lastSign = MonotonicTime.now
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)

  static let lineLimit = 16 << 20

  private init(
    _ child: ChildProcess, outbox: Outbox, conversation: Conversation, limits: TimeLimits,
    record: (any ExchangeObserver)?,
    isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.child = child
    self.outbox = outbox
    self.conversation = conversation
    self.limits = limits
    self.record = record
    self.isCancelled = isCancelled
  }

  /// What came of a talk.
  struct Outcome {
    var result: Result<Ledger, PluginFailure>
    /// The last lines that the plugin wrote for people.
    var errorLines: [String]
  }

  /// Starts a program, asks it about all items, and waits until it and all that it started are gone.
  static func run(
    _ launch: Launch, hello: [UInt8], items: any ItemSource, rights: Rights, limits: TimeLimits,
    record: (any ExchangeObserver)?,
    isCancelled: @escaping @Sendable () -> Bool
  ) -> Outcome {
    if let obstacle = launch.obstacle { return Outcome(result: .failure(obstacle), errorLines: []) }
    let child: ChildProcess
    do throws(PluginFailure) { child = try ChildProcess(launch) } catch {
      return Outcome(result: .failure(error), errorLines: [])
    }
    var exchange = Exchange(
      child, outbox: Outbox(hello: hello, items: items), conversation: Conversation(items, rights: rights),
      limits: limits, record: record, isCancelled: isCancelled)
    var result: Result<Ledger, PluginFailure>
    do throws(PluginFailure) { result = .success(try exchange.talk()) } catch { result = .failure(error) }
    exchange.end()
    if case .success = result, let failure = record?.failure { result = .failure(failure) }
    return Outcome(result: result, errorLines: exchange.errors.lines)
  }

  private mutating func talk() throws(PluginFailure) -> Ledger {
    while true {
      let ending = child.ending
      try turn(isLast: ending != nil)
      if let ending { return try judge(ending) }
      if isCancelled() { throw .interrupted }
      try checkLimits()
    }
  }

  /// Waits for a pipe, or for the end, and moves what can be moved.
  ///
  /// - Parameter isLast: the program has ended: what it left in the pipes is read, and nothing is waited for. A child
  ///   of its own may still hold the pipes open.
  private mutating func turn(isLast: Bool) throws(PluginFailure) {
    repeat {
      let open = ChildPipes.Readiness(output: hasOutput, errors: hasErrors, input: !outbox.isFinished)
      // After a signal, such as Ctrl-C, or a pause, the caller checks the time limits.
      guard
        let ready = child.pipes.wait(
          for: open, or: isLast ? nil : child.ended, milliseconds: isLast ? 0 : pollTimeout)
      else { return }
      if ready.output { try readOutput() }
      if ready.errors { readErrors() }
      if ready.input { fillInput() }
      if isLast, !ready.output, !ready.errors { return }
    } while isLast
  }

  private mutating func fillInput() {
    guard child.pipes.isInputOpen else { return }
    var taken = 0
    let record = record
    let succeeded = outbox.write(to: child.pipes) { bytes in
      taken += bytes.count
      record?.sent(bytes)
    }
    if taken > 0 { lastSign = .now }
    if !succeeded {
      // It does not read any more. What it has said until now is still in its output, and says more than EPIPE.
      stoppedReading = true
      child.pipes.closeInput()
    } else if outbox.isFinished {
      child.pipes.closeInput()
    }
  }

  private mutating func readOutput() throws(PluginFailure) {
    let count: Int
    switch child.pipes.read(.output, into: &buffer) {
    case .moved(let moved): count = moved
    case .wouldBlock: return
    case .failed(let code): throw .outputLost(code: code)
    case .ended:
      hasOutput = false
      return
    }
    let lines = conversation.lines
    let failure = buffer.withUnsafeBufferPointer { all -> PluginFailure? in
      let bytes = UnsafeBufferPointer(rebasing: all[..<count])
      record?.received(bytes)
      do throws(PluginFailure) {
        try splitter.split(bytes) { line throws(PluginFailure) in try conversation.read(line) }
      } catch { return error }
      return nil
    }
    if let failure { throw failure }
    if splitter.isOverfull { throw .lineTooLong(line: conversation.lines + 1, limit: Self.lineLimit) }
    if conversation.lines > lines { lastSign = .now }
  }

  private mutating func readErrors() {
    switch child.pipes.read(.errors, into: &buffer) {
    case .moved(let count):
      buffer.withUnsafeBufferPointer { errors.append(UnsafeBufferPointer(rebasing: $0[..<count])) }
    case .wouldBlock: break
    // Standard error is not part of the protocol: the exchange goes on without it.
    case .ended, .failed: hasErrors = false
    }
  }

  /// How long `poll` may wait: until the next limit, and no longer than a person who pressed Ctrl-C wants to.
  private var pollTimeout: Int {
    let left = deadlines.map { $0 - .now }.min() ?? 0
    return max(1, min(left, 100))
  }

  private var deadlines: [MonotonicTime] {
    let own = conversation.phase == .greeting ? start + limits.ready : lastSign + limits.idle
    return limits.total.map { [own, start + $0] } ?? [own]
  }

  private func checkLimits() throws(PluginFailure) {
    let now = MonotonicTime.now
    let ledger = conversation.ledger
    if let total = limits.total, now - start >= total {
      throw .timedOut(milliseconds: total, verdicts: ledger.verdicts, of: ledger.count)
    }
    switch conversation.phase {
    case .greeting:
      if now - start >= limits.ready { throw .neverReady(seconds: limits.ready / 1000) }
    case .judging, .done:
      if now - lastSign >= limits.idle {
        throw .silent(
          seconds: limits.idle / 1000, verdicts: ledger.verdicts, of: ledger.count,
          saidDone: conversation.phase == .done)
      }
    }
  }

  /// Whether what the plugin said counts, now that it has ended.
  private func judge(_ ending: ProcessEnding) throws(PluginFailure) -> Ledger {
    guard ending == .exited(0) else {
      throw conversation.phase == .greeting
        ? .endedBeforeReady(ending) : .failed(ending, saidDone: conversation.phase == .done)
    }
    if conversation.phase != .done, stoppedReading || !outbox.isFinished, conversation.phase != .greeting {
      throw .stoppedReading(sent: outbox.itemsSent, of: conversation.ledger.count)
    }
    try conversation.checkComplete(remainder: splitter.remainder)
    return conversation.ledger
  }

  /// Ends the program and all of its group: first politely, then not.
  private mutating func end() {
    child.pipes.closeInput()
    if child.ending == nil {
      child.terminate()
      let limit = MonotonicTime.now + limits.grace
      while child.ending == nil, MonotonicTime.now < limit { drain(upTo: limit) }
      if child.ending == nil { child.kill() }
      child.ended.wait()
    }
    // What it has started and left behind; the group lives on without its leader.
    child.kill()
    drain(upTo: .now)
  }

  /// Reads what nobody needs any more, so that a program which is about to end does not wait for room; its last words
  /// for people are kept.
  private mutating func drain(upTo limit: MonotonicTime) {
    let open = ChildPipes.Readiness(output: hasOutput, errors: hasErrors, input: false)
    guard let ready = child.pipes.wait(for: open, or: child.ended, milliseconds: max(0, limit - .now)) else { return }
    if ready.output, child.pipes.read(.output, into: &buffer) == .ended { hasOutput = false }
    if ready.errors { readErrors() }
  }
}
