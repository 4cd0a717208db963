import LinkIdentity

/// Why `normalize-urls` changes a URL: the rule that weighs most, and a clause for each rule that fired.
struct URLChange {
  let rule: String
  let reason: String

  /// - Parameter rules: those that fired for the URL, in order; not empty.
  init(of url: String, _ policy: OutputPolicy, rules: [String]) {
    let clauses = explain(url, policy: policy).output.compactMap(Self.clause)
    rule = Self.byWeight.first(where: rules.contains) ?? rules.first ?? "output-form"
    reason = (clauses.isEmpty ? rules : clauses).joined(separator: "; ")
  }

  /// Another page first, then other parameters, then what is another spelling only.
  private static let byWeight = [
    "unwrap-redirector", "arxiv-abstract", "youtube-watch", "doi-resolver", "strip-utm", "strip-click-id",
    "drop-text-fragment", "upgrade-to-https", "resolve-dot-segments", "drop-default-port", "lower-case-host",
    "lower-case-scheme",
  ]

  /// What a step does, for people; nil for tidying, which comes with any change.
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

  /// `drops the click ids fbclid, gclid`
  private static func dropped(_ kind: String, by step: Explanation.Step) -> String {
    var left = parameterNames(of: step.after)[...]
    var gone: [String] = []
    for name in parameterNames(of: step.before) {
      if left.first == name { left.removeFirst() } else if !gone.contains(name) { gone.append(name) }
    }
    return "drops the \(kind)\(gone.count == 1 ? "" : "s") " + gone.joined(separator: ", ")
  }

  /// The names of a URL's query parameters, in order.
  static func parameterNames(of url: String) -> [String] {
    let query = url.prefix { $0 != "#" }.drop { $0 != "?" }.dropFirst()
    return query.split { $0 == "&" || $0 == ";" }.map { String($0.prefix { $0 != "=" }) }
  }

  private static func host(of url: String) -> String { hostAndDomain(of: url).host }
}
