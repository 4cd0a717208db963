/// What a node of the syntax tree is, in the terms of the CommonMark and GFM specifications.
public enum NodeKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  // Blocks.
  case document
  case frontMatter
  case blockQuote
  case list
  case item
  case paragraph
  /// An ATX heading (`## Title`).
  case heading
  /// A heading underlined with `=` or `-`.
  case setextHeading
  case thematicBreak
  case fencedCode
  case indentedCode
  /// `$$…$$` that fills a block of its own, or a fenced block with the info string `math`.
  case mathBlock
  case htmlBlock
  case table
  case tableRow
  case tableCell
  case linkDefinition
  case footnoteDefinition

  // Inlines.
  case text
  case softBreak
  case hardBreak
  case code
  case emphasis
  case strong
  case strikethrough
  /// `[text](destination)`, or a reference link: see `MarkdownTree.link(_:)`.
  case link
  case image
  /// `<https://…>` or `<mail@host>`.
  case autolink
  /// A bare URL or mail address (GFM extended autolink).
  case extendedAutolink
  /// Backslash and the character that it escapes.
  case escape
  /// `&amp;`, `&#38;`.
  case entity
  /// `$…$`, `` $`…`$ `` or `$$…$$` inside a paragraph.
  case math
  case footnoteReference

  // Raw HTML, inline or below an `htmlBlock`.
  case htmlOpenTag
  case htmlCloseTag
  case htmlComment
  /// Raw HTML that is neither a tag nor a comment (`<?…?>`, `<!X …>`, CDATA).
  case htmlOther
}
