import Testing

@testable import SignageFeed

/// Invented numbers only.
@Suite struct PersonalDataGuardTests {
    private func kinds(_ text: String) -> [PersonalDataGuard.Kind] {
        guard case .hold(let findings) = PersonalDataGuard().review("안내", text) else { return [] }
        return findings.map(\.kind)
    }

    @Test(arguments: [
        "대상자 410203-1234567", "410203-2******", "410203-*******", "410203 - 1234567", "4 1 0 2 0 3 - 1 2 3 4 5 6 7",
        "４１０２０３－１２３４５６７", "410203–1●●●●●●", "410203-2○○○○○○", "410203-1XXXXXX", "410203/1234567",
        "4102031234567", "(410203-5234567)", "주민번호:410203-1234567, 연락처", "410203-1 2 3 4 5 6 7",
    ])
    func `a resident number is held, however it is written`(text: String) { #expect(kinds(text) == [.residentNumber]) }

    @Test(arguments: [
        "문서번호 20261120-1234567", "413203-1234567", "410299-0234567", "접수 2026-11-20 09:00", "총 1,234,567명",
        "사업자 123-45-67890", "문의 043-730-3114", "전화 02-2670-3114 (팩스 02-2670-3115)", "담당자 010-1234-5678",
        "반장 010-1234-5678, 부반장 010-2345-6789", "010-1234-5678 또는 010-1234-5678 또는 010-1234-5678",
        "안전신문고 119, 112, 110", "1588-1234", "우편번호 29032, 예산 1,200,000,000원", "기간 2026.11.20~2026.12.31",
        "고유번호 410203", "URL https://city.invalid/view?no=4102031234567890123", "",
        "1동 02-2670-1001\n2동 02-2670-1002\n3동 02-2670-1003", "이웃돕기 성금 1,200,000원을 모았어요",
        "은행 앞에서 만나요 02-2670-1001", "김○순 님 ***-****-1234",
    ])
    func `what a notice usually says may hang`(text: String) { #expect(kinds(text) == []) }

    @Test(arguments: [
        "가 010-1234-5678\n나 010-2345-6789\n다 011-345-6789", "01012345678 01023456789 01034567890",
        "010 1234 5678, 010.2345.6789, 010-3456-7890", "０１０－１２３４－５６７８ ０１０－２３４５－６７８９ ０１０－３４５６－７８９０",
    ])
    func `three mobile telephones are a list of people`(text: String) { #expect(kinds(text) == [.phoneList]) }

    @Test func `ten offices are a list that somebody should look at`() {
        let nine = (1...9).map { "02-2670-100\($0)" }.joined(separator: "\n")
        #expect(kinds(nine) == [] && kinds(nine + "\n043-730-3114") == [.phoneList])
    }

    @Test(arguments: [
        "농협 301-0123-4567-89", "계좌번호: 110-123-456789 (예금주 마을회)", "국민은행 12345678901234", "후원금 입금 355-12-3456-78",
        "우체국 ０１２３４５－０１－２３４５６７",
    ])
    func `an account number is held`(text: String) { #expect(kinds(text) == [.accountNumber]) }

    @Test func `everything that is found is counted, and nothing of it is kept`() {
        let verdict = PersonalDataGuard().review(
            "410203-1234567", "410203-2234567\n농협 301-0123-4567-89\n010-1234-5678 010-2345-6789 010-3456-7890")
        #expect(
            verdict
                == .hold([
                    .init(kind: .residentNumber, count: 2), .init(kind: .phoneList, count: 3),
                    .init(kind: .accountNumber, count: 1),
                ]))
    }

    @Test func `a notice that is held does not reach the wall before the office has looked`() {
        let item = SignageItem(id: "feed", content: .noticeFeed)
        let notices = ["410203-1234567", "함께해요"].enumerated().map {
            Notice(id: "\($0.offset)", title: "안내", text: $0.element, from: "시", publishedAt: nil)
        }
        let playlist = Playlist(items: [item])
        #expect(playlist.expanded(with: notices).items.map(\.id) == ["feed/1"])
        #expect(playlist.expanded(with: notices, cleared: ["0"]).items.map(\.id) == ["feed/0", "feed/1"])
    }

    @Test func `a hostile text costs no time worth speaking of`() {
        let clock = ContinuousClock()
        let texts = ["1", "1-", "0 ", "*", "010-1234-567", "410203-", "계좌 1-"].map {
            String(repeating: $0, count: 20_000)
        }
        let time = clock.measure { for text in texts { _ = kinds(text) } }
        #expect(time < .seconds(10))
    }
}
