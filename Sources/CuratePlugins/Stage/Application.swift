import CurateCore
import LinkIdentity
import MarkdownSyntax

/// Carries out the verdicts of a plugin on a collection, in the order of the items.
///
/// What the model refuses stays as it is, and people are told: nothing is removed but whole entries, whoever asks.
struct Application {
  private let targets: ItemList.Targets
  private let manifest: PluginManifest

  init(_ targets: ItemList.Targets, _ manifest: PluginManifest) {
    self.targets = targets
    self.manifest = manifest
  }

  func apply(_ ledger: Ledger, to collection: inout Collection) {
    let merges = ledger.mergeTargets
    for (n, verdict) in ledger.decisions.sorted(by: { $0.n < $1.n }) {
      switch (verdict, targets) {
      case (.error(let message), _):
        note(message, rule: VerdictRule.failed.id, .warning, line: nil, n, &collection)
      case (_, .links(let links)): apply(verdict, to: links[n], links, merges, &collection)
      case (_, .sections), (_, .documents): continue
      }
    }
    for (n, addition) in ledger.additions.sorted(by: { $0.n < $1.n }) {
      guard case .sections(let sections) = targets else { continue }
      let rule = addition.grounds.rule ?? VerdictRule.added.id
      let refusal = collection.addEntry(
        url: addition.url, title: addition.title, description: addition.description, to: sections[n], rule: rule,
        reason: addition.grounds.reason)
      guard let refusal else { continue }
      note(
        "not added, \(addition.url) (\(addition.grounds.reason)): \(refusal.reason)", rule: rule, .note, line: nil, n,
        &collection)
    }
    // Remarks of one item keep the order in which they were made.
    for (_, (n, remark)) in ledger.remarks.enumerated().sorted(by: {
      ($0.element.n, $0.offset) < ($1.element.n, $1.offset)
    }) {
      note(
        remark.message, rule: remark.rule ?? VerdictRule.found.id, remark.severity, line: remark.line, n, &collection)
    }
  }

  private func apply(
    _ verdict: Verdict, to id: LinkID, _ links: [LinkID], _ merges: [Int: Int], _ collection: inout Collection
  ) {
    switch verdict {
    case .keep, .error: return
    case .patch(let patch): apply(patch, to: id, &collection)
    case .remove(let grounds):
      let rule = grounds.rule ?? VerdictRule.removed.id
      let refusal = collection.remove(id, rule: rule, reason: grounds.reason)
      note(refusal, "not removed", grounds, rule, id, &collection)
    case .merge(let into, let grounds):
      // A survivor that is itself merged hands the entry on to its own.
      var survivor = into
      while let next = merges[survivor] { survivor = next }
      let rule = grounds.rule ?? VerdictRule.merged.id
      guard collection[links[survivor]].fate.isPresent else {
        let line = collection.line(of: links[survivor])
        return note(.unsupported("its survivor on line \(line) is gone"), "not merged", grounds, rule, id, &collection)
      }
      let refusal = collection.merge(id, into: links[survivor], rule: rule, reason: grounds.reason)
      note(refusal, "not merged", grounds, rule, id, &collection)
    }
  }

  private func apply(_ patch: Patch, to id: LinkID, _ collection: inout Collection) {
    let grounds = patch.grounds
    if let url = patch.url {
      let rule = grounds.rule ?? VerdictRule.changed.id
      let refusal = collection.setURL(id, to: url, rule: rule, reason: grounds.reason)
      note(refusal, "URL not changed", grounds, rule, id, &collection)
    }
    if let title = patch.title {
      let rule = grounds.rule ?? VerdictRule.changed.id
      let refusal = collection.setTitle(id, to: title, rule: rule, reason: grounds.reason)
      note(refusal, "title not changed", grounds, rule, id, &collection)
    }
    guard patch.setsLabels else { return }
    var labels = collection.labels(of: id) ?? Labels()
    let rule = "\(manifest.name): \(grounds.rule ?? VerdictRule.labelled.id)"
    if let hostClass = patch.hostClass { (labels.hostClass, labels.hostClassRule) = (hostClass, rule) }
    if let category = patch.category { (labels.category, labels.categoryRule) = (category, rule) }
    labels.site = patch.site ?? labels.site
    labels.institution = patch.institution ?? labels.institution
    collection.label(id, labels)
  }

  private func note(
    _ refusal: Refusal?, _ what: String, _ grounds: Grounds, _ rule: RuleID, _ id: LinkID,
    _ collection: inout Collection
  ) {
    guard let refusal else { return }
    collection.report("\(what) (\(grounds.reason)): \(refusal.reason)", rule: rule, severity: .note, link: id)
  }

  /// Tells people something about an item, or about a line of its document.
  private func note(
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
