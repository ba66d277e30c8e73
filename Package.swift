// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target: Swift 6 mode and the upcoming features that make it stricter.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
]

/// For the targets that live on the process's first thread, which SDL owns.
let onStage = strict + [.defaultIsolation(MainActor.self)]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "sarangbang",
    products: [
        .executable(name: "kiosk", targets: ["KioskApp"]),
        .executable(name: "central", targets: ["central"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // C libraries: a module map and a shim header, nothing else.
        .systemLibrary(name: "CSDL2"),
        .systemLibrary(name: "CQREncode"),
        .systemLibrary(name: "CHangul"),
        .systemLibrary(name: "CDBus", pkgConfig: "dbus-1"),
        .systemLibrary(name: "CZBar"),
        .systemLibrary(name: "CCrypt"),
        .systemLibrary(name: "CLinuxInput"),

        // Shared by both programs.
        .target(name: "SyncWire", swiftSettings: strict),
        .target(name: "KoreanText", dependencies: ["CHangul"], swiftSettings: strict),
        .target(name: "SeniorCard", dependencies: ["CQREncode", crypto], swiftSettings: strict),
        .target(name: "FitnessMeasure", dependencies: ["CDBus", "CLinuxInput", yams], swiftSettings: strict),
        .target(name: "SignageFeed", swiftSettings: strict),

        // Devices that speak the real bytes over real links, for demonstrations and tests.
        .target(name: "DeviceSimulator", dependencies: ["FitnessMeasure", "CDBus"], swiftSettings: strict),

        // The kiosk.
        .target(name: "KioskUI", swiftSettings: strict),
        .target(name: "KioskSDL", dependencies: ["CSDL2", "KioskUI"], swiftSettings: onStage),
        .target(
            name: "KioskScreens",
            dependencies: ["KioskUI", "FitnessMeasure", "SignageFeed", "SeniorCard", "KoreanText"],
            swiftSettings: strict),
        .target(name: "SyncClient", dependencies: ["SyncWire", crypto, httpClient, logging], swiftSettings: strict),
        .target(
            name: "KioskStore", dependencies: ["SyncWire", "SyncClient", "FitnessMeasure", "SignageFeed", grdb, crypto],
            swiftSettings: strict),
        .executableTarget(
            name: "KioskApp",
            dependencies: [
                "KioskUI", "KioskSDL", "KioskScreens", "KioskStore", "SyncClient", "SyncWire", "FitnessMeasure",
                "SignageFeed", "SeniorCard", "KoreanText", "DeviceSimulator", "CSDL2", crypto, arguments, configuration, lifecycle, logging,
                hummingbird,
            ], swiftSettings: onStage),

        // The office.
        .target(
            name: "CentralServer",
            dependencies: [
                "SyncWire", "SignageFeed", "FitnessMeasure", "SeniorCard", "CCrypt", grdb, crypto, hummingbird,
                mustache, httpClient, configuration, logging, lifecycle,
            ], swiftSettings: strict),
        .executableTarget(name: "central", dependencies: ["CentralServer", arguments, logging], swiftSettings: strict),
    ]
)
