// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A module of curate: its folder below `Sources/`, and what it may import.
func module(_ name: String, imports: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: imports, exclude: exclude, swiftSettings: strict)
}

func tests(of name: String, imports: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + imports, exclude: exclude,
    swiftSettings: strict)
}

func systemLibrary(_ name: String, pkgConfig: String, apt: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let libraries = [
  "MarkdownSyntax", "LinkIdentity", "CurateCore", "CurateStages", "CuratePipeline", "CuratePlugins", "CurateHistory",
]

let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
/// The paths and file descriptors that swift-subprocess takes.
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "curate",
  products: [.executable(name: "curate", targets: ["curate"])]
    + libraries.map { .library(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
  ],
  targets: [
    systemLibrary("CLibYAML", pkgConfig: "yaml-0.1", apt: "libyaml-dev"),
    systemLibrary("CPSL", pkgConfig: "libpsl", apt: "libpsl-dev"),
    systemLibrary("CNettle", pkgConfig: "nettle", apt: "nettle-dev"),
    systemLibrary("CSQLite", pkgConfig: "sqlite3", apt: "libsqlite3-dev"),
    systemLibrary("CJansson", pkgConfig: "jansson", apt: "libjansson-dev"),
    systemLibrary("CZstd", pkgConfig: "libzstd", apt: "libzstd-dev"),

    .systemLibrary(name: "CPlatform"),

    module("Platform", imports: ["CPlatform"]),
    module("MarkdownSyntax", exclude: ["Data"]),
    module("LinkIdentity", imports: ["CPSL"], exclude: ["Data"]),
    module("CurateCore", imports: ["Platform", "MarkdownSyntax", "LinkIdentity"]),
    module("CurateStages", imports: ["Platform", "CurateCore", "MarkdownSyntax", "LinkIdentity"]),
    module("CuratePipeline", imports: ["Platform", "CurateCore", "CLibYAML", "CNettle"]),
    module(
      "CuratePlugins",
      imports: [
        "Platform", "CurateCore", "CuratePipeline", "LinkIdentity", "MarkdownSyntax", "CJansson", subprocess, system,
      ]),
    module("CurateHistory", imports: ["Platform", "CurateCore", "LinkIdentity", "CNettle", "CSQLite", "CZstd"]),
    .executableTarget(
      name: "curate",
      dependencies: [
        "Platform", "MarkdownSyntax", "LinkIdentity", "CurateCore", "CurateStages", "CuratePipeline",
        "CuratePlugins", "CurateHistory", argumentParser,
      ],
      swiftSettings: strict),

    tests(of: "Platform"),
    tests(of: "MarkdownSyntax", exclude: ["Fixtures"]),
    tests(of: "LinkIdentity", exclude: ["Fixtures"]),
    tests(of: "CurateCore", imports: ["MarkdownSyntax"]),
    tests(
      of: "CurateStages", imports: ["CurateCore", "CuratePipeline", "MarkdownSyntax"],
      exclude: ["Fixtures"]),
    tests(of: "CuratePipeline", imports: ["CurateCore", "CurateStages"], exclude: ["Fixtures"]),
    tests(of: "CuratePlugins", imports: ["CurateCore", "CuratePipeline", "CurateStages"], exclude: ["Fixtures"]),
    tests(of: "CurateHistory", imports: ["CurateCore", "LinkIdentity", "CSQLite"], exclude: ["Fixtures"]),
    .testTarget(
      name: "CurateCommandTests", dependencies: ["curate"], swiftSettings: strict),
  ]
)

// The fuzzer needs flags that a package with dependents may not use, so it is there only when asked for.
if Context.environment["CURATE_FUZZ"] == "1" {
  let sanitizers = "-sanitize=fuzzer,address"
  package.targets.append(
    .executableTarget(
      name: "markdown-fuzz", dependencies: ["MarkdownSyntax"], path: "Tests/Fuzz", exclude: ["markdown.dict"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library", sanitizers])],
      linkerSettings: [.unsafeFlags([sanitizers, "-use-ld=lld"])]))
  for target in package.targets where target.name == "MarkdownSyntax" {
    target.swiftSettings = (target.swiftSettings ?? []) + [.unsafeFlags([sanitizers])]
  }
}
