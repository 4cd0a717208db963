import CurateCore

extension Collection {
  /// Returns `line 577`, or `line 577 of docs/list.md` for a link of another document.
  func linePhrase(of id: LinkID, from document: DocumentID) -> String {
    let line = "line \(self.line(of: id))"
    let own = self[id].document
    return own == document ? line : "\(line) of \(self[own].path)"
  }
}
