import MarkdownSyntax

/// The driver of libFuzzer, linked by `-sanitize=fuzzer`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Checks one input: its first byte selects the extensions, the rest is the document. Traps on the first violated invariant.
@_cdecl("LLVMFuzzerTestOneInput")
public func check(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let bytes, count > 0 else { return 0 }
  let document = Array(UnsafeBufferPointer(start: bytes + 1, count: count - 1))
  let tree = MarkdownTree(parsing: document, options: MarkdownOptions(rawValue: UInt32(bytes[0]) & 127))
  if let problem = tree.firstInconsistency() {
    print(problem)
    fatalError("the tree violates an invariant")
  }
  precondition(HTMLRenderer.render(tree).count >= 0)
  precondition(tree.plainText(of: MarkdownTree.root).utf8.count >= 0)
  return 0
}

/// The program's `main`. SwiftPM expects the name of the target followed by `_main`.
@_cdecl("markdown_fuzz_main")
public func fuzzMain(
  _ argumentCount: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var count = argumentCount
  var list = arguments
  return runDriver(&count, &list, check)
}
