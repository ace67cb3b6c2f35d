// swift-tools-version: 6.1
import PackageDescription

/// One program a target, each with the entry point of libFuzzer; built by scripts/fuzz with its sanitizers.
let targets = ["warc", "feed", "html", "text"]

let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "newsarchive", path: "../..")],
    targets: targets.map { name in
        .executableTarget(
            name: "fuzz-\(name)",
            dependencies: [
                .product(name: "NewsIngest", package: "newsarchive"),
                .product(name: "NewsModel", package: "newsarchive"),
            ],
            path: "Sources/\(name)", swiftSettings: [.swiftLanguageMode(.v6)])
    })
