import Testing

@testable import SignageFeed

@Suite struct DurableValueTests {
    /// Cut after each step of a write, with every part of what was not settled: one of the two values is whole.
    @Test func `a power cut at any step leaves the old value or the new one`() throws {
        for step in 0... {
            for survivors in 0...4 {
                let disk = PowerCutDisk()
                let value = DurableValue<[Int]>("ledger", in: "/data", files: disk)
                try value.write([1])
                try value.write([2])
                disk.fail(after: step)
                var isDone = true
                do { try value.write([3]) } catch { isDone = false }
                disk.restart(survivors: survivors)
                let found = try #require(value.read().value)
                #expect(found == [3] || (!isDone && found == [2]), "step \(step), \(survivors) survivors: \(found)")
                if isDone { return }
            }
        }
    }

    @Test func `the first value of all is there or not, never half`() throws {
        for step in 0..<6 {
            for survivors in 0...3 {
                let disk = PowerCutDisk()
                let value = DurableValue<[Int]>("ledger", in: "/data", files: disk)
                disk.fail(after: step)
                do { try value.write([1]) } catch { #expect(error == .disk(.io(errno: 5))) }
                disk.restart(survivors: survivors)
                #expect(value.read() == .none || value.read() == .current([1]))
                try value.write([2])
                #expect(value.read() == .current([2]))
            }
        }
    }

    @Test func `damage falls back to the one before`() throws {
        let disk = PowerCutDisk()
        let value = DurableValue<[Int]>("ledger", in: "/data", files: disk)
        try value.write([1])
        try value.write([2])
        disk.spoil("/data/ledger.state", at: 38)
        #expect(value.read() == .previous([1], because: .badChecksum))
        disk.spoil("/data/ledger.previous", at: 0)
        #expect(value.read() == .unreadable(.badChecksum))
    }

    @Test func `a value of another kind is not ours`() throws {
        let disk = PowerCutDisk()
        try DurableValue<[Int]>("ledger", in: "/data", files: disk).write([1])
        let other = DurableValue<[String: Int]>("ledger", in: "/data", files: disk)
        #expect(other.read() == .unreadable(.notOurs))
    }

    @Test func `what JSON cannot say is not written`() {
        let value = DurableValue<Double>("ledger", in: "/data", files: PowerCutDisk())
        #expect(throws: DurableWriteError.notEncodable) { try value.write(.nan) }
    }
}
