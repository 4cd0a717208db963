// swift-tools-version: 6.2
import PackageDescription

// A separate package, so that curate builds without the libraries of the peers. Install those with:
// apt-get install libmd4c-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
let package = Package(
  name: "Benchmarks",
  dependencies: [.package(name: "curate", path: "..")],
  targets: [
    .target(
      name: "CPeers",
      linkerSettings: [
        .linkedLibrary("md4c"), .linkedLibrary("cmark-gfm"), .linkedLibrary("cmark-gfm-extensions"),
      ]),
    .executableTarget(
      name: "parse-bench",
      dependencies: ["CPeers", .product(name: "MarkdownSyntax", package: "curate")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "history-bench",
      dependencies: [
        .product(name: "CurateHistory", package: "curate"), .product(name: "CurateCore", package: "curate"),
      ],
      swiftSettings: [.treatAllWarnings(as: .error)]),
    .target(name: "SampleLists", swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "generate-list", dependencies: ["SampleLists"], swiftSettings: [.treatAllWarnings(as: .error)]),
    .executableTarget(
      name: "url-bench",
      dependencies: ["SampleLists", .product(name: "LinkIdentity", package: "curate")],
      swiftSettings: [.treatAllWarnings(as: .error)]),
  ]
)
