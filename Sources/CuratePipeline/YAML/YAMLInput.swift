import CurateCore

/// Checks the bytes and lines of a YAML file without parsing it.
enum YAMLInput {
  /// Rejects bytes that libyaml would read in another encoding or report without a position.
  static func check(_ bytes: [UInt8], _ text: SourceText) throws(YAMLError) {
    guard bytes.count <= YAMLComposer.sizeLimit else {
      throw YAMLError(fault: .tooLarge(limit: YAMLComposer.sizeLimit), line: 1, column: 1)
    }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      let offset = error.byteOffsets.lowerBound
      throw YAMLError(fault: .notUTF8(offset: offset), at: text.position(of: offset))
    }
    if let offset = bytes.firstIndex(where: isControl) {
      throw YAMLError(fault: .controlCharacter(UInt32(bytes[offset])), at: text.position(of: offset))
    }
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
  }

  /// Returns a more precise error if the line shows the cause: a tab in the indentation, no space between key and
  /// value, or a character that an unquoted text cannot begin with.
  static func explained(_ error: YAMLError, _ text: SourceText) -> YAMLError {
    let line = text.scalars(ofLine: error.line)
    let indentation = line.prefix { $0 == " " || $0 == "\t" }
    if let tab = indentation.firstIndex(of: "\t") {
      return YAMLError(fault: .tab, line: error.line, column: tab + 1)
    }
    if error.fault == .missingColon, let column = colonWithoutSpace(in: line) {
      return YAMLError(fault: .missingSpace, line: error.line, column: column)
    }
    if error.fault == .colonInText, !line.prefix(error.column - 1).contains(":") {
      // The first colon of its line: the key was read as more text of the line before, which is no key by itself, or
      // which it is not aligned with.
      if let column = colonWithoutSpace(in: text.scalars(ofLine: error.line - 1)) {
        return YAMLError(fault: .missingSpace, line: error.line - 1, column: column)
      }
      return YAMLError(fault: .badIndentation, line: error.line, column: indentation.count + 1)
    }
    guard case .other(let problem) = error.fault, problem.contains("cannot start any token"),
      line.indices.contains(error.column - 1)
    else { return error }
    let scalar = line[error.column - 1]
    let fault: YAMLFault = scalar == "\t" ? .tab : .mustBeQuoted(Character(scalar))
    return YAMLError(fault: fault, line: error.line, column: error.column)
  }

  /// The column of the `:` in `uses:toc`, in a line that has no `: ` and is no URL.
  private static func colonWithoutSpace(in line: [Unicode.Scalar]) -> Int? {
    let start = line.firstIndex { $0 != " " && $0 != "-" } ?? line.endIndex
    let isLetter = { (scalar: Unicode.Scalar) in ("a"..."z").contains(scalar) || scalar == "-" }
    guard let colon = line[start...].firstIndex(where: { !isLetter($0) }), colon > start, line[colon] == ":",
      let next = line[(colon + 1)...].first, next != " ", next != "/"
    else { return nil }
    return colon + 1
  }
}
