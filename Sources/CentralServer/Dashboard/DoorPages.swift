import Foundation
import Hummingbird

/// Signing in and out.
struct DoorPages: Sendable {
    let signIn: SignIn
    let sessions: WebSessions
    let guardian: PageGuard

    func add(to router: some RouterMethods<OfficeRequestContext>) {
        router.get("/sign-in") { request, _ in await show(request) }
        router.post("/sign-in") { request, context in await enter(request, context) }
        router.post("/sign-out") { request, context in await leave(request, context) }
    }

    private func show(_ request: Request) async -> Response {
        await guardian.kindly {
            if try await guardian.staff(of: request) != nil { return guardian.renderer.seeOther("/") }
            let left = request.uri.queryParameters["left"] != nil
            return try page(SignInPage(farewell: left ? "잘 나가셨어요. 오늘도 고맙습니다." : nil), .ok)
        }
    }

    private func enter(_ request: Request, _ context: OfficeRequestContext) async -> Response {
        await guardian.kindly {
            let form = try await guardian.fields(of: request)
            guard let account = form["account"], let password = form["password"], account.count <= 64,
                password.utf8.count <= 512
            else { throw PageRefusal.badForm }
            let address = guardian.address(of: request, context)
            switch try await signIn.attempt(account: account, password: password, from: address, now: guardian.now()) {
            case .signedIn(let token): return welcome(token)
            case .wrong: return try refused(account, "아이디나 비밀번호가 맞지 않아요. 다섯 번 틀리면 10분 동안 쉬어 가요.", .forbidden)
            case .resting: return try refused(account, "여러 번 틀려서 잠시 쉬고 있어요. 10분 뒤에 다시 해 주세요.", .forbidden)
            case .busy: return try refused(account, "지금 들어오려는 분이 많아요. 조금 뒤에 다시 해 주세요.", .serviceUnavailable)
            }
        }
    }

    private func welcome(_ token: SessionToken) -> Response {
        var response = guardian.renderer.seeOther("/")
        response.setCookie(cookie(token.text, maxAge: nil))
        return response
    }

    private func leave(_ request: Request, _ context: OfficeRequestContext) async -> Response {
        await guardian.kindly {
            guard let staff = try await guardian.staff(of: request) else {
                return guardian.renderer.seeOther("/sign-in")
            }
            _ = try await guardian.form(of: request, csrf: staff.csrf)
            try await sessions.close(staff.sessionHash)
            let note = AccessNote(
                act: .signOut, userID: staff.userID, address: guardian.address(of: request, context), at: guardian.now()
            )
            try await sessions.store.write { try note.insert($0) }
            var response = guardian.renderer.seeOther("/sign-in?left=1")
            response.setCookie(cookie("", maxAge: 0))
            return response
        }
    }

    private func cookie(_ value: String, maxAge: Int?) -> Cookie {
        Cookie(
            name: guardian.cookieName, value: value, maxAge: maxAge, path: "/", secure: guardian.renderer.isSecure,
            httpOnly: true, sameSite: .lax)
    }

    private func refused(_ account: String, _ problem: String, _ status: HTTPResponse.Status) throws -> Response {
        try page(SignInPage(account: account, problem: problem), status)
    }

    private func page(_ page: SignInPage, _ status: HTTPResponse.Status) throws -> Response {
        try guardian.renderer.bare(page, template: "sign-in", status: status)
    }
}
