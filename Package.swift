// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target: Swift 6 mode, the upcoming features that make it stricter, no warnings.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .treatAllWarnings(as: .error),
]

/// For the renderer, which lives on the process's first thread, as SDL asks.
let onStage = strict + [.defaultIsolation(MainActor.self)]

/// A program is nobody's library. Exporting its sixty thousand Swift symbols, as the static standard library's link does by
/// default, costs ten megabytes of a kiosk's memory.
let exportingNothing: [LinkerSetting] = [
    .unsafeFlags(
        ["-Xlinker", "--version-script=\(Context.packageDirectory)/scripts/exports.map"], .when(configuration: .release)
    )
]

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
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
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
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
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
        .systemLibrary(name: "CMalloc"),

        // Shared by both programs.
        .target(name: "SyncWire", swiftSettings: strict),
        .target(name: "Passwords", dependencies: ["CCrypt", crypto], swiftSettings: strict),
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
        .target(
            name: "SyncClient", dependencies: ["SyncWire", crypto, httpClient, logging, nioCore, nioHTTP1],
            swiftSettings: strict),
        .target(
            name: "KioskStore",
            dependencies: ["SyncWire", "SyncClient", "FitnessMeasure", "SignageFeed", grdb, crypto],
            swiftSettings: strict),
        .executableTarget(
            name: "KioskApp",
            dependencies: [
                "KioskUI", "KioskSDL", "KioskScreens", "KioskStore", "SyncClient", "SyncWire", "FitnessMeasure",
                "SignageFeed", "SeniorCard", "KoreanText", "DeviceSimulator", "Passwords", "CSDL2", "CMalloc", crypto,
                arguments, configuration, logging,
                hummingbird, nioCore, httpTypes, systemPackage,
            ], swiftSettings: strict, linkerSettings: exportingNothing),

        // The office.
        .target(
            name: "CentralServer",
            dependencies: [
                "SyncWire", "SignageFeed", "FitnessMeasure", "SeniorCard", "Passwords", grdb, crypto, hummingbird,
                nioCore,
                nioHTTP1, httpTypes,
                mustache, httpClient, configuration, logging, lifecycle,
            ], swiftSettings: strict),
        .executableTarget(
            name: "central", dependencies: ["CentralServer", arguments, logging], swiftSettings: strict,
            linkerSettings: exportingNothing),

        // Tests, one suite a source file.
        .target(
            name: "KioskTestSupport", dependencies: ["CSDL2", "KioskUI", "KioskSDL"], path: "Tests/KioskTestSupport",
            swiftSettings: strict),
        .testTarget(name: "KoreanTextTests", dependencies: ["KoreanText"], swiftSettings: strict),
        .testTarget(name: "SeniorCardTests", dependencies: ["SeniorCard", "CZBar", crypto], swiftSettings: strict),
        // Proofs of minutes, a little of which runs with the tests.
        .target(
            name: "FitnessProof", dependencies: ["FitnessMeasure"], path: "Tests/FitnessProof", swiftSettings: strict),
        .executableTarget(
            name: "prove", dependencies: ["FitnessProof", "FitnessMeasure"], path: "Tests/prove", swiftSettings: strict),
        .testTarget(
            name: "FitnessMeasureTests", dependencies: ["FitnessMeasure", "DeviceSimulator", "CDBus", "FitnessProof"],
            resources: [.copy("Resources")], swiftSettings: strict),
        // What feeds might one day send, for a test and for a program that measures.
        .target(
            name: "FeedFuzzing", dependencies: ["SignageFeed"], path: "Tests/FeedFuzzing", swiftSettings: strict),
        .executableTarget(
            name: "FeedProbe", dependencies: ["SignageFeed", "FeedFuzzing"], path: "Benchmarks/feeds",
            swiftSettings: strict),
        .testTarget(
            name: "SignageFeedTests", dependencies: ["SignageFeed", "FeedFuzzing"], resources: [.copy("Resources")],
            swiftSettings: strict),
        .executableTarget(
            name: "StoreKillProbe", dependencies: ["KioskStore", "SyncClient", "SyncWire", "FitnessMeasure"],
            swiftSettings: strict),
        .testTarget(
            name: "SyncClientTests",
            dependencies: [
                "SyncClient", "SyncWire", "KioskStore", "FitnessMeasure", crypto, logging, nioCore, nioPosix, nioHTTP1,
            ], swiftSettings: strict),
        .testTarget(
            name: "KioskStoreTests",
            dependencies: [
                "KioskStore", "SyncClient", "SyncWire", "FitnessMeasure", "StoreKillProbe", grdb,
            ], swiftSettings: strict),
        .testTarget(
            name: "CentralServerTests",
            dependencies: [
                "CentralServer", "SyncWire", "SignageFeed", "FitnessMeasure", "SeniorCard", "Passwords", crypto,
                hummingbirdTesting,
                hummingbird,
                grdb, nioCore, httpTypes, logging, lifecycle, configuration,
            ], swiftSettings: strict),
        .testTarget(
            name: "KioskAppTests",
            dependencies: [
                "KioskApp", "KioskScreens", "KioskStore", "KioskUI", "SyncClient", "FitnessMeasure", "SignageFeed",
                "SeniorCard", "DeviceSimulator", logging, configuration,
            ], swiftSettings: strict),
        .testTarget(name: "KioskUITests", dependencies: ["KioskUI", "KioskTestSupport"], swiftSettings: strict),
        .testTarget(
            name: "KioskSDLTests", dependencies: ["CSDL2", "KioskSDL", "KioskUI", "KioskTestSupport"],
            exclude: ["Pictures"], swiftSettings: strict),
        .testTarget(
            name: "KioskScreensTests",
            dependencies: [
                "KioskScreens", "KioskUI", "KioskSDL", "KioskTestSupport", "FitnessMeasure", "SignageFeed",
                "SeniorCard",
                "KoreanText", "CZBar", "CSDL2",
            ], exclude: ["Scripts", "Pictures"], swiftSettings: strict),
    ]
)
