import Testing

@testable import FitnessMeasure

@Suite struct RecordDownloadTests {
    private var download = RecordDownload()

    private static func hex(_ orders: [GattOrder]) -> [String] {
        orders.map { order in
            guard case .write(RecordDownload.controlPoint, let bytes) = order else { return "\(order)" }
            return bytes.map { String(Int($0) + 0x100, radix: 16).dropFirst() }.joined()
        }
    }

    private mutating func says(_ hex: String) throws -> [String] { Self.hex(try download.receive([UInt8](hex: hex))) }

    @Test mutating func `records are counted, fetched, and the fetching ends with success`() throws {
        #expect(Self.hex(download.begin(after: nil)) == ["0401"])
        #expect(try says("05000200") == ["0101"])
        #expect(download.isBusy)
        #expect(try says("06000101") == [])
        #expect(!download.isBusy)
        #expect(download.takeRefusal() == nil)
    }

    @Test mutating func `only what came since is asked for`() throws {
        #expect(Self.hex(download.begin(after: 258)) == ["0403010301"])
        #expect(try says("05000100") == ["0103010301"])
    }

    @Test(arguments: ["06000104", "06000109", "06000103", "06000105"])
    mutating func `a device that cannot filter gives everything`(response: String) throws {
        _ = download.begin(after: 4)
        #expect(try says("05000100") == ["0103010500"])
        #expect(try says(response) == ["0101"])
        #expect(try says(response) == [])
        #expect(download.takeRefusal() != nil)
    }

    @Test mutating func `a device that cannot count is asked for its records at once`() throws {
        _ = download.begin(after: nil)
        #expect(try says("06000402") == ["0101"])
    }

    @Test mutating func `of very many records the last is enough`() throws {
        _ = download.begin(after: nil)
        #expect(try says("05000101") == ["0106"])
    }

    @Test(arguments: ["05000000", "06000406"])
    mutating func `no records is no trouble`(response: String) throws {
        _ = download.begin(after: nil)
        #expect(try says(response) == [])
        #expect(!download.isBusy)
        #expect(download.takeRefusal() == nil)
    }

    @Test mutating func `a download that hangs is aborted, and then left`() throws {
        _ = download.begin(after: nil)
        _ = try says("05000200")
        #expect(Self.hex(download.quiet()) == ["0300"])
        #expect(download.quiet() == [])
        #expect(download.takeRefusal() == "no_answer")
        #expect(!download.isBusy)
    }

    @Test mutating func `an abort that is confirmed is told`() throws {
        _ = download.begin(after: nil)
        _ = download.quiet()
        #expect(try says("06000301") == [])
        #expect(download.takeRefusal() == "aborted")
    }

    @Test(arguments: [("06000108", "not_completed"), ("06000107", "abort_failed"), ("060001ee", "unknown_code")])
    mutating func `a response that is no success is told once`(response: String, code: String) throws {
        _ = download.begin(after: nil)
        _ = try says("05000200")
        #expect(try says(response) == [])
        #expect(download.takeRefusal() == code)
        #expect(download.takeRefusal() == nil)
    }

    @Test mutating func `our own requests and stray responses say nothing`() throws {
        #expect(try says("06000101") == [])
        _ = download.begin(after: nil)
        #expect(try says("0401") == [])
        #expect(download.isBusy)
    }

    @Test mutating func `a write that is refused ends it, and a device without a control point has no records`() {
        let order = download.begin(after: nil)[0]
        download.answered(order, .absent)
        #expect(!download.isBusy)
        _ = download.begin(after: nil)
        download.answered(order, .refused("not permitted"))
        #expect(download.takeRefusal() == "not permitted")
    }
}
