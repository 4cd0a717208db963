/// The kind of a node of the syntax tree, in the terms of the CommonMark and GFM specifications.
public enum NodeKind: UInt8, Sendable, CaseIterable, BitwiseCopyable {
  // Blocks.
  /// The root: the whole document.
  case document
  /// YAML front matter at the start of the document.
  case frontMatter
  /// Lines that start with `>`.
  case blockQuote
  /// A bullet list or an ordered list.
  case list
  /// A list item.
  case item
  /// A paragraph.
  case paragraph
  /// An ATX heading (`## Title`).
  case heading
  /// A heading underlined with `=` or `-`.
  case setextHeading
  /// A line of at least three `*`, `-` or `_`.
  case thematicBreak
  /// Code between fences (```` ``` ```` or `~~~`).
  case fencedCode
  /// Code that is indented by at least four columns.
  case indentedCode
  /// A paragraph that consists of one `$$…$$`, or a fenced block whose info string starts with the word `math`.
  case mathBlock
  /// A block of raw HTML.
  case htmlBlock
  /// A table (GFM).
  case table
  /// A row of a table; the delimiter row is not a node.
  case tableRow
  /// A cell of a table row.
  case tableCell
  /// A link reference definition: `[label]: destination`.
  case linkDefinition
  /// A footnote definition: `[^label]: content`.
  case footnoteDefinition

  // Inlines.
  /// Plain text.
  case text
  /// A line ending inside a paragraph.
  case softBreak
  /// A line break: a line ending after a backslash or at least two spaces.
  case hardBreak
  /// A code span.
  case code
  /// Emphasis: `*text*` or `_text_`.
  case emphasis
  /// Strong emphasis: `**text**` or `__text__`.
  case strong
  /// Strikethrough: `~text~` or `~~text~~` (GFM).
  case strikethrough
  /// `[text](destination)`, or a reference link. See `MarkdownTree.link(_:)`.
  case link
  /// `![text](destination)`, or a reference to an image.
  case image
  /// An autolink in angle brackets: `<https://…>` or `<mail@host>`.
  case autolink
  /// A bare URL or mail address (GFM extended autolink).
  case extendedAutolink
  /// A backslash and the character that it escapes.
  case escape
  /// An entity or numeric character reference: `&amp;`, `&#38;`.
  case entity
  /// Math inside a paragraph: `$…$`, `` $`…`$ `` or `$$…$$`.
  case math
  /// A reference to a footnote: `[^label]`.
  case footnoteReference

  // Raw HTML, inline or below an `htmlBlock`.
  /// `<name attribute="value">`.
  case htmlOpenTag
  /// `</name>`.
  case htmlCloseTag
  /// `<!-- … -->`.
  case htmlComment
  /// Raw HTML that is neither a tag nor a comment (`<?…?>`, `<!X …>`, CDATA).
  case htmlOther
}
