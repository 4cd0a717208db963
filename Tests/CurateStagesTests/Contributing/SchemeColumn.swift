import CurateCore

@testable import CurateStages

extension LinksReport {
  static let schemeColumn = ReportColumn<Row>(
    "scheme", "The scheme of `url`, such as `https`; empty for a relative link."
  ) { source, row, cells in
    let url = source.collection.url(of: row.link.id)
    cells.text(url.contains(":") ? String(url.prefix { $0 != ":" }) : "")
  }
}
