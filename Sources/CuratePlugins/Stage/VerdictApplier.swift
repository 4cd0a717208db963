import CurateCore
import LinkIdentity
import MarkdownSyntax

/// Applies the response of a plugin to a collection, in the order of the items.
///
/// If the model refuses a change, for example the removal of a prose link, the link stays and a finding is reported.
struct VerdictApplier {
  private let targets: ItemList.Targets
  private let manifest: PluginManifest

  init(_ targets: ItemList.Targets, _ manifest: PluginManifest) {
    self.targets = targets
    self.manifest = manifest
  }

  /// Applies all verdicts, then the new entries, then the findings.
  func apply(_ response: PluginResponse, to collection: inout Collection) {
    let merges = response.mergeTargets
    for (n, verdict) in response.decisions.sorted(by: { $0.n < $1.n }) {
      switch (verdict, targets) {
      case (.error(let message), _):
        report(message, rule: DefaultRule.failed.id, .warning, line: nil, n, &collection)
      case (_, .links(let links)): apply(verdict, to: links[n], links, merges, &collection)
      case (_, .sections), (_, .documents): continue
      }
    }
    for (n, addition) in response.additions.sorted(by: { $0.n < $1.n }) {
      guard case .sections(let sections) = targets else { continue }
      let rule = addition.reason.rule ?? DefaultRule.added.id
      let refusal = collection.addEntry(
        url: addition.url, title: addition.title, description: addition.description, to: sections[n], rule: rule,
        reason: addition.reason.text)
      guard let refusal else { continue }
      report(
        "not added, \(addition.url) (\(addition.reason.text)): \(refusal.reason)", rule: rule, .note, line: nil, n,
        &collection)
    }
    // Findings about one item keep their order of arrival.
    for (_, (n, finding)) in response.findings.enumerated().sorted(by: {
      ($0.element.n, $0.offset) < ($1.element.n, $1.offset)
    }) {
      report(
        finding.message, rule: finding.rule ?? DefaultRule.found.id, finding.severity, line: finding.line, n,
        &collection)
    }
  }

  private func apply(
    _ verdict: Verdict, to id: LinkID, _ links: [LinkID], _ merges: [Int: Int], _ collection: inout Collection
  ) {
    switch verdict {
    case .keep, .error: return
    case .patch(let patch): apply(patch, to: id, &collection)
    case .remove(let reason):
      let rule = reason.rule ?? DefaultRule.removed.id
      let refusal = collection.remove(id, rule: rule, reason: reason.text)
      report(refusal, "not removed", reason, rule, id, &collection)
    case .merge(let into, let reason):
      // If the survivor is merged too, its own survivor takes its place.
      var survivor = into
      while let next = merges[survivor] { survivor = next }
      let rule = reason.rule ?? DefaultRule.merged.id
      guard collection[links[survivor]].fate.isPresent else {
        let line = collection.line(of: links[survivor])
        return report(
          .unsupported("its survivor on line \(line) was removed"), "not merged", reason, rule, id, &collection)
      }
      let refusal = collection.merge(id, into: links[survivor], rule: rule, reason: reason.text)
      report(refusal, "not merged", reason, rule, id, &collection)
    }
  }

  private func apply(_ patch: Patch, to id: LinkID, _ collection: inout Collection) {
    let reason = patch.reason
    if let url = patch.url {
      let rule = reason.rule ?? DefaultRule.changed.id
      let refusal = collection.setURL(id, to: url, rule: rule, reason: reason.text)
      report(refusal, "URL not changed", reason, rule, id, &collection)
    }
    if let title = patch.title {
      let rule = reason.rule ?? DefaultRule.changed.id
      let refusal = collection.setTitle(id, to: title, rule: rule, reason: reason.text)
      report(refusal, "title not changed", reason, rule, id, &collection)
    }
    guard patch.setsLabels else { return }
    var labels = collection.labels(of: id) ?? Labels()
    let rule = "\(manifest.name): \(reason.rule ?? DefaultRule.labelled.id)"
    if let hostClass = patch.hostClass { (labels.hostClass, labels.hostClassRule) = (hostClass, rule) }
    if let category = patch.category { (labels.category, labels.categoryRule) = (category, rule) }
    labels.site = patch.site ?? labels.site
    labels.institution = patch.institution ?? labels.institution
    collection.label(id, labels)
  }

  /// Reports a change that the model refused.
  private func report(
    _ refusal: Refusal?, _ what: String, _ reason: VerdictReason, _ rule: RuleID, _ id: LinkID,
    _ collection: inout Collection
  ) {
    guard let refusal else { return }
    collection.report("\(what) (\(reason.text)): \(refusal.reason)", rule: rule, severity: .note, link: id)
  }

  /// Reports a finding about an item, or about a line of its document.
  private func report(
    _ message: String, rule: RuleID, _ severity: Severity, line: Int?, _ n: Int, _ collection: inout Collection
  ) {
    let (document, offset): (DocumentID, Int) =
      switch targets {
      case .links(let links): (collection[links[n]].document, collection[links[n]].range.lowerBound)
      case .sections(let sections): (collection[sections[n]].document, collection[sections[n]].offset)
      case .documents(let documents): (documents[n], 0)
      }
    let lines = collection[document].lines
    if let line, line <= lines.count {
      return collection.report(
        message, rule: rule, severity: severity, in: document, at: lines.range(ofLine: line).lowerBound)
    }
    guard case .links(let links) = targets else {
      return collection.report(message, rule: rule, severity: severity, in: document, at: offset)
    }
    collection.report(message, rule: rule, severity: severity, link: links[n])
  }
}
