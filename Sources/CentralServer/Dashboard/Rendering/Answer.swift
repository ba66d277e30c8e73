import Foundation

/// What a page's code wants to be sent.
enum Answer: Sendable {
    /// A template with its model inside the frame.
    case page(Page)
    /// On to another path after a form was handled, so that reloading does not send it twice.
    case seeOther(String)
    /// A picture within a page.
    case file(Data, mediaType: String)
    /// Something to take away.
    case download(Download)

    struct Page: Sendable {
        let template: String
        let title: String
        let section: Section
        let model: any Sendable
    }

    static func page(_ template: String, _ title: String, in section: Section, _ model: some Sendable) -> Answer {
        .page(Page(template: template, title: title, section: section, model: model))
    }
}

/// Why a page is not shown. Another municipality's things are as absent as things that never were.
enum PageRefusal: Error, Equatable, Sendable {
    case notFound
    case forbidden
    /// The form came without this session's token, or from another site.
    case staleForm
    /// A form that no page of ours sends.
    case badForm
    /// More bytes than any form of ours takes.
    case tooLarge
    /// Others are sending files just now.
    case busy
}
