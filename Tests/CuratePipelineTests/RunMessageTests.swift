import CurateCore
import Glibc
import Testing

@testable import CuratePipeline

/// The message and the exit code of a failed run.
@Suite struct RunMessageTests {
  @Test(
    arguments: [
      (.cannotRead(path: "a.md", code: EACCES), 4, "a.md: cannot be read: permission denied"),
      (
        .inputTooLarge(path: "a.md", limit: 4 << 30), 4, "a.md: larger than 4 GiB; split the list"
      ),
      (
        .cannotWrite(path: "out", code: EROFS), 4,
        "out: cannot be written: the file system is read-only; nothing was changed. Name another folder with --output, "
          + "or get write permission"
      ),
      (
        .busy(folder: "out", seconds: 10), 4,
        "out: locked by another run for 10 s; nothing was changed. Try again when that run has finished"
      ),
      (
        .timedOut(id: "slow", milliseconds: 61_000, limit: 60_000), 3,
        "stage 'slow' took 61000 ms, more than its timeout of 60000 ms; nothing was written. Raise `timeout:` "
          + "if that is expected"
      ),
      (
        .limitBroken(
          id: "dedupe", Limit(measure: .removed, amount: .share(2.5), span: SourceSpan(line: 1, column: 1)), actual: 12,
          of: 100), 3,
        "stage 'dedupe' removed 12 of 100 entries, more than its limit of 2.5 %; nothing was written. Check the "
          + "changes with --diff; raise `limits:` if they are intended"
      ),
      (
        .stageFailed(id: "emit-csv", .outputCollision(path: "links.csv")), 2,
        "stage 'emit-csv' writes 'links.csv' twice; give one of the files another path"
      ),
      (
        .history(.corrupt(path: "out/history.sqlite", message: "not a database")), 4,
        "out/history.sqlite: the history is damaged (not a database); rename or delete it, and the next run "
          + "creates a new one. Nothing was changed; --no-history runs without it"
      ),
      (
        .history(
          .setAside(path: "out/history.sqlite", message: "not a database", keptAs: "out/history.sqlite.damaged")), 4,
        "out/history.sqlite: the history is damaged (not a database); it is kept as out/history.sqlite.damaged, and "
          + "the next run creates a new one. Nothing else was changed; --no-history runs without it"
      ),
      (
        .history(.busy(path: "out/history.sqlite", seconds: 10)), 4,
        "out/history.sqlite: the history has been locked by another program for 10 s. Nothing was changed; try again, "
          + "or use --no-history"
      ),
      (
        .history(.foreign(path: "out/history.sqlite")), 4,
        "out/history.sqlite: the history belongs to another program; name another folder with --output. Nothing "
          + "was changed; --no-history runs without it"
      ),
      (
        .publicationDamaged(record: "out/.curate-publish", file: "out/links.csv"), 4,
        "out/links.csv: the file staged by an interrupted run does not match its record; delete out/.curate-publish "
          + "and run again"
      ),
      (.interrupted, 130, "interrupted; nothing was changed"),
    ] as [(RunError, Int32, String)])
  func message(_ error: RunError, _ exitCode: Int32, _ text: String) {
    #expect(error.description == text)
    #expect(error.exitCode == exitCode)
  }
}
