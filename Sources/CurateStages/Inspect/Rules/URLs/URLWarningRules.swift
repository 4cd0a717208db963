import CurateCore

extension InspectRule {
  /// The rules whose checks are in `LinkIdentity.warnings(of:)`: suspicious parts of a URL, found while it is parsed. Their
  /// ids are those of the warnings.
  static let urlWarnings: [InspectRule] = [
    warningRule(
      "credentials", "Reports a user name or password in a URL.",
      StageExample("a password in a URL", "- [Tea](https://me:leaf@tea.example/)\n", ["credentials"])),
    warningRule(
      "script-url", "Reports a link that runs a script (`javascript:`).",
      StageExample("a script in place of a page", "- [Tea](javascript:brew\\(\\))\n", ["script-url"])),
    warningRule(
      "data-url", "Reports a link that holds its content itself (`data:`).",
      StageExample("content in place of a page", "- [Tea](data:text/plain,tea)\n", ["data-url"])),
    warningRule(
      "file-url", "Reports a link to a file on one computer (`file:`). Relative paths are not reported.",
      StageExample("a file on one computer", "- [Tea](file:///home/me/tea.md)\n", ["file-url"])),
    warningRule(
      "internal-address", "Reports a host that is an address inside one network or computer.",
      StageExample("an address inside one network", "- [Pot](http://192.168.1.10/pot)\n", ["internal-address"])),
    warningRule(
      "unusual-address",
      "Reports a host that is an unusual spelling of an IP address (`0x7f.1`). Four decimal numbers are not reported.",
      StageExample("an address in hexadecimal", "- [Pan](http://0x5db8d822/pan)\n", ["unusual-address"])),
    warningRule(
      "hidden-character", "Reports an invisible character in a URL.",
      StageExample(
        "an invisible character", "- [Tea](https://tea.example/gr\u{200B}een)\n", ["hidden-character"])),
    warningRule(
      "mixed-script-host", "Reports a label of a host that mixes letters of several scripts.",
      StageExample(
        "a Cyrillic letter among Latin ones", "- [Code](https://g\u{456}thub.com/tea)\n",
        ["mixed-script-host", "look-alike-host"])),
    warningRule(
      "look-alike-host",
      "Reports a host that looks like a well-known one but has other letters. The example is that of `mixed-script-host`."
    ),
  ]

  private static func warningRule(_ id: RuleID, _ summary: String, _ examples: StageExample...) -> InspectRule {
    InspectRule(id, summary, severity: .warning, examples: examples, check: .urlWarning)
  }
}
