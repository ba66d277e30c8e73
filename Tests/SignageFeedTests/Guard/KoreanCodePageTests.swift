import Foundation
import Testing

@testable import SignageFeed

@Suite struct KoreanCodePageTests {

    @Test func `every code of two bytes is what Foundation says it is`() {
        for lead in UInt8(0x81)...0xFE {
            for trail in UInt8.min...UInt8.max {
                let bytes = [lead, trail]
                #expect(KoreanCodePage.text(bytes) == String(bytes: bytes, encoding: KoreanCodePage.encoding))
            }
        }
    }

    @Test func `syllables beyond EUC-KR are read`() throws {
        let text = "펲시맨 똠방각하, 경로당 2026"
        let bytes = Array(try #require(text.data(using: KoreanCodePage.encoding)))
        #expect(KoreanCodePage.text(bytes) == text)
    }

    @Test(arguments: [[0xB0], [0xB0, 0x20], [0x41, 0xFF, 0xFF, 0x41]] as [[UInt8]])
    func `what no text is may be nothing, and never half of it`(bytes: [UInt8]) {
        #expect(KoreanCodePage.text(bytes) == String(bytes: bytes, encoding: KoreanCodePage.encoding))
    }

    @Test func `nothing is an empty text`() { #expect(KoreanCodePage.text([]) == "") }
}
