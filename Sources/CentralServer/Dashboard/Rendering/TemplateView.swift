import Mustache

/// Shows a Swift value to a template: its stored properties by name, text made safe, `nil` as nothing.
///
/// Without it a template would look for a `nil` in the objects around, and find the wrong one.
struct TemplateView: MustacheParent {
    let value: any Sendable

    func child(named name: String) -> Any? {
        Mirror(reflecting: value).children.first { $0.label == name }.map { Self.shown($0.value) }
    }

    private static func shown(_ value: Any) -> Any {
        let mirror = Mirror(reflecting: value)
        if mirror.displayStyle == .optional {
            return mirror.children.first.map { shown($0.value) } ?? Nothing()
        }
        switch value {
        case let text as String: return MarkupText.withoutJoiners(text)
        case let list as [any Sendable]: return list.map { shown($0) }
        case is Bool, is Int: return value
        case let part as any Sendable: return TemplateView(value: part)
        }
    }

    /// What a template sees of `nil`.
    private struct Nothing: MustacheCustomRenderable {
        let renderText = ""
        let isNull = true
    }
}

/// A page inside the frame that all pages share.
struct FramedPage: MustacheParent {
    let frame: Frame
    let title: String
    let page: any Sendable

    func child(named name: String) -> Any? {
        switch name {
        case "frame": TemplateView(value: frame)
        case "title": MarkupText.withoutJoiners(title)
        default: TemplateView(value: page).child(named: name)
        }
    }
}
