import Testing

@testable import CentralServer

@Suite struct ProxyAddressesTests {
    @Test(arguments: [
        ("127.0.0.1, ::1", "127.0.0.1", true), ("127.0.0.1,::1", "::1", true), ("10.0.0.5", "10.0.0.5", true),
        ("10.0.0.5", "::ffff:10.0.0.5", true), ("10.0.0.5", "10.0.0.50", false), ("10.0.0.5", "", false),
        ("", "127.0.0.1", false), ("2001:db8::5", "2001:db8::5", true), (" 10.0.0.5 , 10.0.0.6 ", "10.0.0.6", true),
    ]) func `a peer is a proxy of ours if its address is listed`(list: String, peer: String, isOurs: Bool) throws {
        #expect(try ProxyAddresses(list).contains(peer) == isOurs)
    }

    @Test(arguments: ["localhost", "10.0.0.0/8", "10.0.0.5:443", "10.0.0", "[::1]", "10.0.0.5;10.0.0.6"])
    func `what is no address is an error that names it`(word: String) {
        #expect(throws: SettingsError.notAnAddress(word)) { try ProxyAddresses("127.0.0.1, " + word) }
    }

    @Test func `nobody is trusted unless it is said that there is a proxy`() throws {
        var settings = Settings()
        #expect(try settings.proxies == .none)
        settings.pagesTrustProxy = true
        #expect(try settings.proxies.contains("127.0.0.1"))
        #expect(try !settings.proxies.contains("192.0.2.1"))
    }
}
