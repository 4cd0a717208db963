/// How long a plugin may take, in milliseconds.
public struct TimeLimits: Sendable {
  /// From its start to `ready`.
  public var ready = 10_000
  /// Without a line from it or a byte that it reads.
  public var idle = 60_000
  /// From TERM to KILL.
  public var grace = 2_000
  /// All in all: the `timeout:` of the recipe.
  public var total: Int?

  public init() {}
}
