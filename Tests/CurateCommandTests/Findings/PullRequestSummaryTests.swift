import Testing

/// `--markdown`: the summary of a run for a pull request.
@Suite struct PullRequestSummaryTests {
  private static func summary(_ list: String, _ options: String...) throws -> String {
    let folder = try TemporaryFolder()
    try folder.write("list.md", list)
    let outcome = try Curate.run(["list.md", "--markdown"] + options, in: folder.path)
    #expect(outcome.ending == .exited(0), "\(outcome.error)")
    #expect(outcome.error.contains("[1/8] parse"), "the summary of the run goes to standard error")
    return outcome.output
  }

  @Test func completeSummary() throws {
    let text = try Self.summary(
      """
      # Teas

      - [Oolong](https://tea.example/a)\u{20}
      - [Oolong](https://tea.example/a)
      - https://bare.example/x_y
      - [Bare](https://bare.example/x_y)
      - [Sencha](htpp://tea.example/s)

      ### Pots

      None.

      """)
    #expect(
      text == """
        **list.md**: 4 of 11 lines would change, no link lost. Line numbers refer to the file before the change.

        ### Merged (2)

        - [Oolong](https://tea.example/a), line 4: same URL as line 3
        - [Bare](https://bare.example/x_y), line 6: same URL as line 5

        ### Repaired (2)

        `tidy/trailing-space`: 1 place

        - line 3: space at the end of a line, no hard break

        `dedupe/adopt-link`: 1 place

        - line 5: its duplicate on line 6 has a title (https\\://bare.example/x\\_y → \\[Bare\\](https\\://bare.example/x\\_y))

        ### Needs a human (2)

        - [ ] line 7: 'htpp\\://' looks like a misspelled scheme in 'htpp\\://tea.example/s' (`inspect/scheme-typo`)

        <details><summary>1 note</summary>

        - line 9: 'Pots' has level 3, but the heading before it has level 1 (`inspect/level-jump`)

        </details>

        """, "\(text)")
  }

  /// Text of a list cannot become markup of the summary, mention people, or link issues.
  @Test func textIsEscaped() throws {
    let title = "`a` | <b> @ito #12 *x* ~y~ &amp; $z$ www.tea.example"
    let duplicates = "- [\\<b> \\| @ito #12 \\*x\\* \\`y www.tea.example](https://a.example/p|q)\n"
    let text = try Self.summary("# T\n\n\(duplicates)\(duplicates)- [\(title)](https://b.example)\n")
    #expect(
      text.contains(
        "- [\\<b> \\| @&#8203;ito #&#8203;12 \\*x\\* \\`y www\\.tea.example](<https://a.example/p\\|q>), line 4:"),
      "\(text)")
  }

  @Test func noPasswords() throws {
    let duplicates = "- [Tea](https://me:leaf@tea.example/)\n"
    let text = try Self.summary("# T\n\n" + duplicates + duplicates)
    #expect(text.contains("### Merged (1)") && !text.contains("leaf"), "\(text)")
  }

  @Test func longListsAreCollapsed() throws {
    let duplicates = (1...12).map { "- [Tea \($0)](https://t\($0).example)\n- [Tea \($0)](https://t\($0).example)\n" }
      .joined()
    let typos = (1...30).map { "- [Typo \($0)](https://u\($0).example//a)\n" }.joined()
    let text = try Self.summary("# T\n\n" + duplicates + "\n## U\n\n" + typos)
    #expect(
      text.contains(
        "### Merged (12)\n\n<details><summary>Each merged entry and its survivor</summary>\n\n- [Tea 1]"))
    #expect(text.contains("<details><summary>30 notes</summary>\n\n- line "))
    #expect(text.contains("\n- list.md: 10 more places like the 20 before, in lines 50, 51,"), "\(text)")
    #expect(text.components(of: "<details>") == text.components(of: "</details>"))
  }

  @Test func cleanList() throws {
    let text = try Self.summary(SampleList.tidied)
    #expect(
      text == """
        **list.md**: 0 of 5 lines would change, no link lost. Line numbers refer to the file before the change.

        ### Needs a human (0)

        Nothing.

        """)
  }

  /// After writing, for several files, for one rule, with `--check`.
  @Test func combinedWithOtherOptions() throws {
    let folder = try TemporaryFolder()
    try folder.write("a.md", SampleList.untidy)
    try folder.write("b.md", "# B\n\n- [B](htpp://b.example)\n")
    let check = try Curate.run("a.md", "b.md", "--check", "--markdown", "--only-rule", "list-marker", in: folder.path)
    #expect(check.ending == .exited(1))
    #expect(check.output.contains("### Repaired (1)") && check.output.contains("- a.md line 5: "), "\(check.output)")
    #expect(!check.output.contains("### Merged"))
    let written = try Curate.run("a.md", "b.md", "--write", "--markdown", in: folder.path)
    #expect(written.output.hasPrefix("**a.md, b.md**: ") && written.output.contains(" lines changed, no link lost"))
    #expect(written.output.contains("- [ ] b.md line 3: "))
  }
}

extension String {
  /// The number of pieces when the text is split at `part`.
  fileprivate func components(of part: String) -> Int { split(separator: part, omittingEmptySubsequences: false).count }
}
