/// The time limits of a plugin, in milliseconds.
public struct TimeLimits: Sendable {
  /// From the start of the program to `ready` (10 s by default).
  public var ready = 10_000
  /// Without a line written or a byte read by the plugin (60 s by default).
  public var idle = 60_000
  /// From SIGTERM to SIGKILL (2 s by default).
  public var grace = 2_000
  /// For the whole exchange; the `timeout:` of the recipe (no limit by default).
  public var total: Int?

  /// The default limits.
  public init() {}
}
