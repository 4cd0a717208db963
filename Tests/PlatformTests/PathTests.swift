import Testing

@testable import Platform

@Suite struct PathTests {
  @Test(arguments: [
    ("a/b", "../c", "a/c"), ("a", "../../c", "../c"), (".", "x", "x"), ("a/b", "/c/./d", "/c/d"), ("/", "../x", "/x"),
    ("", "x", "x"), ("a//b/", ".", "a/b"), ("..", "x", "../x"),
  ])
  func paths(_ folder: String, _ path: String, _ expected: String) {
    #expect(Path.join(folder, path) == expected)
  }

  @Test(arguments: ["a/../b", "../b", "/b", "a//b", "./b", "", "a/", "a/..", "a\u{0}b"])
  func pathsThatLeaveTheirFolder(_ path: String) { #expect(!Path.staysInside(path)) }
}
