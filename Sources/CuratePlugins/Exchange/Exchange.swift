import CurateCore
import Glibc

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
  private let start = Moment.now
  /// When the plugin last said or read something.
  private var lastSign = Moment.now
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
      var requests = [
        pollfd(fd: child.ended.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: hasOutput ? child.pipes.output : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: hasErrors ? child.pipes.errors : -1, events: Int16(POLLIN), revents: 0),
        pollfd(fd: inputToFill ?? -1, events: Int16(POLLOUT), revents: 0),
      ]
      if isLast { requests[0].fd = -1 }
      let count = poll(&requests, nfds_t(requests.count), isLast ? 0 : patience)
      // A signal, such as Ctrl-C, or nothing for now: the caller looks at the clock.
      if count <= 0 { return }
      if requests[1].revents != 0 { try readOutput() }
      if requests[2].revents != 0 { readErrors() }
      if requests[3].revents != 0 { fillInput() }
      if isLast, requests[1].revents | requests[2].revents == 0 { return }
    } while isLast
  }

  /// Where to write, as long as there is something to write.
  private var inputToFill: Int32? { outbox.isFinished ? nil : child.pipes.inputDescriptor }

  private mutating func fillInput() {
    guard let descriptor = child.pipes.inputDescriptor else { return }
    var taken = 0
    let record = record
    let code = outbox.write(to: descriptor) { bytes in
      taken += bytes.count
      record?.sent(bytes)
    }
    if taken > 0 { lastSign = .now }
    if code != 0 {
      // It does not read any more. What it has said until now is still in its output, and says more than EPIPE.
      stoppedReading = true
      child.pipes.closeInput()
    } else if outbox.isFinished {
      child.pipes.closeInput()
    }
  }

  private mutating func readOutput() throws(PluginFailure) {
    let count = read(child.pipes.output, &buffer, buffer.count)
    if count < 0 {
      if errno == EINTR || errno == EAGAIN { return }
      throw .outputLost(code: errno)
    }
    guard count > 0 else {
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
    let count = read(child.pipes.errors, &buffer, buffer.count)
    if count > 0 {
      buffer.withUnsafeBufferPointer { errors.append(UnsafeBufferPointer(rebasing: $0[..<count])) }
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      // What is written for people is no part of the protocol: without it the talk goes on.
      hasErrors = false
    }
  }

  /// How long `poll` may wait: until the next limit, and no longer than a person who pressed Ctrl-C wants to.
  private var patience: Int32 {
    let left = deadlines.map { $0 - .now }.min() ?? 0
    return Int32(max(1, min(left, 100)))
  }

  private var deadlines: [Moment] {
    let own = conversation.phase == .greeting ? start + limits.ready : lastSign + limits.idle
    return limits.total.map { [own, start + $0] } ?? [own]
  }

  private func checkLimits() throws(PluginFailure) {
    let now = Moment.now
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
  private func judge(_ ending: ChildProcess.Ending) throws(PluginFailure) -> Ledger {
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
      child.signal(SIGTERM)
      let limit = Moment.now + limits.grace
      while child.ending == nil, Moment.now < limit { drain(upTo: limit) }
      if child.ending == nil { child.signal(SIGKILL) }
      child.ended.wait()
    }
    // What it has started and left behind; the group lives on without its leader.
    child.signal(SIGKILL)
    drain(upTo: .now)
  }

  /// Reads what nobody needs any more, so that a program which is about to end does not wait for room; its last words
  /// for people are kept.
  private mutating func drain(upTo limit: Moment) {
    var requests = [
      pollfd(fd: child.ended.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: hasOutput ? child.pipes.output : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: hasErrors ? child.pipes.errors : -1, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&requests, nfds_t(requests.count), Int32(max(0, limit - .now))) > 0 else { return }
    if requests[1].revents != 0, read(child.pipes.output, &buffer, buffer.count) == 0 { hasOutput = false }
    if requests[2].revents != 0 { readErrors() }
  }
}
