// swift-tools-version: 6.1
import PackageDescription

/// What every target of ours is built with: Swift 6 mode, so that data races are errors.
let swift: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
    name: "newsarchive",
    products: [
        .executable(name: "newsarchive", targets: ["newsarchive"]),
        .library(name: "NewsModel", targets: ["NewsModel"]),
        .library(name: "NewsStorage", targets: ["NewsStorage"]),
        .library(name: "NewsIngest", targets: ["NewsIngest"]),
        .library(name: "NewsQuery", targets: ["NewsQuery"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        // System libraries: module maps, nothing else.
        .systemLibrary(name: "CZstd", path: "Sources/System/CZstd"),
        .systemLibrary(name: "CUchardet", path: "Sources/System/CUchardet"),
        .systemLibrary(name: "CCrypto", path: "Sources/System/CCrypto"),
        .systemLibrary(name: "CStemmer", path: "Sources/System/CStemmer"),
        .systemLibrary(name: "CGumbo", path: "Sources/System/CGumbo"),
        .systemLibrary(name: "CZlib", path: "Sources/System/CZlib"),
        .systemLibrary(name: "CBrotli", path: "Sources/System/CBrotli"),
        .systemLibrary(name: "CArchive", path: "Sources/System/CArchive"),

        // The two C corners. Neither imports anything of ours.
        .target(name: "CEmbedded"),
        .target(name: "CSearch", linkerSettings: [.linkedLibrary("sqlite3")]),

        .target(name: "NewsModel", swiftSettings: swift),
        .target(name: "NewsText", dependencies: ["CSearch", "CUchardet", "CCrypto", "CStemmer"], swiftSettings: swift),
        .target(
            name: "NewsStorage",
            dependencies: [
                "NewsModel", "NewsText", "CEmbedded", "CSearch", "CZstd",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: swift),
        .target(
            name: "NewsEntities", dependencies: ["NewsModel", "NewsText", "CEmbedded"],
            exclude: ["Model/entities.model", "Model/entities-model.md", "Model/places.table"], swiftSettings: swift),
        .target(
            name: "NewsIngest",
            dependencies: [
                "NewsModel", "NewsText", "NewsStorage", "NewsEntities", "CGumbo", "CZlib", "CBrotli", "CArchive",
                "CZstd",
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Parse/Layouts/adding-an-outlet.md"],
            swiftSettings: swift),
        .target(
            name: "NewsQuery",
            dependencies: [
                "NewsModel", "NewsText", "NewsStorage", "CSearch",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: swift),
        .executableTarget(
            name: "newsarchive",
            dependencies: [
                "NewsModel", "NewsText", "NewsStorage", "NewsIngest", "NewsQuery", "CEmbedded",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["query-language.md"],
            swiftSettings: swift),
        .executableTarget(
            name: "newsarchive-bench",
            dependencies: [
                "NewsModel", "NewsText", "NewsStorage", "NewsIngest", "NewsQuery", "NewsEntities", "CZlib",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: swift),

        .executableTarget(
            name: "newsarchive-train", dependencies: ["NewsEntities", "NewsModel", "NewsText"], swiftSettings: swift),

        // Tests mirror Sources.
        .target(
            name: "TestSupport", dependencies: ["NewsModel", "NewsText", "NewsStorage", "CZlib", "CArchive"],
            path: "Tests/TestSupport", swiftSettings: swift),
        .executableTarget(
            name: "readme-example", dependencies: ["NewsModel", "NewsStorage", "NewsIngest", "NewsQuery"],
            path: "Tests/ReadmeExample", swiftSettings: swift),
        .testTarget(name: "NewsModelTests", dependencies: ["NewsModel"], swiftSettings: swift),
        .testTarget(name: "NewsTextTests", dependencies: ["NewsText", "TestSupport"], swiftSettings: swift),
        .testTarget(
            name: "NewsStorageTests",
            dependencies: [
                "NewsStorage", "NewsModel", "NewsText", "NewsQuery", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: swift),
        .testTarget(
            name: "NewsIngestTests", dependencies: ["NewsIngest", "NewsEntities", "NewsModel", "TestSupport"],
            swiftSettings: swift),
        .testTarget(
            name: "NewsEntitiesTests", dependencies: ["NewsEntities", "NewsModel", "NewsText", "TestSupport"],
            swiftSettings: swift),
        .testTarget(
            name: "NewsQueryTests",
            dependencies: ["NewsQuery", "NewsIngest", "NewsModel", "NewsText", "NewsStorage", "TestSupport"],
            swiftSettings: swift),
        .testTarget(
            name: "CommandTests",
            dependencies: ["newsarchive", "readme-example", "NewsStorage", "NewsIngest", "NewsQuery", "TestSupport"],
            swiftSettings: swift),
    ],
    cLanguageStandard: .gnu2x
)
