import CurateCore
import Platform

/// Receives the bytes that pass through the pipes of a plugin, in pieces.
protocol ExchangeObserver: AnyObject, Sendable {
  func sent(_ bytes: UnsafeBufferPointer<UInt8>)
  func received(_ bytes: UnsafeBufferPointer<UInt8>)
  /// Why the observer failed; the exchange then fails too.
  var failure: PluginFailure? { get }
}

/// One exchange with a plugin, from its start to its exit, on one thread that waits for whichever pipe is ready next.
///
/// Reads and writes alternate as the pipes allow, so a plugin may answer each item at once, later, or all at the end.
struct Exchange {
  private let child: ChildProcess
  private let limits: TimeLimits
  private let isCancelled: @Sendable () -> Bool
  private let observer: (any ExchangeObserver)?
  private var queue: SendQueue
  private var state: ProtocolState
  private var splitter = LineSplitter(limit: Exchange.lineLimit)
  /// The last lines of the plugin's standard error.
  private var errors = ErrorTail()
  private var hasOutput = true
  private var hasErrors = true
  /// Whether the plugin closed its standard input before everything was written.
  private var stoppedReading = false
  private let start = MonotonicTime.now
  /// When the plugin last wrote a line or read a byte.
  private var lastActivity = MonotonicTime.now
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)

  /// The longest line that a plugin may write, in bytes.
  static let lineLimit = 16 << 20

  private init(
    _ child: ChildProcess, queue: SendQueue, state: ProtocolState, limits: TimeLimits,
    observer: (any ExchangeObserver)?, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.child = child
    self.queue = queue
    self.state = state
    self.limits = limits
    self.observer = observer
    self.isCancelled = isCancelled
  }

  /// The result of an exchange.
  struct Outcome {
    var result: Result<PluginResponse, PluginFailure>
    /// The last lines that the plugin wrote to standard error.
    var errorLines: [String]
  }

  /// Starts a program, sends it all items, and waits until it and all its child processes have ended.
  static func run(
    _ launch: Launch, hello: [UInt8], items: any ItemSource, permissions: Permissions, limits: TimeLimits,
    observer: (any ExchangeObserver)?, isCancelled: @escaping @Sendable () -> Bool
  ) -> Outcome {
    if let obstacle = launch.obstacle { return Outcome(result: .failure(obstacle), errorLines: []) }
    let child: ChildProcess
    do throws(PluginFailure) { child = try ChildProcess(launch) } catch {
      return Outcome(result: .failure(error), errorLines: [])
    }
    var exchange = Exchange(
      child, queue: SendQueue(hello: hello, items: items), state: ProtocolState(items, permissions: permissions),
      limits: limits, observer: observer, isCancelled: isCancelled)
    var result: Result<PluginResponse, PluginFailure>
    do throws(PluginFailure) { result = .success(try exchange.response()) } catch { result = .failure(error) }
    exchange.terminate()
    if case .success = result, let failure = observer?.failure { result = .failure(failure) }
    return Outcome(result: result, errorLines: exchange.errors.lines)
  }

  /// Runs the exchange until the program has ended.
  private mutating func response() throws(PluginFailure) -> PluginResponse {
    while true {
      let ending = child.ending
      try transfer(isLast: ending != nil)
      if let ending { return try response(after: ending) }
      if isCancelled() { throw .interrupted }
      try checkLimits()
    }
  }

  /// Waits for a pipe or the end of the program, then reads and writes what the pipes allow.
  ///
  /// - Parameter isLast: whether the program has ended. The rest of its output is read then, without waiting: a child
  ///   process of the program may still hold the pipes open.
  private mutating func transfer(isLast: Bool) throws(PluginFailure) {
    repeat {
      let open = ChildPipes.Readiness(output: hasOutput, errors: hasErrors, input: !queue.isFinished)
      // After a signal, such as that of Ctrl-C, or a timeout, the caller checks both.
      guard
        let ready = child.pipes.wait(
          for: open, or: isLast ? nil : child.ended, milliseconds: isLast ? 0 : pollTimeout)
      else { return }
      if ready.output { try readOutput() }
      if ready.errors { readErrors() }
      if ready.input { writeInput() }
      if isLast, !ready.output, !ready.errors { return }
    } while isLast
  }

  private mutating func writeInput() {
    guard child.pipes.isInputOpen else { return }
    var accepted = 0
    let observer = observer
    let succeeded = queue.write(to: child.pipes) { bytes in
      accepted += bytes.count
      observer?.sent(bytes)
    }
    if accepted > 0 { lastActivity = .now }
    if !succeeded {
      // The plugin has closed its input. Its output is still read, because that explains more than EPIPE.
      stoppedReading = true
      child.pipes.closeInput()
    } else if queue.isFinished {
      child.pipes.closeInput()
    }
  }

  private mutating func readOutput() throws(PluginFailure) {
    let count: Int
    switch child.pipes.read(.output, into: &buffer) {
    case .moved(let moved): count = moved
    case .wouldBlock: return
    case .failed(let code): throw .unreadableOutput(code: code)
    case .ended:
      hasOutput = false
      return
    }
    let lines = state.lines
    let failure = buffer.withUnsafeBufferPointer { all -> PluginFailure? in
      let bytes = UnsafeBufferPointer(rebasing: all[..<count])
      observer?.received(bytes)
      do throws(PluginFailure) {
        try splitter.split(bytes) { line throws(PluginFailure) in try state.read(line) }
      } catch { return error }
      return nil
    }
    if let failure { throw failure }
    if splitter.isOverfull { throw .lineTooLong(line: state.lines + 1, limit: Self.lineLimit) }
    if state.lines > lines { lastActivity = .now }
  }

  private mutating func readErrors() {
    switch child.pipes.read(.errors, into: &buffer) {
    case .moved(let count):
      buffer.withUnsafeBufferPointer { errors.append(UnsafeBufferPointer(rebasing: $0[..<count])) }
    case .wouldBlock: break
    // Standard error is not part of the protocol: the exchange continues without it.
    case .ended, .failed: hasErrors = false
    }
  }

  /// The time to wait for a pipe, in milliseconds: until the next time limit, and at most 100, so that Ctrl-C takes effect
  /// quickly.
  private var pollTimeout: Int {
    let left = deadlines.map { $0 - .now }.min() ?? 0
    return max(1, min(left, 100))
  }

  private var deadlines: [MonotonicTime] {
    let next = state.phase == .greeting ? start + limits.ready : lastActivity + limits.idle
    return limits.total.map { [next, start + $0] } ?? [next]
  }

  private func checkLimits() throws(PluginFailure) {
    let now = MonotonicTime.now
    let response = state.response
    if let total = limits.total, now - start >= total {
      throw .timedOut(milliseconds: total, verdicts: response.verdictCount, of: response.itemCount)
    }
    switch state.phase {
    case .greeting:
      if now - start >= limits.ready { throw .neverReady(seconds: limits.ready / 1000) }
    case .judging, .done:
      if now - lastActivity >= limits.idle {
        throw .silent(
          seconds: limits.idle / 1000, verdicts: response.verdictCount, of: response.itemCount,
          sentDone: state.phase == .done)
      }
    }
  }

  /// Returns the response if the program ended with status 0 and the response is complete.
  private func response(after ending: ProcessEnding) throws(PluginFailure) -> PluginResponse {
    guard ending == .exited(0) else {
      throw state.phase == .greeting
        ? .endedBeforeReady(ending) : .failed(ending, sentDone: state.phase == .done)
    }
    if state.phase != .done, stoppedReading || !queue.isFinished, state.phase != .greeting {
      throw .stoppedReading(sent: queue.itemsSent, of: state.response.itemCount)
    }
    try state.checkComplete(remainder: splitter.remainder)
    return state.response
  }

  /// Terminates the program and its process group: SIGTERM first, SIGKILL after the grace period.
  private mutating func terminate() {
    child.pipes.closeInput()
    if child.ending == nil {
      child.terminate()
      let limit = MonotonicTime.now + limits.grace
      while child.ending == nil, MonotonicTime.now < limit { drain(upTo: limit) }
      if child.ending == nil { child.kill() }
      child.ended.wait()
    }
    // Child processes that the program left behind: a group outlives its leader.
    child.kill()
    drain(upTo: .now)
  }

  /// Reads and discards the output, so that a program that is about to end does not block on a full pipe. Its last lines
  /// on standard error are kept.
  private mutating func drain(upTo limit: MonotonicTime) {
    let open = ChildPipes.Readiness(output: hasOutput, errors: hasErrors, input: false)
    guard let ready = child.pipes.wait(for: open, or: child.ended, milliseconds: max(0, limit - .now)) else { return }
    if ready.output, child.pipes.read(.output, into: &buffer) == .ended { hasOutput = false }
    if ready.errors { readErrors() }
  }
}
