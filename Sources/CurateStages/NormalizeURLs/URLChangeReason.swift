import LinkIdentity

/// The rule and the reason of a change that `normalize-urls` makes to a URL.
struct URLChangeReason {
  /// The rule that changes the URL most.
  let rule: String
  /// A clause for each rule that matched.
  let reason: String

  /// - Parameter rules: the rules that matched the URL, in order; not empty.
  init(of url: String, _ policy: OutputPolicy, rules: [String]) {
    let clauses = explain(url, policy: policy).output.compactMap(Self.clause)
    rule = Self.byWeight.first(where: rules.contains) ?? rules.first ?? "output-form"
    reason = (clauses.isEmpty ? rules : clauses).joined(separator: "; ")
  }

  /// Rules that lead to another page come first, then those that change parameters, then those that change spelling.
  private static let byWeight = [
    "unwrap-redirector", "arxiv-abstract", "youtube-watch", "doi-resolver", "strip-utm", "strip-click-id",
    "drop-text-fragment", "upgrade-to-https", "resolve-dot-segments", "drop-default-port", "lower-case-host",
    "lower-case-scheme",
  ]

  /// Returns what a step changes, as a clause; nil for spelling changes that come with any other change.
  private static func clause(_ step: Explanation.Step) -> String? {
    switch step.rule {
    case "unwrap-redirector": "\(host(of: step.before)) only redirects to it"
    case "lower-case-scheme": "scheme in lower case"
    case "lower-case-host": "host in lower case"
    case "drop-default-port":
      step.before.hasPrefix("https") ? "port 443 is the default of https" : "port 80 is the default of http"
    case "resolve-dot-segments": "'.' and '..' of the path resolved"
    case "strip-click-id": dropped("click id", by: step)
    case "strip-utm": dropped("campaign parameter", by: step)
    case "upgrade-to-https": "https in place of http"
    case "doi-resolver": "https://doi.org resolves DOIs"
    case "arxiv-abstract": "the abstract in place of the PDF"
    case "youtube-watch": "the full address in place of the short one"
    case "drop-text-fragment": "drops the text fragment"
    default: nil
    }
  }

  /// Returns for example `drops the click ids fbclid, gclid`.
  private static func dropped(_ kind: String, by step: Explanation.Step) -> String {
    var remaining = parameterNames(of: step.after)[...]
    var dropped: [String] = []
    for name in parameterNames(of: step.before) {
      if remaining.first == name { remaining.removeFirst() } else if !dropped.contains(name) { dropped.append(name) }
    }
    return "drops the \(kind)\(dropped.count == 1 ? "" : "s") " + dropped.joined(separator: ", ")
  }

  /// Returns the names of a URL's query parameters, in order.
  static func parameterNames(of url: String) -> [String] {
    let query = url.prefix { $0 != "#" }.drop { $0 != "?" }.dropFirst()
    return query.split { $0 == "&" || $0 == ";" }.map { String($0.prefix { $0 != "=" }) }
  }

  private static func host(of url: String) -> String { hostAndDomain(of: url).host }
}
