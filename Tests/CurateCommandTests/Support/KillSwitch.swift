import Testing

/// Kills a process with SIGKILL at its n-th change to the file system, independent of timing. A preloaded library
/// intercepts the system calls.
final class KillSwitch {
  static let isPossible = Tool.exists("cc") || Tool.exists("clang")
  static let reason: Comment = "there is no C compiler"

  /// The effect on the n-th change.
  enum Manner: String, CaseIterable {
    /// The process is killed before the change.
    case before
    /// A write writes only its first half before the process is killed.
    case torn
  }

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("switch.c", Self.source)
    let compiler = Tool.exists("cc") ? "cc" : "clang"
    let outcome = try Command(compiler, ["-shared", "-fPIC", "-O1", "-o", "switch.so", "switch.c"], in: folder.path)
      .run()
    try #require(outcome.ending == .exited(0), "\(outcome.error)")
  }

  /// Returns the number of changes that a command makes if it is not killed.
  func changes(of command: Command) throws -> Int {
    var command = command
    command.environment["LD_PRELOAD"] = folder.path("switch.so")
    command.environment["KILL_COUNT"] = folder.path("count")
    let outcome = try command.run()
    try #require(outcome.ending == .exited(0), "\(outcome.error)")
    return try #require(folder.text("count").flatMap { Int($0) })
  }

  /// Runs a command up to its n-th change (1-based).
  func run(_ command: Command, upTo change: Int, _ manner: Manner = .before) throws -> Outcome {
    var command = command
    command.environment["LD_PRELOAD"] = folder.path("switch.so")
    command.environment["KILL_AT"] = "\(change)"
    command.environment["KILL_TORN"] = manner == .torn ? "1" : nil
    return try command.run()
  }

  private static let source = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <fcntl.h>
    #include <signal.h>
    #include <stdatomic.h>
    #include <stdio.h>
    #include <stdlib.h>
    #include <sys/stat.h>
    #include <unistd.h>

    static atomic_long changes;
    static long last;

    __attribute__((constructor)) static void begin(void) {
      const char *text = getenv("KILL_AT");
      last = text ? atol(text) : -1;
    }

    __attribute__((destructor)) static void report(void) {
      const char *path = getenv("KILL_COUNT");
      FILE *file = path ? fopen(path, "w") : NULL;
      if (!file) return;
      fprintf(file, "%ld", atomic_load(&changes));
      fclose(file);
    }

    static int is_last(void) { return atomic_fetch_add(&changes, 1) + 1 == last; }

    static void end(void) {
      kill(getpid(), SIGKILL);
      for (;;) pause();
    }

    #define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
    #define INTERPOSE(name, parameters, ...) \\
      int name parameters { \\
        if (is_last()) end(); \\
        return REAL(name)(__VA_ARGS__); \\
      }

    INTERPOSE(rename, (const char *from, const char *to), from, to)
    INTERPOSE(unlink, (const char *path), path)
    INTERPOSE(mkdir, (const char *path, mode_t mode), path, mode)
    INTERPOSE(rmdir, (const char *path), path)
    INTERPOSE(fsync, (int file), file)
    INTERPOSE(fdatasync, (int file), file)
    INTERPOSE(ftruncate, (int file, off_t size), file, size)
    INTERPOSE(ftruncate64, (int file, off64_t size), file, size)

    ssize_t write(int file, const void *bytes, size_t count) {
      if (file > 2 && is_last()) {
        if (getenv("KILL_TORN")) REAL(write)(file, bytes, count / 2);
        end();
      }
      return REAL(write)(file, bytes, count);
    }

    ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
      if (is_last()) {
        if (getenv("KILL_TORN")) REAL(pwrite64)(file, bytes, count / 2, offset);
        end();
      }
      return REAL(pwrite64)(file, bytes, count, offset);
    }

    ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
      return pwrite64(file, bytes, count, offset);
    }

    """
}
