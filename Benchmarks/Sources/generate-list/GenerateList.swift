import Glibc
import SampleLists

/// generate-list [--shape NAME] [--links N] [--seed N] FILE
/// generate-list --files N [--bytes N] [--seed N] FOLDER
///
/// Writes a list of links, or a collection of N pages of about --bytes each (prose with links; every tenth page is a list).
@main
struct GenerateList {
  var shape = ListShape.ordinary
  var links = 10_000
  var seed: UInt64 = 20_261_123
  var files: Int?
  var bytes = 100_000
  var target = ""

  static func main() {
    let command = GenerateList(CommandLine.arguments.dropFirst())
    if let files = command.files {
      command.writePages(files)
    } else {
      command.writeFile(command.target, links: command.links, seed: command.seed)
    }
  }

  init(_ arguments: ArraySlice<String>) {
    var rest = arguments.makeIterator()
    while let argument = rest.next() {
      switch argument {
      case "--shape": shape = Self.shape(rest.next())
      case "--links": links = Self.number(rest.next(), argument)
      case "--seed": seed = UInt64(Self.number(rest.next(), argument))
      case "--files": files = Self.number(rest.next(), argument)
      case "--bytes": bytes = Self.number(rest.next(), argument)
      default: target = argument
      }
    }
    if target.isEmpty { Self.fail("no target; name a file, or a folder with --files") }
  }

  private static func shape(_ name: String?) -> ListShape {
    let names = ListShape.allCases.map(\.rawValue).joined(separator: ", ")
    guard let shape = name.flatMap(ListShape.init) else { fail("--shape takes one of \(names)") }
    return shape
  }

  private static func number(_ text: String?, _ option: String) -> Int {
    guard let number = text.flatMap({ Int($0) }), number > 0 else { fail("\(option) takes a positive number") }
    return number
  }

  private static func fail(_ message: String) -> Never {
    let bytes = Array("generate-list: \(message)\n".utf8)
    _ = Glibc.write(STDERR_FILENO, bytes, bytes.count)
    exit(2)
  }

  private static func failWriting(_ path: String) -> Never { fail("\(path): \(String(cString: strerror(errno)))") }

  private func writeFile(_ path: String, links: Int, seed: UInt64) {
    guard let file = fopen(path, "w") else { Self.failWriting(path) }
    var writer = ListWriter(shape, links: links, seed: seed) { bytes in
      if fwrite(bytes, 1, bytes.count, file) != bytes.count { Self.failWriting(path) }
    }
    writer.write()
    if fclose(file) != 0 { Self.failWriting(path) }
  }

  private func writePages(_ count: Int) {
    mkdir(target, 0o755)
    for number in 0..<count {
      if number % 100 == 0 { mkdir("\(target)/part-\(number / 100)", 0o755) }
      let path = "\(target)/\(PageWriter.path(of: number))"
      if number % 10 == 9 {
        // A link of a list takes about 140 bytes.
        writeFile(path, links: max(1, bytes / 140), seed: seed &+ UInt64(number))
      } else {
        var page = PageWriter(number, of: count, size: bytes, seed: seed)
        write(page.write(), to: path)
      }
    }
  }

  private func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "w") else { Self.failWriting(path) }
    if fwrite(bytes, 1, bytes.count, file) != bytes.count || fclose(file) != 0 { Self.failWriting(path) }
  }
}
