import MarkdownSyntax

/// libFuzzer's driver; linked in by `-sanitize=fuzzer`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ argumentCount: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// One input: its first byte chooses the extensions, the rest is the document. Traps on the first broken promise.
@_cdecl("LLVMFuzzerTestOneInput")
public func check(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let bytes, count > 0 else { return 0 }
  let document = Array(UnsafeBufferPointer(start: bytes + 1, count: count - 1))
  let tree = MarkdownTree(parsing: document, options: MarkdownOptions(rawValue: UInt32(bytes[0]) & 127))
  if let problem = tree.firstInconsistency() {
    print(problem)
    fatalError("the tree breaks its promise")
  }
  precondition(HTMLRenderer.render(tree).count >= 0)
  precondition(tree.plainText(of: MarkdownTree.root).utf8.count >= 0)
  return 0
}

/// Called as `main`: SwiftPM looks for this name, the target's with `_main`.
@_cdecl("markdown_fuzz_main")
public func fuzzMain(
  _ argumentCount: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
) -> CInt {
  var count = argumentCount
  var list = arguments
  return runDriver(&count, &list, check)
}
