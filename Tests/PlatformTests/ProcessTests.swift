import Glibc
import Testing

@testable import Platform

/// Starts real programs and waits for them.
@Suite struct ProcessTests {
  @Test func aFinishedCommandHasItsStatusAndOutput() {
    let command = FinishedCommand(running: ["sh", "-c", "cat; echo out; echo err >&2; exit 3"])
    #expect(command.status == 3)
    #expect(String(decoding: command.output, as: UTF8.self) == "out\n")
    #expect(String(decoding: command.error, as: UTF8.self) == "err\n")
    #expect(FinishedCommand(running: ["sh", "-c", "kill -9 $$"]).status == 137)
    let missing = FinishedCommand(running: ["curate-test-no-such-program"])
    #expect(missing.status == 127)
    #expect(String(decoding: missing.error, as: UTF8.self) == "no such file or folder")
  }

  @Test func aProcessIsKnownByItsStart() {
    var own = ProcessIdentity.current()
    #expect(own.isAlive)
    own.start -= 1
    #expect(!own.isAlive)
  }

  @Test func pipesReportWhatTheyCanTake() throws {
    let pipes = try ChildPipes()
    guard let ends = pipes.takeChildEnds() else { return #expect(Bool(false), "the child's ends are missing") }
    #expect(pipes.takeChildEnds()?.input == nil)
    #expect(pipes.write(UnsafeBufferPointer<UInt8>(start: nil, count: 0)) == .moved(0))
    var buffer = [UInt8](repeating: 0, count: 16)
    #expect(pipes.read(.output, into: &buffer) == .wouldBlock)
    let flag = try WaitableFlag()
    #expect(pipes.wait(for: .init(output: true, errors: true, input: false), or: flag, milliseconds: 0) == nil)
    let block = [UInt8](repeating: 1, count: 1 << 22)
    guard case .moved(let count) = block.withUnsafeBufferPointer({ pipes.write($0) }) else {
      return #expect(Bool(false), "an empty pipe takes nothing")
    }
    #expect(count < block.count)
    #expect(block.withUnsafeBufferPointer { pipes.write($0) } == .wouldBlock)
    flag.set()
    let ready = pipes.wait(for: .init(output: true, errors: true, input: true), or: flag, milliseconds: 1000)
    #expect(ready == .init(output: false, errors: false, input: false))
    for end in [ends.input, ends.output, ends.errors] { close(end) }
    #expect(pipes.read(.output, into: &buffer) == .ended)
    #expect(block.withUnsafeBufferPointer { pipes.write($0) } != .wouldBlock)
  }

  @Test func differencesOfTimesAreRoundedDown() {
    let now = MonotonicTime.now
    #expect((now + 5) - now == 5)
    #expect(now - (now + 5) == -5)
    #expect(MonotonicTime.now >= now)
  }

  @Test func aCalendarKnowsLeapDays() {
    let time = CalendarTime(secondsSince1970: 951_782_399, in: .utc)
    #expect([time.year, time.month, time.day, time.hour, time.minute, time.second] == [2000, 2, 28, 23, 59, 59])
  }
}
