// swift-tools-version: 6.1
import PackageDescription

/// One program a target, each one file; built by scripts/fuzz with the sanitizers of libFuzzer.
let programs = ["warc", "feed", "html", "text"].map { name in
    Target.executableTarget(
        name: "fuzz-\(name)",
        dependencies: [
            "Fuzzing", .product(name: "NewsIngest", package: "newsarchive"),
            .product(name: "NewsModel", package: "newsarchive"),
        ],
        path: "Sources/\(name)", swiftSettings: [.swiftLanguageMode(.v6)])
}

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "newsarchive", path: "../..")],
    targets: programs + [
        .target(name: "Driver", path: "Sources/Driver"),
        .target(name: "Fuzzing", dependencies: ["Driver"], path: "Sources/Fuzzing"),
    ])
