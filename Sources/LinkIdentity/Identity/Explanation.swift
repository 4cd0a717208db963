/// The steps from a URL to its output form and key, for people.
public struct Explanation: Sendable {
  public struct Step: Sendable, Equatable {
    public var rule: String
    public var before: String
    public var after: String
  }
  public var output: [Step]
  public var key: [Step]
  public var work: [Step]
}

/// The rules that fired for a URL, in order, with what each of them changed.
public func explain(_ url: String, policy: OutputPolicy = OutputPolicy()) -> Explanation {
  Explanation(output: [], key: [], work: [])
}
